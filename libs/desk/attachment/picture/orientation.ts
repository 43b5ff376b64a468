/** The one word of EXIF that the picture itself needs: how to turn it. */

const PREFIX = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;
const SHORT = 3;

/** 1 to 8 as the tag says it; 1 for everything that cannot be read. `exif` with or without its prefix. */
export function orientationOf(exif: Buffer): number {
  const tiff = exif.subarray(0, PREFIX.length).equals(PREFIX) ? exif.subarray(PREFIX.length) : exif;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const short = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (short(2) !== 42 || first + 2 > tiff.length) return 1;
  for (let i = 0; i < short(first); i++) {
    const at = first + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 8);
    return short(at + 2) === SHORT && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF that says the orientation and nothing else; null where there is nothing to say. */
export function bareExif(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  // Big-endian TIFF: one directory at 8 with one entry, none after it.
  return Buffer.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
}

export const withPrefix = (tiff: Buffer): Buffer => Buffer.concat([PREFIX, tiff]);
export const isExif = (data: Buffer): boolean => data.subarray(0, PREFIX.length).equals(PREFIX);
