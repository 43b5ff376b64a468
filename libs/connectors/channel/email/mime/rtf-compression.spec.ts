import { decompressRtf } from './rtf-compression';
import { rtfToText } from './rtf';

/** A header of [MS-OXRTFCP] 2.1.3.1.1 before these bytes. */
function packed(size: number, kind: number, content: number[]): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(content.length + 12, 0);
  head.writeUInt32LE(size, 4);
  head.writeUInt32LE(kind, 8);
  return Buffer.concat([head, Buffer.from(content)]);
}
const LZFU = 0x75465a4c;
const reference = (offset: number, length: number): number[] => [offset >> 4, ((offset & 15) << 4) | (length - 2)];

describe('RTF as Outlook packs it', () => {
  it('takes words from the dictionary, from what was written, and ends at the end mark', () => {
    const letters = [...Buffer.from(' Hi}')];
    // "{\rtf1" lies at the start of the dictionary; the end mark points at where writing would go on (207 + 10).
    const bytes = packed(10, LZFU, [0b00100001, ...reference(0, 6), ...letters, ...reference(217, 2)]);
    expect(decompressRtf(bytes)?.toString()).toBe('{\\rtf1 Hi}');
  });

  it('repeats what it has just written', () => {
    const bytes = packed(9, LZFU, [0b00001000, ...Buffer.from('abc'), ...reference(207, 6)]);
    expect(decompressRtf(bytes)?.toString()).toBe('abcabcabc');
  });

  it('survives what is cut off, claims too much or is something else', () => {
    expect(decompressRtf(Buffer.alloc(3))).toBeNull();
    expect(decompressRtf(packed(10, 0x12345678, [1, 2, 3]))).toBeNull();
    expect(decompressRtf(packed(0xffffffff, LZFU, [0b1, 0x00]))?.length).toBeLessThan(100);
  });
});

describe('the words of an RTF text', () => {
  it.each([
    ['{\\rtf1\\ansi one\\par two\\line three\\tab four}', 'one\ntwo\nthree\tfour'],
    ["{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}", 'Привет'],
    ['{\\rtf1\\uc1 caf\\u233?!}', 'café!'],
    ['{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\secret no}{\\info{\\author X}}yes \\{ok\\}}', 'yes {ok}'],
    ['no rtf at all', 'no rtf at all'],
    ['{{{{\\rtf1 }}}}}}}} ok', 'ok'],
  ])('%s', (rtf, words) => expect(rtfToText(Buffer.from(rtf, 'latin1'))).toBe(words));
});
