import { hasDovecot, startDovecot, type Dovecot } from '../../../testing/dovecot';
import { waitFor } from '../../../testing/wait-for';
import type { InboundSink, RawInbound, SourceItem } from '../../port';
import { type ImapSettings, MAX_MAIL_BYTES, openImap } from './imap';
import { listSources, type Wrap } from './imap-inventory';
import { followMailbox } from './imap-listener';
import { sourceOf } from './imap-source';
import { mailId } from './reader';

const onDovecot = hasDovecot ? describe : describe.skip;

onDovecot('following a mailbox on a real Dovecot (install dovecot-imapd to run this)', () => {
  let server: Dovecot;
  let settings: ImapSettings;
  const stops: AbortController[] = [];

  beforeEach(async () => {
    server = await startDovecot();
    settings = { host: server.host, port: server.port, secure: false, user: server.user, pass: server.pass };
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop.abort();
    await server.stop();
  });

  const mail = (id: string, date = new Date()): string =>
    `Message-ID: <${id}@example.com>\r\nFrom: anna@example.com\r\nTo: support@fernhill.example\r\nDate: ${date.toUTCString()}\r\nSubject: ${id}\r\n\r\nHello\r\n`;

  function listener(inbox: Inbox, folders: string[] = [], pollMs?: number) {
    const stop = new AbortController();
    stops.push(stop);
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const wrap: Wrap = (mail, at) => ({
      externalId: mailId(mail.raw),
      raw: mail.raw,
      meta: { truncated: mail.truncated, size: mail.size },
      source: sourceOf(at),
    });
    const choice = { names: folders, watchJunk: false };
    const ended = followMailbox(settings, choice, inbox, stop.signal, { log, now: () => new Date(), wrap, pollMs });
    ended.catch(() => undefined);
    return { stop: () => stop.abort(), ended };
  }

  it('takes a new mail at once, byte for byte, and leaves it unread', async () => {
    const inbox = new Inbox();
    listener(inbox);
    await waitFor(() => inbox.folder(), { what: 'the listener being connected' });
    const raw = mail('one');
    await server.deliver(raw);
    await waitFor(() => inbox.ids().includes('one@example.com'));
    expect(inbox.taken[0]?.raw.toString()).toBe(raw);
    expect((await server.inboxFiles()).filter((name) => /:2,.*S/.test(name))).toEqual([]);
  });

  it('takes nothing that was there before the connection was made, and everything after', async () => {
    await server.deliver(mail('before'));
    await waitFor(async () => (await server.inboxFiles()).length === 1);
    const inbox = new Inbox({ since: new Date(Date.now() + 60_000).toISOString() });
    const first = listener(inbox);
    await waitFor(() => inbox.folder());
    first.stop();
    await first.ended;
    await server.deliver(mail('while down'));
    listener(inbox);
    await waitFor(() => inbox.ids().length > 0);
    expect(inbox.ids()).toEqual(['while down@example.com']);
  });

  it('takes what came in between making the connection and the first look', async () => {
    const inbox = new Inbox({ since: new Date(Date.now() - 5_000).toISOString() });
    await server.deliver(mail('early'));
    listener(inbox);
    await waitFor(() => inbox.ids().length > 0);
    expect(inbox.ids()).toEqual(['early@example.com']);
  });

  it('is not held up by one mail that cannot be stored, and tries it again', async () => {
    const inbox = new Inbox();
    inbox.refuse.set('bad@example.com', 1);
    const run = listener(inbox);
    await waitFor(() => inbox.folder());
    const client = await openImap(settings, { disableAutoIdle: true });
    run.stop();
    await run.ended;
    for (const id of ['good-1', 'bad', 'good-2']) await client.append('INBOX', mail(id));
    client.close();
    listener(inbox);
    await waitFor(() => inbox.ids().length === 2);
    expect(inbox.ids()).toEqual(['good-1@example.com', 'good-2@example.com']);
    await server.deliver(mail('later'));
    await waitFor(() => inbox.ids().length === 4);
    expect(inbox.ids()).toContain('bad@example.com');
  });

  it('marks nothing as seen while nothing at all can be stored', async () => {
    const inbox = new Inbox();
    const run = listener(inbox);
    await waitFor(() => inbox.folder());
    inbox.refuse.set('one@example.com', 1);
    await server.deliver(mail('one'));
    await expect(run.ended).rejects.toMatchObject({ name: 'ConnectorError' });
    listener(inbox);
    await waitFor(() => inbox.ids().includes('one@example.com'));
  });

  it('takes mail again when the server renumbered the folder; known ones fall to the doorway', async () => {
    const inbox = new Inbox({ uidValidity: '1', lastUid: 999, since: new Date().toISOString() });
    await server.deliver(mail('moved'));
    listener(inbox);
    await waitFor(() => inbox.ids().includes('moved@example.com'));
    expect(inbox.folder()).toMatchObject({ lastUid: 1 });
  });

  it('reads a renumbered folder again from a week ago, but not from before it was connected', async () => {
    const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 60 * 60_000);
    const client = await openImap(settings, { disableAutoIdle: true });
    for (const [id, hours] of [
      ['before', 72],
      ['two days old', 48],
      ['today', 1],
    ] as const)
      await client.append('INBOX', mail(id), [], hoursAgo(hours));
    client.close();
    const was = { uidValidity: '1', lastUid: 999, since: new Date().toISOString(), failed: {} };
    const inbox = new Inbox({ since: hoursAgo(60).toISOString(), folders: { INBOX: was } });
    listener(inbox);
    await waitFor(() => inbox.log.includes('alive'));
    expect(inbox.ids()).toEqual(['two days old@example.com', 'today@example.com']);
  });

  it('goes on after numbers that went back under the same UIDVALIDITY, as after a restored copy', async () => {
    const inbox = new Inbox();
    const run = listener(inbox);
    await waitFor(() => inbox.folder());
    run.stop();
    await run.ended;
    const folders = inbox.cursor?.folders as Record<string, { lastUid: number }>;
    inbox.cursor = { ...inbox.cursor, folders: { INBOX: { ...folders.INBOX, lastUid: 4711 } } };
    await server.deliver(mail('after the restore'));
    listener(inbox);
    await waitFor(() => inbox.ids().includes('after the restore@example.com'));
  });

  it('finds a mail that another client moved to a folder it follows, and names each where it lies', async () => {
    const client = await openImap(settings, { disableAutoIdle: true });
    await client.mailboxCreate('Returns/2026');
    await client.append('INBOX', mail('moved away'));
    await client.mailboxOpen('INBOX');
    await client.messageMove('1', 'Returns/2026');
    client.close();
    const inbox = new Inbox({ since: new Date(Date.now() - 60_000).toISOString() });
    listener(inbox, ['Returns/2026', 'Not there']);
    await waitFor(() => inbox.ids().includes('moved away@example.com'));
    expect(inbox.taken[0]?.source).toMatch(/^Returns\/2026\/\d+\/1$/);
    const listed = await listSources(settings, { names: ['Returns/2026'], watchJunk: false }, new Date(0));
    expect(listed.map(({ source }) => source)).toEqual([inbox.taken[0]?.source]);
  });

  it('looks at the other folders while INBOX rings without a pause', async () => {
    const client = await openImap(settings, { disableAutoIdle: true });
    await client.mailboxCreate('Archive');
    const inbox = new Inbox();
    listener(inbox, ['Archive'], 1_000);
    await waitFor(() => inbox.folder());
    await client.append('Archive', mail('filed'));
    let rings = 0;
    const ringing = setInterval(() => void server.deliver(mail(`ring ${rings++}`)), 100);
    await waitFor(() => inbox.ids().includes('filed@example.com'), { timeoutMs: 10_000 }).finally(() => {
      clearInterval(ringing);
      client.close();
    });
    expect(inbox.ids().some((id) => id.startsWith('ring'))).toBe(true);
  });

  it('tells what it found before it fetches, and that it is alive after', async () => {
    const inbox = new Inbox({ since: new Date(Date.now() - 60_000).toISOString() });
    await server.deliver(mail('told'));
    listener(inbox);
    await waitFor(() => inbox.log.includes('alive') && inbox.taken.length > 0);
    expect(inbox.log.slice(0, 3)).toEqual([expect.stringMatching(/^announce INBOX/), 'push told@example.com', 'alive']);
  });

  it('keeps the beginning of a mail that is too large, without holding all of it', async () => {
    const inbox = new Inbox();
    listener(inbox);
    await waitFor(() => inbox.folder());
    const line = Buffer.from(`${'x'.repeat(76)}\r\n`);
    const body = Buffer.alloc(60 * 1024 * 1024, line);
    await server.deliver(Buffer.concat([Buffer.from(mail('large')), body]));
    await server.deliver(mail('after the large one'));
    await waitFor(() => inbox.ids().length === 2, { timeoutMs: 20_000 });
    const large = inbox.taken.find(({ externalId }) => externalId === 'large@example.com');
    expect(large?.meta.truncated).toBe(true);
    expect(Number(large?.meta.size)).toBeGreaterThan(MAX_MAIL_BYTES);
    expect(large?.raw.length).toBeLessThanOrEqual(1024 * 1024);
    expect(large?.raw.toString('latin1')).toContain('Hello');
  });

  it('ends within a second of being told to, and at once when told before', async () => {
    const inbox = new Inbox();
    const run = listener(inbox);
    await waitFor(() => inbox.folder());
    const told = Date.now();
    run.stop();
    await run.ended;
    expect(Date.now() - told).toBeLessThan(1_000);
  });

  it('says "auth" for a wrong password', async () => {
    await expect(openImap({ ...settings, pass: 'wrong' })).rejects.toMatchObject({ code: 'auth' });
  });

  it('says "unavailable" when the server goes away', async () => {
    const inbox = new Inbox();
    const run = listener(inbox);
    await waitFor(() => inbox.folder());
    await server.stop();
    await expect(run.ended).rejects.toMatchObject({ code: 'unavailable' });
  });
});

/** Takes mail as the doorway does, with a memory for a cursor. */
class Inbox implements InboundSink {
  readonly taken: RawInbound[] = [];
  readonly log: string[] = [];
  readonly refuse = new Map<string, number>();

  constructor(public cursor: Record<string, unknown> | null = null) {}

  folder = (path = 'INBOX'): unknown => (this.cursor?.folders as Record<string, unknown> | undefined)?.[path];
  ids = (): string[] => this.taken.map((it) => it.externalId);

  async push(inbound: RawInbound): Promise<'stored' | 'duplicate'> {
    const left = this.refuse.get(inbound.externalId) ?? 0;
    if (left > 0) {
      this.refuse.set(inbound.externalId, left - 1);
      throw new Error('the database said no');
    }
    this.taken.push(inbound);
    this.log.push(`push ${inbound.externalId}`);
    return 'stored';
  }

  async loadCursor(): Promise<Record<string, unknown> | null> {
    return this.cursor;
  }

  async saveCursor(cursor: Record<string, unknown>): Promise<void> {
    this.cursor = cursor;
  }

  async announce(found: SourceItem[]): Promise<void> {
    for (const { source } of found) this.log.push(`announce ${source}`);
  }

  async alive(): Promise<void> {
    this.log.push('alive');
  }
}
