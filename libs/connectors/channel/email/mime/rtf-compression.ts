const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4096;
/** [MS-OXRTFCP] 2.1.2.1: what both sides know before the first byte. */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
/** A few bytes can claim to be gigabytes. */
const MAX_BYTES = 20 * 1024 * 1024;

/** RTF as Outlook packs it; null when it is not. */
export function decompressRtf(packed: Buffer): Buffer | null {
  if (packed.length < 16) return null;
  const kind = packed.readUInt32LE(8);
  const size = Math.min(packed.readUInt32LE(4), MAX_BYTES);
  if (kind === UNCOMPRESSED) return packed.subarray(16, 16 + size);
  if (kind !== COMPRESSED) return null;

  const window = Buffer.alloc(WINDOW);
  let write = window.write(DICTIONARY, 'latin1');
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = 16; at < packed.length && out.length < size;) {
    const flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed[at++] ?? 0);
        continue;
      }
      const reference = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return Buffer.from(out);
      for (let i = 0; i < (reference & 15) + 2; i++) put(window[(offset + i) % WINDOW] ?? 0);
    }
  }
  return Buffer.from(out).subarray(0, size);
}
