import type { Attachment } from 'mailparser';
import type { InboundFile } from '../../port';
import { storable } from './storable';

const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'message/delivery-status': 'txt',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
};
const MAX_FILENAME = 200;

/** Every part of a mail that is not its text. Inline is what the HTML shows by its content id. */
export function mailFiles(attachments: Attachment[], html: string | null): InboundFile[] {
  return attachments.map((part, index) => {
    const contentId = part.cid ? storable(part.cid) : null;
    const contentType = contentTypeOf(part);
    return {
      filename: filenameOf(part, contentType, index),
      contentType,
      content: Buffer.isBuffer(part.content) ? part.content : Buffer.alloc(0),
      contentId,
      inline: contentId !== null && html !== null && html.includes(`cid:${contentId}`),
    };
  });
}

function contentTypeOf(part: Attachment): string {
  const type = (part.contentType ?? '').toLowerCase().trim();
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}

function filenameOf(part: Attachment, contentType: string, index: number): string {
  // A name, never a path; and no characters that mislead the eye.
  const given = storable(part.filename ?? '')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\]/g, '_')
    .trim();
  if (given !== '' && !/^\.+$/.test(given)) return given.slice(-MAX_FILENAME);
  return `attachment-${index + 1}.${EXTENSIONS[contentType] ?? 'bin'}`;
}
