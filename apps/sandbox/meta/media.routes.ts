import type { FastifyInstance, FastifyReply } from 'fastify';
import { sha256Hex } from '../hooks/signatures';
import { newGraphId, PHONE_NUMBER_ID } from './account';
import { graphError, refuse, unknownObject } from './graph-error';
import { formOf, takeMultipart } from './multipart';
import type { MetaParts } from './parts';

interface Upload {
  content: Buffer;
  type: string;
  filename: string;
}

async function uploadOf(body: unknown, contentType: string | undefined): Promise<Upload | null> {
  const form = await formOf(body, contentType);
  const file = form?.get('file');
  if (!form || !file || typeof file === 'string' || form.get('messaging_product') !== 'whatsapp') return null;
  const type = form.get('type');
  const content = Buffer.from(await file.arrayBuffer());
  return { content, type: typeof type === 'string' && type ? type : file.type, filename: file.name };
}

export function mediaRoutes(scope: FastifyInstance, { media, uploads }: MetaParts): void {
  takeMultipart(scope);

  scope.post('/meta/:version/:id/media', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (id !== PHONE_NUMBER_ID) return refuse(reply, unknownObject(id));
    const upload = await uploadOf(request.body, request.headers['content-type']);
    if (!upload) return refuse(reply, graphError(100, 'Invalid parameter', 'file and messaging_product are required'));
    const mediaId = newGraphId();
    uploads.set(mediaId, media.add(upload.content, upload.type, upload.filename));
    return { id: mediaId };
  });

  /** The bytes; the same bearer token opens them. */
  scope.get('/meta/files/:id', async (request, reply) => {
    const file = uploads.get((request.params as { id: string }).id);
    if (!file) return reply.code(404).send();
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .type(file.contentType)
      .send(file.content);
  });

  scope.delete('/meta/:version/:id', async (request, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    return uploads.delete(id) ? { success: true } : refuse(reply, unknownObject(id));
  });
}

export function mediaInfo({ uploads, where }: MetaParts, id: string): object | null {
  const file = uploads.get(id);
  if (!file) return null;
  return {
    url: `${where()}/meta/files/${id}`,
    mime_type: file.contentType,
    sha256: sha256Hex(file.content),
    file_size: file.size,
    id,
    messaging_product: 'whatsapp',
  };
}
