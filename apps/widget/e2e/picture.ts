import { deflateSync, crc32 } from 'node:zlib';

/** A small sunset over hills, so that a thumbnail has something to show. */
export const PNG = picture(320, 240);

function picture(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isHill = y > height * (0.62 + 0.1 * Math.sin(x / 38) + 0.05 * Math.sin(x / 11));
      const color = isHill ? [38, 84, 74] : [250 - y / 3, 190 - y / 3, 120 + y / 4];
      color.forEach((part, at) => (rows[y * (width * 3 + 1) + 1 + x * 3 + at] = part));
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
