import type { ImapFlow } from 'imapflow';
import type { ConnectorLog, InboundSink } from '../../port';
import type { ImapSettings } from './imap';
import { imapError, openImap } from './imap';
import { Bell } from './imap-bell';
import { type ImapCursor, readCursor } from './imap-cursor';
import { type FolderChoice, INBOX, otherFolders, type WatchedFolder } from './imap-folders';
import type { Wrap } from './imap-inventory';
import { FolderLook } from './imap-look';

/** IDLE tells at once, but can die without a word: the poll is the truth. */
const POLL_MS = 60_000;

export interface ListenerDeps {
  log: ConnectorLog;
  now: () => Date;
  wrap: Wrap;
  /** For tests. */
  pollMs?: number;
}

/**
 * Follows a mailbox over one connection without leaving a trace in it (read-only, BODY.PEEK) until `stop`; throws when
 * the connection is lost. INBOX tells at once (IDLE), the other folders are asked at each poll.
 */
export async function followMailbox(
  settings: ImapSettings,
  choice: FolderChoice,
  sink: InboundSink,
  stop: AbortSignal,
  deps: ListenerDeps,
): Promise<void> {
  if (stop.aborted) return;
  const client = await orStopped(openImap(settings), stop, (late) => late.close());
  if (!client) return;
  const bell = new Bell();
  const { pollMs = POLL_MS } = deps;
  const close = (): void => client.close();
  stop.addEventListener('abort', close, { once: true });
  client.on('exists', () => bell.ring());
  client.on('close', () => bell.ring());
  try {
    const session = new MailboxSession(client, choice, sink, stop, deps);
    let polledAt = -Infinity;
    while (!stop.aborted) {
      // A mailbox that never stops ringing is polled all the same.
      const isDue = performance.now() - polledAt >= pollMs;
      if (isDue) polledAt = performance.now();
      await session.look(isDue ? 'all' : 'inbox');
      await bell.wait(Math.max(0, polledAt + pollMs - performance.now()));
      if (!client.usable && !stop.aborted) throw new Error('the connection was closed');
    }
  } catch (error) {
    if (!stop.aborted) throw imapError(error);
  } finally {
    stop.removeEventListener('abort', close);
    client.close();
  }
}

class MailboxSession {
  private cursor: ImapCursor | null = null;
  private others: WatchedFolder[] | null = null;

  constructor(
    private readonly client: ImapFlow,
    private readonly choice: FolderChoice,
    private readonly sink: InboundSink,
    private readonly stop: AbortSignal,
    private readonly deps: ListenerDeps,
  ) {}

  /** `inbox`: it is still open and said that something came. */
  async look(where: 'inbox' | 'all'): Promise<void> {
    const { client, sink, deps } = this;
    const cursor = (this.cursor ??= readCursor(await sink.loadCursor(), deps.now()));
    if (where === 'all') {
      for (const folder of await this.otherFolders()) {
        if (this.stop.aborted) return;
        await this.lookAt(folder, cursor);
      }
    }
    // Opened anew at each poll: only that shows for sure that the server renumbered it. INBOX comes last, to idle there.
    const fresh = where === 'all' || !client.mailbox;
    if (fresh) await client.mailboxOpen(INBOX, { readOnly: true });
    await this.take({ path: INBOX, junk: false }, cursor, fresh);
    if (!this.stop.aborted) await sink.alive();
  }

  private async lookAt(folder: WatchedFolder, cursor: ImapCursor): Promise<void> {
    try {
      if (!(await this.hasNews(folder, cursor))) return;
      // Without a lock: nobody else uses this client, and a held lock would keep it from idling.
      await this.client.mailboxOpen(folder.path, { readOnly: true });
    } catch (error) {
      if (!isGone(error)) throw error;
      // Somebody deleted or renamed it; the mail in INBOX must not wait for that.
      this.others = null;
      return;
    }
    await this.take(folder, cursor, true);
  }

  private async take(folder: WatchedFolder, cursor: ImapCursor, fresh: boolean): Promise<void> {
    const { client, sink, stop, deps } = this;
    const save = async (state: ImapCursor['folders'][string]): Promise<void> => {
      cursor.folders[folder.path] = state;
      await sink.saveCursor({ ...cursor });
    };
    await new FolderLook(
      { client, sink, stop, ...deps, fresh, save },
      folder,
      cursor.since,
      cursor.folders[folder.path] ?? null,
    ).run();
  }

  private async hasNews(folder: WatchedFolder, cursor: ImapCursor): Promise<boolean> {
    const was = cursor.folders[folder.path];
    if (!was || Object.keys(was.failed).length > 0) return true;
    const status = await this.client.status(folder.path, { uidNext: true, uidValidity: true });
    // A server that does not say is asked by opening the folder.
    if (!status || status.uidNext === undefined || status.uidValidity === undefined) return true;
    return status.uidValidity.toString() !== was.uidValidity || status.uidNext - 1 !== was.lastUid;
  }

  private async otherFolders(): Promise<WatchedFolder[]> {
    if (this.others) return this.others;
    const { found, missing } = await otherFolders(this.client, this.choice);
    if (missing.length > 0) this.deps.log.warn({ missing }, 'some folders are not there; they are looked for again');
    else this.others = found;
    return found;
  }
}

function isGone(error: unknown): boolean {
  const { mailboxMissing, code } = error as { mailboxMissing?: boolean; code?: string };
  return mailboxMissing === true || code === 'NotFound';
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
