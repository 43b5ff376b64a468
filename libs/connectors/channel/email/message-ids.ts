import { createHash } from 'node:crypto';

/** HMAC of this installation; the adapter's `deps.sign`. */
export type Sign = (purpose: string, text: string) => string;

export const MAX_THREAD_IDS = 50;
/** A header longer than this is not an id any program of good will wrote. */
const MAX_ID_LENGTH = 990;
const OWN_ID = /^t([0-9a-z]{1,25})\.([0-9a-z]{1,25})\.([0-9a-f]{16})@/i;
const PURPOSE = 'mail.message-id';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The Message-ID of one of our messages: the same for each try, so a second try can be looked for, and signed over
 * ticket and message together, so that an answer which names it can be trusted to name its ticket. The signature says
 * that this installation wrote it; whoever uses the ticket looks for it in their own workspace and asks whether the
 * sender takes part in it. Normalised: no angle brackets.
 */
export function ownMessageId(sign: Sign, message: { ticketId: string; messageId: string }, domain: string): string {
  const ticket = toBase36(message.ticketId);
  const id = toBase36(message.messageId);
  return `t${ticket}.${id}.${mac(sign, ticket, id)}@${domain}`;
}

/** The ticket and message an id of ours names; null when the signature is not ours. */
export function readOwnMessageId(sign: Sign, id: string): { ticketId: string; messageId: string } | null {
  const [, ticket, message, given] = OWN_ID.exec(id.toLowerCase()) ?? [];
  if (!ticket || !message || mac(sign, ticket, message) !== given) return null;
  return { ticketId: fromBase36(ticket), messageId: fromBase36(message) };
}

/** Trimmed and without brackets, case kept (RFC 5322 ids are case-sensitive); null when nothing is left. */
export function normaliseId(raw: string | null | undefined): string | null {
  const id = (raw ?? '')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
    .replace(/^<+|>+$/g, '')
    .trim()
    .slice(0, MAX_ID_LENGTH);
  return id === '' ? null : id;
}

/** The ids of an In-Reply-To or References header as received; forgiving about missing brackets and commas. */
export function splitIds(header: string): string[] {
  const bracketed = header.match(/<[^<>]+>/g);
  return (bracketed ?? header.split(/[\s,]+/)).map(normaliseId).filter((id): id is string => id !== null);
}

/** For a mail without a Message-ID: made of what it says, so that a redelivery gets the same one. */
export function syntheticId(parts: { date: string; from: string; to: string; subject: string; body: Buffer }): string {
  const hash = createHash('sha256');
  for (const part of [parts.date, parts.from, parts.to, parts.subject]) hash.update(part).update('|');
  return `${hash.update(parts.body).digest('hex')}@synthetic.local`;
}

function mac(sign: Sign, ticket: string, message: string): string {
  return sign(PURPOSE, `${ticket}.${message}`).slice(0, 16);
}

/** The first 80 bits of a signature in base32: as long as needed against guessing, short enough for an address. */
export function shortMac(sign: Sign, purpose: string, text: string): string {
  let bits = BigInt(`0x${sign(purpose, text).slice(0, 20)}`);
  let mark = '';
  for (let i = 0; i < 16; i++, bits >>= 5n) mark = (BASE32[Number(bits & 31n)] ?? '') + mark;
  return mark;
}

/** A UUID in 25 characters at most: a Message-ID must fit one header line. */
export function toBase36(uuid: string): string {
  return BigInt(`0x${uuid.replaceAll('-', '')}`).toString(36);
}

export function fromBase36(text: string): string {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(parseInt(digit, 36));
  const hex = value.toString(16).padStart(32, '0').slice(-32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
