import fc from 'fast-check';
import { crc32, deflateSync } from 'node:zlib';
import { barePicture } from './bare-picture';

/** What must not leave: as EXIF, XMP, IPTC, comments and film behind the picture would say it. */
const PLACE = 'N 52 31 12 E 13 24 18';
const DEVICE = 'Camera 9000 serial 4711';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const u32 = (value: number, little = false): Buffer => {
  const bytes = Buffer.alloc(4);
  if (little) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
};

/** TIFF of one directory: make, orientation, and a GPS directory that begins after it. */
function tiff(orientation: number, order: 'II' | 'MM'): Buffer {
  const turn = (bytes: Buffer): Buffer => (order === 'II' ? Buffer.from(bytes).reverse() : bytes);
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([turn(u16(tag)), turn(u16(type)), turn(u32(count)), value]);
  const end = 8 + 2 + 3 * 12 + 4;
  return Buffer.concat([
    latin(order),
    turn(u16(42)),
    turn(u32(8)),
    turn(u16(3)),
    entry(0x010f, 2, DEVICE.length, turn(u32(end))),
    entry(0x0112, 3, 1, Buffer.concat([turn(u16(orientation)), Buffer.alloc(2)])),
    entry(0x8825, 4, 1, turn(u32(end + DEVICE.length))),
    u32(0),
    latin(DEVICE),
    latin(PLACE),
  ]);
}

const segment = (marker: number, data: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(data.length + 2), Buffer.from(data)]);
const exif = (orientation: number, order: 'II' | 'MM' = 'II'): Buffer =>
  segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff(orientation, order)]));

const SOI = Buffer.from([0xff, 0xd8]);
const JFIF = segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'));
const COLOURS = segment(0xe2, Buffer.concat([latin('ICC_PROFILE\0'), Buffer.from([1, 1, 7, 7])]));
const ADOBE = segment(0xee, latin('Adobe\0d\0\0\0\0\x01'));
/** Tables, a frame, and two scans whose coded data hold stuffed 0xff and a restart mark. */
const PIXELS = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 3)),
  segment(0xc2, Buffer.from('080001000101011100', 'hex')),
  segment(0xda, Buffer.from('0101000000', 'hex')),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4, 0xff, 0]),
  segment(0xc4, Buffer.alloc(20, 1)),
  segment(0xda, Buffer.from('0101003f10', 'hex')),
  Buffer.from([9, 0xff, 0, 0xe1, 5]),
  Buffer.from([0xff, 0xd9]),
]);
const TOLD = Buffer.concat([
  segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLACE}</x:xmpmeta>`),
  segment(0xe2, `MPF\0${DEVICE}`),
  segment(0xed, `Photoshop 3.0\x008BIM${PLACE}`),
  segment(0xe4, DEVICE),
  segment(0xfe, DEVICE),
]);
const jpeg = (about: Buffer): Buffer => Buffer.concat([SOI, JFIF, about, COLOURS, ADOBE, PIXELS]);

const chunk = (type: string, data: Buffer | string): Buffer => {
  const body = Buffer.concat([latin(type), Buffer.from(data)]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
};
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const IHDR = chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex'));
const DOTS = Buffer.concat([chunk('IDAT', deflateSync(Buffer.alloc(2))), chunk('IEND', '')]);
const GAMMA = chunk('gAMA', u32(45455));
const png = (about: Buffer): Buffer => Buffer.concat([SIGNATURE, IHDR, GAMMA, about, DOTS]);

const part = (type: string, data: Buffer | string): Buffer =>
  Buffer.concat([latin(type), u32(data.length, true), Buffer.from(data), Buffer.alloc(data.length % 2)]);
const webp = (...parts: Buffer[]): Buffer => {
  const body = Buffer.concat([latin('WEBP'), ...parts]);
  return Buffer.concat([latin('RIFF'), u32(body.length, true), body]);
};
const vp8x = (flags: number): Buffer => part('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
const IMAGE = part('VP8L', Buffer.from('2f00000010071011118888fe07', 'hex'));

const says = (file: Buffer): string[] => [PLACE, DEVICE, 'Photoshop', 'xmpmeta'].filter((it) => file.includes(it));

describe('a picture that we send', () => {
  it('goes out as JPEG without place, device and comments, its coded data untouched', () => {
    const given = Buffer.concat([jpeg(Buffer.concat([exif(1), TOLD])), latin(`ftypmp42 ${PLACE}`)]);
    expect(says(given)).toHaveLength(4);
    expect(barePicture(given, 'image/jpeg')).toEqual(jpeg(Buffer.alloc(0)));
  });

  it.each(['II', 'MM'] as const)('keeps how a JPEG is turned, and nothing else of its EXIF (%s)', (order) => {
    const bare = barePicture(jpeg(Buffer.concat([exif(6, order), TOLD])), 'image/jpeg');
    const turned = Buffer.concat([
      latin('Exif\0\0MM'),
      Buffer.from('002a00000008000101120003000000010006000000000000', 'hex'),
    ]);
    expect(bare).toEqual(jpeg(segment(0xe1, turned)));
    expect(barePicture(bare, 'image/jpeg')).toBe(bare);
  });

  it('goes out as PNG without words, EXIF and what a program added', () => {
    const about = [
      chunk('tEXt', `Make\0${DEVICE}`),
      chunk('zTXt', Buffer.concat([latin('Raw profile type exif\0\0'), deflateSync(latin(PLACE))])),
      chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>${PLACE}`),
      chunk('eXIf', tiff(1, 'MM')),
      chunk('prVt', PLACE),
    ];
    const given = Buffer.concat([png(Buffer.concat(about)), latin(PLACE)]);
    expect(barePicture(given, 'image/png')).toEqual(png(Buffer.alloc(0)));
  });

  it('keeps how a PNG is turned', () => {
    const bare = barePicture(png(chunk('eXIf', tiff(8, 'II'))), 'image/png');
    const turned = Buffer.from('4d4d002a00000008000101120003000000010008000000000000', 'hex');
    expect(bare).toEqual(png(chunk('eXIf', turned)));
  });

  it('goes out as WebP without EXIF and XMP, and says so in its header', () => {
    const given = webp(vp8x(0x3c), IMAGE, part('EXIF', tiff(1, 'II')), part('XMP ', `<x:xmpmeta>${PLACE}`));
    expect(barePicture(given, 'image/webp')).toEqual(webp(vp8x(0x30), IMAGE));
  });

  it('keeps how a WebP is turned', () => {
    const given = webp(vp8x(0x0c), IMAGE, part('XMP ', PLACE), part('EXIF', tiff(3, 'II')));
    const turned = Buffer.from('4d4d002a00000008000101120003000000010003000000000000', 'hex');
    expect(barePicture(given, 'image/webp')).toEqual(webp(vp8x(0x08), IMAGE, part('EXIF', turned)));
  });

  const told = {
    'image/jpeg': jpeg(Buffer.concat([exif(6), TOLD])),
    'image/png': png(chunk('eXIf', tiff(8, 'II'))),
    'image/webp': webp(vp8x(0x08), IMAGE, part('EXIF', tiff(3, 'II'))),
  };

  it.each(Object.entries(told))('stays exactly as it is when it was cut short: %s', (type, whole) => {
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.subarray(0, length);
      expect([length, barePicture(cut, type) === cut]).toEqual([length, true]);
    }
  });

  it.each(Object.entries(told))('never breaks on odd bytes, and has nothing to do twice: %s', (type, whole) => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 6 }), (at, odd) => {
        const given = Buffer.concat([whole.subarray(0, at), odd, whole.subarray(at + odd.length)]);
        const bare = barePicture(given, type);
        expect(barePicture(bare, type)).toBe(bare);
      }),
      { numRuns: 300 },
    );
  });

  it('is left alone when it is something else', () => {
    const file = latin(`${PLACE} in words`);
    for (const type of ['text/plain', 'image/jpeg', 'image/png', 'image/webp', 'image/gif'])
      expect(barePicture(file, type)).toBe(file);
  });
});
