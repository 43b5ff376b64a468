import type { InboundFile } from '../../../port';
import { storable } from '../../../vendor/storable';
import type { Part } from './part';
import { contentOf } from './part';
import { isPixel } from './pixel';

const EXTENSIONS: Record<string, string> = {
  'application/ms-tnef': 'dat',
  'application/pdf': 'pdf',
  'application/pgp-encrypted': 'asc',
  'application/pgp-signature': 'asc',
  'application/pkcs7-mime': 'p7m',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-mime': 'p7m',
  'application/x-pkcs7-signature': 'p7s',
  'application/rtf': 'rtf',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'message/global': 'eml',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/rfc822-headers': 'txt',
  'text/rtf': 'rtf',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
};
const MAX_FILENAME = 200;

/** A file as a mail brings it, before it has a clean name. */
export interface FoundFile {
  filename: string | null;
  contentType: string;
  content: Buffer;
  contentId: string | null;
}

export const fileOf = (part: Part): FoundFile => ({
  filename: part.filename,
  contentType: part.type,
  content: contentOf(part),
  contentId: part.contentId,
});

/** Every part of a mail that is not its text. Inline is what the HTML shows by its content id; spies are dropped. */
export function toInboundFiles(found: FoundFile[], html: string | null): InboundFile[] {
  const shown = shownIds(html);
  return found.flatMap((file, index) => {
    const contentId = file.contentId === null ? null : storable(file.contentId);
    const inline = contentId !== null && shown.has(contentId.toLowerCase());
    if (inline && isPixel(file.content)) return [];
    return [
      {
        filename: cleanName(file.filename, file.contentType, index),
        contentType: file.contentType,
        content: file.content,
        contentId,
        inline,
      },
    ];
  });
}

/** Content ids that the HTML names, percent-decoded where a program encoded them (RFC 2392). */
function shownIds(html: string | null): Set<string> {
  const ids = new Set<string>();
  for (const [, id = ''] of html?.matchAll(/\bcid:\s*([^"'\s>)]+)/gi) ?? []) {
    ids.add(id.toLowerCase());
    ids.add(unpercent(id.replaceAll('&amp;', '&')).toLowerCase());
  }
  return ids;
}

function unpercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name, never a path; and no characters that mislead the eye. */
function cleanName(filename: string | null, contentType: string, index: number): string {
  const given = storable(filename ?? '')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\]/g, '_')
    .trim();
  if (given !== '' && !/^\.+$/.test(given)) return given.slice(-MAX_FILENAME);
  return `attachment-${index + 1}.${EXTENSIONS[contentType] ?? 'bin'}`;
}
