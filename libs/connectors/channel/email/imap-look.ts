import type { ImapFlow } from 'imapflow';
import type { ConnectorLog, InboundSink } from '../../port';
import type { FolderCursor } from './imap-cursor';
import { fetchBodies, fetchHeads, HEADS_AT_ONCE, type MailHead, searchUids } from './imap-fetch';
import type { WatchedFolder } from './imap-folders';
import { headsSince, type Wrap } from './imap-inventory';
import { sourceOf } from './imap-source';

const MAX_TRIES = 5;
/**
 * A renumbered folder is read again from this long before the last look: as far back as a reconciliation looks, so that the
 * ledger knows the new numbers. Known mails are duplicates and drop out.
 */
const RESCAN_MS = 7 * 24 * 60 * 60_000;

export interface LookDeps {
  client: ImapFlow;
  sink: InboundSink;
  stop: AbortSignal;
  log: ConnectorLog;
  now: () => Date;
  wrap: Wrap;
  /** The folder was opened for this look, so what the server said of it is true now. */
  fresh: boolean;
  /** Called as the mark moves on; a crash after it starts from there. */
  save: (cursor: FolderCursor) => Promise<void>;
}

/** One look at the folder that is open: takes everything newer than the cursor, and what failed before. */
export class FolderLook {
  private readonly failed: Record<string, number> = {};
  private stored = 0;
  private found = 0;

  constructor(
    private readonly deps: LookDeps,
    private readonly folder: WatchedFolder,
    private readonly start: string,
    private readonly was: FolderCursor | null,
  ) {}

  /** Throws when nothing at all could be stored: the fault is ours then, and nothing is marked as seen. */
  async run(): Promise<void> {
    const mailbox = this.deps.client.mailbox;
    if (!mailbox) throw new Error(`${this.folder.path} is not open`);
    const uidValidity = mailbox.uidValidity.toString();
    // Read before the search: a mail that arrives after it must stay above the mark.
    const newest = await this.newest(mailbox.uidNext);
    const since = this.deps.now().toISOString();
    // Numbers that went back under the same UIDVALIDITY: a server restored from a copy broke its word.
    const wentBack = this.deps.fresh && newest < (this.was?.lastUid ?? 0);
    if (this.was?.uidValidity === uidValidity && !wentBack) await this.goOn(this.was, since);
    else await this.rescan(uidValidity, newest, since);
  }

  private async newest(uidNext: number | undefined): Promise<number> {
    if (uidNext) return uidNext - 1;
    // RFC 3501 lets a server leave UIDNEXT out.
    return (await searchUids(this.deps.client, { uid: '*' })).at(-1) ?? 0;
  }

  private async goOn(was: FolderCursor, since: string): Promise<void> {
    const { client } = this.deps;
    const retried = Object.keys(was.failed).map(Number);
    // `n:*` always answers with the newest mail, even when its UID is below n.
    const uids = (await searchUids(client, { uid: `${was.lastUid + 1}:*` })).filter((uid) => uid > was.lastUid);
    const again = await fetchHeads(client, retried);
    if (retried.length > 0 && !(await this.take(again, retried, was.uidValidity))) return;
    let lastUid = was.lastUid;
    for (let at = 0; at < uids.length; at += HEADS_AT_ONCE) {
      const part = uids.slice(at, at + HEADS_AT_ONCE);
      if (!(await this.take(await fetchHeads(client, part), part, was.uidValidity))) return;
      lastUid = part.at(-1) ?? lastUid;
      await this.deps.save({ uidValidity: was.uidValidity, lastUid, since, failed: { ...was.failed, ...this.failed } });
    }
    const cursor = { uidValidity: was.uidValidity, lastUid, since, failed: this.failed };
    if (uids.length > 0 || retried.length > 0) await this.deps.save(cursor);
  }

  /** By date: the first look at a folder, or the numbers we knew are void. The mark is set once all of it is taken. */
  private async rescan(uidValidity: string, newest: number, since: string): Promise<void> {
    const lastLook = this.was ? Date.parse(this.was.since) - RESCAN_MS : 0;
    const from = Math.max(lastLook, Date.parse(this.start));
    const heads = await headsSince(this.deps.client, new Date(from));
    for (let at = 0; at < heads.length; at += HEADS_AT_ONCE) {
      const part = heads.slice(at, at + HEADS_AT_ONCE);
      const uids = part.map(({ uid }) => uid);
      if (!(await this.take(part, uids, uidValidity))) return;
    }
    const lastUid = Math.max(newest, heads.at(-1)?.uid ?? 0);
    await this.deps.save({ uidValidity, lastUid, since, failed: this.failed });
  }

  /** False: told to stop on the way. */
  private async take(heads: MailHead[], uids: number[], uidValidity: string): Promise<boolean> {
    const { client, sink, stop, wrap } = this.deps;
    const folder = this.folder.path;
    const at = (uid: number) => ({ folder, uidValidity, uid, junk: this.folder.junk });
    await sink.announce?.(heads.map((head) => ({ source: sourceOf(at(head.uid)), at: head.at, size: head.size })));
    const open = new Set(heads.map(({ uid }) => uid));
    this.found += uids.length;
    for await (const mail of fetchBodies(client, heads)) {
      if (stop.aborted) return false;
      open.delete(mail.uid);
      try {
        await sink.push(wrap(mail, at(mail.uid)));
        this.stored++;
      } catch (error) {
        this.deps.log.warn({ uid: mail.uid, folder, err: error }, 'a mail could not be stored; it will be tried again');
        this.fail(mail.uid);
      }
    }
    if (stop.aborted) return false;
    await this.settleMissing(uids, heads, open);
    if (this.found > 0 && this.stored === 0 && Object.keys(this.failed).length > 0 && !this.onlyRetried(uids))
      throw new Error('no mail could be stored');
    await sink.alive();
    return true;
  }

  /** What did not come was moved or deleted by somebody else; when it still lies there, the server swallowed it. */
  private async settleMissing(uids: number[], heads: MailHead[], open: Set<number>): Promise<void> {
    const described = new Set(heads.map(({ uid }) => uid));
    const absent = uids.filter((uid) => open.has(uid) || !described.has(uid));
    if (absent.length === 0) return;
    const still = await searchUids(this.deps.client, { uid: absent.join(',') });
    for (const uid of still.filter((it) => absent.includes(it))) this.fail(uid);
  }

  private fail(uid: number): void {
    const tries = (this.was?.failed[uid] ?? 0) + 1;
    if (tries < MAX_TRIES) this.failed[uid] = tries;
    else this.deps.log.warn({ uid, folder: this.folder.path }, 'a mail could not be stored; reconciliation names it');
  }

  private onlyRetried(uids: number[]): boolean {
    return uids.every((uid) => this.was?.failed[uid] !== undefined);
  }
}
