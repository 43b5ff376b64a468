import { hasDovecot, startDovecot, type Dovecot } from '../../../testing/dovecot';
import { waitFor } from '../../../testing/wait-for';
import type { InboundSink, RawInbound } from '../../port';
import { type ImapSettings, openImap } from './imap';
import { followInbox } from './imap-listener';
import { mailId } from './reader';

const onDovecot = hasDovecot ? describe : describe.skip;

onDovecot('following INBOX on a real Dovecot (install dovecot-imapd to run this)', () => {
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

  function listener(inbox: Inbox) {
    const stop = new AbortController();
    stops.push(stop);
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const wrap = (raw: Buffer, meta: Record<string, unknown>): RawInbound => ({ externalId: mailId(raw), raw, meta });
    const ended = followInbox(settings, inbox, stop.signal, { log, now: () => new Date(), wrap });
    ended.catch(() => undefined);
    return { stop: () => stop.abort(), ended };
  }

  it('takes a new mail at once, byte for byte, and leaves it unread', async () => {
    const inbox = new Inbox();
    listener(inbox);
    await waitFor(() => inbox.cursor, { what: 'the listener being connected' });
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
    await waitFor(() => inbox.cursor?.uidValidity);
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
    await waitFor(() => inbox.cursor);
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
    await waitFor(() => inbox.cursor);
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
    expect(inbox.cursor).toMatchObject({ lastUid: 1 });
  });

  it('ends within a second of being told to, and at once when told before', async () => {
    const inbox = new Inbox();
    const run = listener(inbox);
    await waitFor(() => inbox.cursor);
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
    await waitFor(() => inbox.cursor);
    await server.stop();
    await expect(run.ended).rejects.toMatchObject({ code: 'unavailable' });
  });
});

/** Takes mail as the doorway does, with a memory for a cursor. */
class Inbox implements InboundSink {
  readonly taken: RawInbound[] = [];
  readonly refuse = new Map<string, number>();

  constructor(public cursor: Record<string, unknown> | null = null) {}

  ids = (): string[] => this.taken.map((it) => it.externalId);

  async push(inbound: RawInbound): Promise<'stored' | 'duplicate'> {
    const left = this.refuse.get(inbound.externalId) ?? 0;
    if (left > 0) {
      this.refuse.set(inbound.externalId, left - 1);
      throw new Error('the database said no');
    }
    this.taken.push(inbound);
    return 'stored';
  }

  async loadCursor(): Promise<Record<string, unknown> | null> {
    return this.cursor;
  }

  async saveCursor(cursor: Record<string, unknown>): Promise<void> {
    this.cursor = cursor;
  }

  async alive(): Promise<void> {}
}
