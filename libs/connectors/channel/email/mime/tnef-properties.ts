/** MAPI properties by their id; of several values the first. */
export type Properties = Map<number, { type: number; data: Buffer }>;

const MULTI_VALUE = 0x1000;
const VARIABLE = [0x0d, 0x1e, 0x1f, 0x102];
const SIZES: Record<number, number> = { 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16 };
const DEFAULT_SIZE = 4;
const MAX_VALUES = 10_000;

/** The property list of [MS-OXTNEF] 2.1.3.4; ends where the bytes end or stop making sense. */
export function readProperties(data: Buffer): Properties {
  const found: Properties = new Map();
  let at = 4;
  const u32 = (): number => {
    const value = data.readUInt32LE(at);
    at += 4;
    return value;
  };
  try {
    const count = Math.min(data.readUInt32LE(0), MAX_VALUES);
    for (let n = 0; n < count && at + 4 <= data.length; n++) {
      const typeCode = data.readUInt16LE(at);
      const id = data.readUInt16LE(at + 2);
      at += 4;
      if (id >= 0x8000) {
        at += 16;
        if (u32() === 0) at += 4;
        else at += padded(u32());
      }
      const type = typeCode & ~MULTI_VALUE;
      const isVariable = VARIABLE.includes(type);
      const values = isVariable || typeCode & MULTI_VALUE ? Math.min(u32(), MAX_VALUES) : 1;
      for (let i = 0; i < values && at <= data.length; i++) {
        const length = isVariable ? u32() : (SIZES[type] ?? DEFAULT_SIZE);
        if (i === 0) found.set(id, { type, data: data.subarray(at, at + length) });
        at += padded(length);
      }
    }
  } catch (error) {
    // Cut off in the middle of a number: what was read until here stands.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

const padded = (length: number): number => (length + 3) & ~3;
