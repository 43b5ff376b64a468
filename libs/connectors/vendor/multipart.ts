import { randomUUID } from 'node:crypto';

export interface FormFile {
  field: string;
  filename: string;
  contentType: string;
  content: Buffer;
}

/** A multipart/form-data body (RFC 7578) in one buffer, for uploads; file names go as UTF-8, as browsers send them. */
export function multipart(fields: Record<string, string>, file: FormFile): { contentType: string; body: Buffer } {
  const boundary = `satchel-${randomUUID()}`;
  const escaped = (text: string): string => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`,
  );
  head.push(
    `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(file.field)}"; filename="${escaped(file.filename)}"\r\n` +
      `Content-Type: ${file.contentType}\r\n\r\n`,
  );
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head.join('')), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
