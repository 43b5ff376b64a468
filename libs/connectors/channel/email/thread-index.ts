import type { Sign } from './message-ids';

const PURPOSE = 'mail.thread-index';
/** From 1601-01-01 to 1970-01-01, and how many of a FILETIME's 100-nanosecond ticks a millisecond has. */
const FILETIME_EPOCH_MS = 11_644_473_600_000n;
const TICKS_PER_MS = 10_000n;
const HEADER_BYTES = 22;
const BLOCK_BYTES = 5;

/**
 * The conversation mark of Outlook and Exchange ([MS-OXOMSG] 2.2.1.3), which group by it rather than by References:
 * a header of 22 bytes, the same for a whole ticket, and a block of 5 bytes per step. Programs keep what they got and
 * add a block when they answer, so our first block carries a signature and an answer proves its ticket by it.
 * Everything follows from the two ids: a second try is the same mail.
 */
export function threadIndex(sign: Sign, message: { ticketId: string; messageId: string }): string {
  const guid = bytesOf(message.ticketId);
  const header = Buffer.concat([filetime(message.ticketId).subarray(0, 6), guid]);
  return Buffer.concat([header, signature(sign, guid), step(message)]).toString('base64');
}

/** The ticket that a Thread-Index of ours names, also when other programs have added to it. */
export function readThreadIndex(sign: Sign, header: string): string | null {
  const bytes = Buffer.from(header.replace(/\s+/g, ''), 'base64');
  if (bytes.length < HEADER_BYTES + BLOCK_BYTES) return null;
  const guid = bytes.subarray(6, HEADER_BYTES);
  if (!signature(sign, guid).equals(bytes.subarray(HEADER_BYTES, HEADER_BYTES + BLOCK_BYTES))) return null;
  const hex = guid.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** 40 bits are too few to prove anything alone; the desk also asks whether the sender takes part in the ticket. */
function signature(sign: Sign, guid: Buffer): Buffer {
  return Buffer.from(sign(PURPOSE, guid.toString('hex')), 'hex').subarray(0, BLOCK_BYTES);
}

/** How long after the ticket this message was written: one bit of scale, 31 bits of time, 8 bits that tell steps apart. */
function step(message: { ticketId: string; messageId: string }): Buffer {
  const passed = filetime(message.messageId).readBigUInt64BE() - filetime(message.ticketId).readBigUInt64BE();
  const ticks = passed > 0n ? passed : 0n;
  const isLong = ticks >> 49n > 0n;
  const time = isLong ? 0x80000000n | ((ticks >> 23n) & 0x7fffffffn) : (ticks >> 18n) & 0x7fffffffn;
  const block = Buffer.alloc(BLOCK_BYTES);
  block.writeUInt32BE(Number(time));
  block.writeUInt8(bytesOf(message.messageId).at(-1) ?? 0, 4);
  return block;
}

/** Our ids begin with the milliseconds at which they were made (UUIDv7). */
function filetime(uuid: string): Buffer {
  const time = Buffer.alloc(8);
  const ms = BigInt(`0x${bytesOf(uuid).toString('hex', 0, 6)}`);
  time.writeBigUInt64BE(BigInt.asUintN(64, (ms + FILETIME_EPOCH_MS) * TICKS_PER_MS));
  return time;
}

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
