import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { fieldsIn } from '../../vendor/loose';
import { badDocument } from '../custom-api.errors';

const MOST_BYTES = 5 * 1024 * 1024;

/** The uploaded file, or the text that was pasted. */
export async function documentOf(request: FastifyRequest): Promise<string> {
  const sent = request as FastifyRequest & {
    isMultipart?: () => boolean;
    file(options: object): Promise<MultipartFile | undefined>;
  };
  if (!sent.isMultipart?.()) {
    const { document } = fieldsIn(request.body);
    if (typeof document !== 'string' || document.trim() === '') throw badDocument('Send the OpenAPI document.');
    return checked(Buffer.from(document));
  }
  const file = await sent.file({ limits: { fileSize: MOST_BYTES, files: 1 }, throwFileSizeLimit: false });
  if (!file) throw badDocument('Send the OpenAPI document.');
  const bytes = await file.toBuffer();
  if (file.file.truncated) throw tooLarge();
  return checked(bytes);
}

function checked(bytes: Buffer): string {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

const tooLarge = () => badDocument('The document is larger than 5 MB.');
