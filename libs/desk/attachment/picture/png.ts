import { crc32 } from 'node:zlib';
import { bareExif, orientationOf } from './orientation';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** What colours, background and movement need. Text, times, EXIF and whatever a program adds are not among them. */
const NEEDED = new Set('tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '));
/** Length, type and checksum. */
const FRAME = 12;

/** The same picture without words, EXIF and what stands behind its end. Null: not a whole PNG. */
export function barePng(file: Buffer): Buffer | null {
  if (!file.subarray(0, 8).equals(SIGNATURE) || file.toString('latin1', 12, 16) !== 'IHDR') return null;
  const kept: Buffer[] = [SIGNATURE];
  let at = 8;
  while (at + FRAME <= file.length) {
    const end = at + FRAME + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (end > file.length || !/^[A-Za-z]{4}$/.test(type)) return null;
    if (/^[A-Z]/.test(type) || NEEDED.has(type)) kept.push(file.subarray(at, end));
    else if (type === 'eXIf') {
      const exif = bareExif(orientationOf(file.subarray(at + 8, end - 4)));
      if (exif) kept.push(chunk(type, exif));
    }
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
