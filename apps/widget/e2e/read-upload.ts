/** The one file of a multipart body (RFC 7578). */
export function readUpload(type: string, body: Buffer): { filename: string; contentType: string; content: Buffer } {
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? '';
  const start = body.indexOf('\r\n\r\n') + 4;
  const head = body.subarray(0, start).toString();
  return {
    filename: /filename="([^"]*)"/.exec(head)?.[1] ?? '',
    contentType: /content-type: (\S+)/i.exec(head)?.[1] ?? '',
    content: body.subarray(start, body.lastIndexOf(`\r\n--${boundary}`)),
  };
}
