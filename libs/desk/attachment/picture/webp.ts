import { bareExif, orientationOf } from './orientation';

const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** The same picture without EXIF, XMP and unknown parts; its header says so. Null: not a whole WebP. */
export function bareWebp(file: Buffer): Buffer | null {
  if (file.length < 20 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP')
    return null;
  const last = 8 + file.readUInt32LE(4);
  if (last > file.length) return null;
  const kept: Buffer[] = [];
  let header: Buffer | null = null;
  let turned = false;
  let at = 12;
  while (at < last) {
    if (at + 8 > last) return null;
    const type = file.toString('latin1', at, at + 4);
    const end = at + 8 + file.readUInt32LE(at + 4);
    if (end > last) return null;
    // Parts begin at even places; some writers leave the last byte out.
    const next = Math.min(end + (end % 2), last);
    if (type === 'VP8X' && end >= at + 18) kept.push((header = Buffer.from(file.subarray(at, next))));
    else if (NEEDED.has(type)) kept.push(file.subarray(at, next));
    else if (type === 'EXIF' && !turned) {
      const exif = bareExif(orientationOf(file.subarray(at + 8, end)));
      turned = exif !== null;
      if (exif) kept.push(chunk(type, exif));
    }
    at = next;
  }
  if (kept.length === 0) return null;
  if (header) header[8] = ((header[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (turned ? HAS_EXIF : 0);
  const body = Buffer.concat(kept);
  const riff = Buffer.from(file.subarray(0, 12));
  riff.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([riff, body]);
}

/** `data` of an even length. */
function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data]);
}
