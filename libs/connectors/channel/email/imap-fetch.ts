import type { ImapFlow } from 'imapflow';
import { MAX_MAIL_BYTES } from './imap';

/** Of a mail beyond the limit the head and the start of its text are kept. */
export const BEGINNING_BYTES = 1024 * 1024;
/** Heads come in one answer per so many mails. */
export const HEADS_AT_ONCE = 200;

/** A mail as the server describes it, before its bytes are fetched. */
export interface MailHead {
  uid: number;
  size: number | null;
  /** INTERNALDATE: when the server got it. */
  at: Date | null;
}

export interface MailBytes extends MailHead {
  raw: Buffer;
  truncated: boolean;
}

/** UIDs only: sequence numbers shift under our feet when another client deletes. Ascending. */
export async function searchUids(client: ImapFlow, query: { uid?: string; since?: Date }): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  // Nothing found is an empty list; false is a server that could not search just now, and skipping would lose mail.
  if (!found) throw new Error('the server could not search the folder');
  return found.sort((a, b) => a - b);
}

export async function fetchHeads(client: ImapFlow, uids: readonly number[]): Promise<MailHead[]> {
  const heads: MailHead[] = [];
  for (let at = 0; at < uids.length; at += HEADS_AT_ONCE) {
    const range = uids.slice(at, at + HEADS_AT_ONCE).join(',');
    for await (const { uid, size, internalDate } of client.fetch(
      range,
      { uid: true, size: true, internalDate: true },
      { uid: true },
    )) {
      heads.push({ uid, size: size ?? null, at: asDate(internalDate) });
    }
  }
  return heads.sort((a, b) => a.uid - b.uid);
}

/**
 * The bytes of these mails one after the other (BODY.PEEK: nothing is marked as read); the server is asked for the next
 * only when the last was taken, so that one mail is held at a time. What was moved or deleted meanwhile is left out.
 */
export async function* fetchBodies(client: ImapFlow, heads: readonly MailHead[]): AsyncGenerator<MailBytes> {
  const byUid = new Map(heads.map((head) => [head.uid, head]));
  const isLarge = (head: MailHead): boolean => (head.size ?? 0) > MAX_MAIL_BYTES;
  const whole = heads.filter((head) => !isLarge(head)).map((head) => head.uid);
  const beginnings = heads.filter(isLarge).map((head) => head.uid);
  for (const [uids, source] of [
    [whole, true],
    [beginnings, { maxLength: BEGINNING_BYTES }],
  ] as const) {
    if (uids.length === 0) continue;
    for await (const mail of client.fetch(uids.join(','), { uid: true, source }, { uid: true })) {
      const head = byUid.get(mail.uid);
      // An answer without bytes may be the news of a flag that somebody else has just set.
      if (head && mail.source) yield { ...head, raw: mail.source, truncated: source !== true };
    }
  }
}

function asDate(date: Date | string | undefined): Date | null {
  const at = new Date(date ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
