import { bareExif, isExif, orientationOf, withPrefix } from './orientation';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

/**
 * The same picture without what tells about its maker: of the application segments only those stay that a decoder
 * needs, and nothing stays behind its end, where phones keep films and second pictures. Null: not a whole JPEG.
 */
export function bareJpeg(file: Buffer): Buffer | null {
  if (file[0] !== 0xff || file[1] !== SOI) return null;
  const kept: Buffer[] = [file.subarray(0, 2)];
  let turned = false;
  let at = 2;
  while (at < file.length) {
    const start = at;
    if (file[at] !== 0xff) return null;
    while (file[at] === 0xff) at++;
    const marker = file[at++];
    if (marker === EOI) return Buffer.concat([...kept, file.subarray(start, at)]);
    if (marker === undefined || marker < 0xc0 || (marker >= 0xd0 && marker <= SOI) || at + 2 > file.length) return null;
    const end = at + file.readUInt16BE(at);
    if (end < at + 2 || end > file.length) return null;
    const data = file.subarray(at + 2, end);
    at = marker === SOS ? endOfScan(file, end) : end;
    if (isNeeded(marker, data)) kept.push(file.subarray(start, at));
    else if (marker === APP1 && isExif(data) && !turned) {
      const exif = bareExif(orientationOf(data));
      turned = exif !== null;
      if (exif) kept.push(segment(APP1, withPrefix(exif)));
    }
  }
  return null;
}

/** Tables, frames and scans; of the application's own: JFIF, the colour profile and Adobe's colour transform. */
function isNeeded(marker: number, data: Buffer): boolean {
  const name = data.toString('latin1', 0, 12);
  if (marker === APP0) return name.startsWith('JFIF\0');
  if (marker === APP2) return name === 'ICC_PROFILE\0';
  if (marker === APP14) return name.startsWith('Adobe');
  return !(marker >= APP0 && marker <= APP15) && marker !== COMMENT;
}

/** Where the next marker begins: in the coded data 0xff stands before 0 or a restart mark alone. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
