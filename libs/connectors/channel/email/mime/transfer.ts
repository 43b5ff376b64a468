/** Share of characters outside the alphabet above which something merely claims to be base64. */
const NOT_BASE64 = 0.1;

/** Undoes a Content-Transfer-Encoding; what is not what it claims to be is taken as it is. */
export function decodeTransfer(body: Buffer, encoding: string | null): Buffer {
  const name = (encoding ?? '').toLowerCase().replace(/[\s;"'].*$/s, '');
  if (name === 'base64') return base64(body);
  if (name.startsWith('quoted')) return quotedPrintable(body);
  if (/^(x-)?uu(e|encode)?$/.test(name)) return uuencoded(body) ?? body;
  return body;
}

function base64(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const letters = text.replace(/[^A-Za-z0-9+/=_-]+/g, '');
  const visible = text.replace(/\s+/g, '').length;
  if (visible > 0 && (visible - letters.length) / visible > NOT_BASE64) return body;
  // Blocks encoded one by one and put together have their padding in the middle, where a decoder would stop.
  const blocks = letters.split(/=+/).filter((block) => block !== '');
  return blocks.length === 1
    ? Buffer.from(letters, 'base64')
    : Buffer.concat(blocks.map((block) => Buffer.from(block, 'base64')));
}

function quotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const value = hexValue(body[i + 1]) * 16 + hexValue(body[i + 2]);
    if (value >= 0) {
      out[length++] = value;
      i += 2;
      continue;
    }
    const lineEnd = softBreak(body, i + 1);
    if (lineEnd > 0) i = lineEnd - 1;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Where the next line starts when only blanks stand before the line's end; 0: this is no soft line break. */
function softBreak(body: Buffer, from: number): number {
  let i = from;
  while (body[i] === 0x20 || body[i] === 0x09) i++;
  if (i >= body.length) return i;
  if (body[i] === 0x0d) i++;
  if (body[i] === 0x0a) return i + 1;
  return i > from && body[i - 1] === 0x0d ? i : 0;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1_000;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1_000;
}

/** The bytes between "begin" and "end", or null when they are not there. */
export function uuencoded(body: Buffer): Buffer | null {
  const lines = body.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  if (begin < 0) return null;
  const chunks: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (/^end\s*$/.test(line)) break;
    const length = (line.charCodeAt(0) - 32) & 63;
    if (line === '' || length === 0) continue;
    const bytes: number[] = [];
    for (let i = 1; i < line.length; i += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((at) => ((line.charCodeAt(i + at) || 32) - 32) & 63) as [
        number,
        number,
        number,
        number,
      ];
      bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    chunks.push(Buffer.from(bytes).subarray(0, length));
  }
  return Buffer.concat(chunks);
}
