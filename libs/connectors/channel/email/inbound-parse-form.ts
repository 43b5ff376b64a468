/** A form's fields as bytes: a mail in one of them is in whatever charset it is in. */
export type FormFields = Map<string, Buffer>;

export function readForm(contentType: string, body: Buffer): FormFields {
  if (/^\s*application\/x-www-form-urlencoded/i.test(contentType)) return readUrlEncoded(body);
  const [, quoted, bare] = /^\s*multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  return boundary ? readMultipart(boundary, body) : new Map<string, Buffer>();
}

/** Not by URLSearchParams, which would take the bytes for UTF-8. */
function readUrlEncoded(body: Buffer): FormFields {
  const fields: FormFields = new Map();
  for (const pair of body.toString('latin1').split('&')) {
    const at = pair.indexOf('=');
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    if (name !== '') setOnce(fields, percentDecoded(name).toString('utf8'), percentDecoded(value));
  }
  return fields;
}

function percentDecoded(text: string): Buffer {
  const plain = text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** RFC 7578, files as fields like any other. */
function readMultipart(boundary: string, body: Buffer): FormFields {
  const fields: FormFields = new Map();
  const mark = Buffer.from(`--${boundary}`);
  const next = Buffer.from(`\r\n--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    // "--" after the mark: that was the last one.
    if (body.subarray(start, start + 2).toString('latin1') === '--') break;
    const headEnd = body.indexOf('\r\n\r\n', start);
    if (headEnd < 0) break;
    const end = body.indexOf(next, headEnd + 2);
    if (end < 0) break;
    const name = nameOf(body.toString('utf8', start, headEnd));
    if (name !== null) setOnce(fields, name, body.subarray(Math.min(headEnd + 4, end), end));
    at = end + 2;
  }
  return fields;
}

function nameOf(head: string): string | null {
  const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1] ?? '';
  const [, quoted, bare] = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition) ?? [];
  return quoted ?? bare ?? null;
}

/** Whoever names a field twice would have one read by the check and the other by the reader. */
function setOnce(fields: FormFields, name: string, value: Buffer): void {
  if (!fields.has(name)) fields.set(name, value);
}
