import type { ImapFlow } from 'imapflow';
import type { ConnectorLog, InboundSink, RawInbound } from '../../port';
import type { ImapSettings } from './imap';
import { MAX_MAIL_BYTES, imapError, openImap } from './imap';
import type { ImapCursor } from './imap-cursor';
import { readCursor } from './imap-cursor';

/** IDLE tells at once, but can die without a word: the poll is the truth. */
const POLL_MS = 60_000;
/** Of a mail beyond the limit the head and the start of its text are kept. */
const BEGINNING_BYTES = 1024 * 1024;
const MAX_TRIES = 5;
/** A renumbered folder is read again from this long before the last look; known mails are duplicates and drop out. */
const RESCAN_MS = 24 * 60 * 60_000;

export interface ListenerDeps {
  log: ConnectorLog;
  now: () => Date;
  wrap: (raw: Buffer, meta: Record<string, unknown>) => RawInbound;
}

/** Follows INBOX without leaving a trace in it (read-only, BODY.PEEK) until `stop`; throws when the connection is lost. */
export async function followInbox(
  settings: ImapSettings,
  sink: InboundSink,
  stop: AbortSignal,
  deps: ListenerDeps,
): Promise<void> {
  if (stop.aborted) return;
  const client = await orStopped(openImap(settings), stop, (late) => late.close());
  if (!client) return;
  const bell = new Bell();
  const close = (): void => client.close();
  stop.addEventListener('abort', close, { once: true });
  client.on('exists', () => bell.ring());
  client.on('close', () => bell.ring());
  try {
    // Without a lock: nobody else uses this client, and a held lock would keep it from idling.
    await client.mailboxOpen('INBOX', { readOnly: true });
    const session = new InboxSession(client, sink, deps, stop);
    while (!stop.aborted) {
      await session.catchUp();
      await bell.wait(POLL_MS);
      if (!client.usable && !stop.aborted) throw new Error('the connection was closed');
      if (!stop.aborted) await client.noop();
    }
  } catch (error) {
    if (!stop.aborted) throw imapError(error);
  } finally {
    stop.removeEventListener('abort', close);
    client.close();
  }
}

class InboxSession {
  private cursor: ImapCursor | null = null;

  constructor(
    private readonly client: ImapFlow,
    private readonly sink: InboundSink,
    private readonly deps: ListenerDeps,
    private readonly stop: AbortSignal,
  ) {}

  /** Takes everything newer than the cursor, and what failed before; saves the cursor once it is all taken. */
  async catchUp(): Promise<void> {
    const stored = this.cursor ?? readCursor(await this.sink.loadCursor(), this.deps.now());
    const mailbox = this.client.mailbox;
    if (!mailbox) throw new Error('INBOX is not open');
    const uidValidity = mailbox.uidValidity.toString();
    // Read before the search: a mail that arrives after it must stay above the mark.
    const marked = mailbox.uidNext - 1;
    const known = stored.uidValidity === uidValidity;
    const lookedAt = this.deps.now().toISOString();
    const uids = known ? await this.newerThan(stored.lastUid) : await this.since(stored);
    const retried = known ? Object.keys(stored.failed).map(Number) : [];

    const failed: Record<string, number> = {};
    let stopped = false;
    for (const uid of [...retried, ...uids]) {
      if (this.stop.aborted) {
        stopped = true;
        break;
      }
      if (await this.take(uid, uidValidity)) continue;
      const tries = (stored.failed[uid] ?? 0) + 1;
      if (tries < MAX_TRIES) failed[uid] = tries;
      else this.deps.log.warn({ uid, uidValidity }, 'a mail could not be stored; it stays in the mailbox unread by us');
    }
    // Not one mail could be stored: the fault is ours, not theirs. Nothing is marked as seen.
    if (uids.length > 0 && uids.every((uid) => failed[uid])) throw new Error('no mail could be stored');
    if (stopped) return;
    const lastUid = Math.max(known ? stored.lastUid : marked, ...uids);
    const cursor: ImapCursor = { uidValidity, lastUid, since: lookedAt, failed };
    if (!known || uids.length > 0 || retried.length > 0) await this.sink.saveCursor({ ...cursor });
    this.cursor = cursor;
  }

  /** `n:*` always answers with the newest mail, even when its UID is below n. */
  private async newerThan(lastUid: number): Promise<number[]> {
    const found = await this.client.search({ uid: `${lastUid + 1}:*` }, { uid: true });
    return (found || []).filter((uid) => uid > lastUid).sort((a, b) => a - b);
  }

  /** SINCE knows days only; the exact time is compared here. */
  private async since(cursor: ImapCursor): Promise<number[]> {
    const from = Date.parse(cursor.since) - (cursor.uidValidity === null ? 0 : RESCAN_MS);
    const found = await this.client.search({ since: new Date(from - RESCAN_MS) }, { uid: true });
    if (!found || found.length === 0) return [];
    const uids: number[] = [];
    // The server keeps whole seconds.
    const fromSecond = Math.floor(from / 1000) * 1000;
    for await (const mail of this.client.fetch(found.join(','), { uid: true, internalDate: true }, { uid: true })) {
      if (new Date(mail.internalDate ?? 0).getTime() >= fromSecond) uids.push(mail.uid);
    }
    return uids.sort((a, b) => a - b);
  }

  private async take(uid: number, uidValidity: string): Promise<boolean> {
    const head = await this.client.fetchOne(`${uid}`, { uid: true, size: true, internalDate: true }, { uid: true });
    if (!head) return true; // moved or deleted meanwhile
    const truncated = (head.size ?? 0) > MAX_MAIL_BYTES;
    const source = truncated ? { maxLength: BEGINNING_BYTES } : true;
    const mail = await this.client.fetchOne(`${uid}`, { uid: true, source }, { uid: true });
    if (!mail || !mail.source) return true;
    const meta = {
      via: 'imap',
      uid,
      uidValidity,
      receivedAt: asIso(head.internalDate),
      truncated,
      size: head.size ?? null,
    };
    try {
      await this.sink.push(this.deps.wrap(mail.source, meta));
      return true;
    } catch (error) {
      this.deps.log.warn({ uid, err: error }, 'a mail could not be stored; it will be tried again');
      return false;
    }
  }
}

/** Wakes the one who waits, or remembers that it rang. */
class Bell {
  private rang = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rang = true;
    this.wake?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => (clearTimeout(timer), resolve());
      });
    }
    this.rang = false;
    this.wake = null;
  }
}

/** What comes first; a result that arrives after the stop is handed to `late`. */
async function orStopped<T>(work: Promise<T>, stop: AbortSignal, late: (result: T) => void): Promise<T | null> {
  let onAbort: () => void = () => undefined;
  const stopped = new Promise<null>((resolve) => {
    onAbort = () => resolve(null);
    stop.addEventListener('abort', onAbort, { once: true });
  });
  const first = await Promise.race([work, stopped]);
  stop.removeEventListener('abort', onAbort);
  if (first === null) work.then(late, () => undefined);
  return first;
}

function asIso(date: Date | string | undefined): string | null {
  const time = new Date(date ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
