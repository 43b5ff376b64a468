import { randomUUID } from 'node:crypto';
import { ConnectionEntity } from '@satchel/connectors';
import type { WidgetMessagesBody, WidgetSentBody } from '@satchel/contracts';
import { DeskEvents, DeskModule, ReplyService, TicketService } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule, WorkspaceService } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { makeTicket, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { io, type Socket } from 'socket.io-client';
import { RealtimeModule } from '../realtime.module';
import { WidgetMessageQueries } from './widget-message.queries';
import { WidgetWatch } from './widget-watch.service';
import { answer, Browser, makeChat, type Said, SHOP, signed, ticketsOf } from './widget-world.fixture';

type Acked = WidgetSentBody | { error: Said };

/** A widget with a live line: keeps what it was told. */
class Line {
  readonly batches: WidgetMessagesBody[] = [];
  readonly typing: object[] = [];
  readonly online: boolean[] = [];

  constructor(readonly socket: Socket) {
    socket.on('messages', (body: WidgetMessagesBody) => this.batches.push(body));
    socket.on('typing', (body: object) => this.typing.push(body));
    socket.on('online', (body: { online: boolean }) => this.online.push(body.online));
  }

  get cursor(): string {
    return this.batches.at(-1)?.cursor ?? '';
  }

  /** As often as it was told, in that order. */
  texts(): string[] {
    return this.batches.flatMap(({ messages }) => messages.map(({ text }) => text));
  }

  send(body: object): Promise<Acked> {
    return this.socket.emitWithAck('send', body) as Promise<Acked>;
  }
}

describe("the widget's live line", () => {
  let app: TestApp;
  let ctx: Ctx;
  let key: string;
  let url: string;
  const open: Socket[] = [];

  beforeAll(async () => {
    app = await testApp({
      imports: [IdentityModule, DeskModule, RealtimeModule],
      entities: [...identityEntities, ConnectionEntity],
      runJobs: true,
      // A drain that waits for its turn holds a connection: there must be more of them than jobs at a time.
      config: { databasePool: 12 },
      before: (nest) => nest.useWebSocketAdapter(new IoAdapter(nest)),
    });
    await app.app.listen(0, '127.0.0.1');
    url = await app.app.getUrl();
    ctx = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
    key = await makeChat(app.app, ctx);
  });
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => app.close());

  const dial = (auth: object, options: object = {}, namespace = '/widget'): Socket => {
    const socket = io(`${url}${namespace}`, {
      transports: ['websocket'],
      extraHeaders: { origin: SHOP },
      auth,
      reconnection: false,
      forceNew: true,
      ...options,
    });
    open.push(socket);
    return socket;
  };
  const connect = async (browser: Browser, after: string | null = null): Promise<Line> => {
    const line = new Line(dial({ key: browser.key, token: browser.token, after }));
    await waitFor(() => line.batches.length > 0, { what: 'the first word' });
    return line;
  };
  const refusal = (socket: Socket): Promise<string> =>
    new Promise((resolve) => socket.once('connect_error', (error) => resolve(error.message)));
  const visitor = async (of = key, identity?: string): Promise<Browser> => {
    const browser = new Browser(url, of);
    await browser.open(identity === undefined ? {} : { identity });
    return browser;
  };
  /** A visitor, and the ticket that their first words opened. */
  const talking = async (name?: string) => {
    const browser = await visitor();
    const text = `Hello ${randomUUID()}`;
    await browser.say(text, name === undefined ? {} : { visitor: { name } });
    const [ticket] = await waitFor(async () => (await ticketsOf(ctx, text)).length > 0 && ticketsOf(ctx, text));
    if (!ticket) throw new Error('no ticket');
    return { browser, ticketId: ticket.id, text };
  };
  const reply = (ticketId: string, text: string): Promise<string> => answer(app.app, ctx, ticketId, text);
  const statusOf = async (id: string): Promise<unknown> =>
    (await ctx.query('select delivery_status as status from message where id = $1', [id]))[0]?.['status'];
  const colleague = async (): Promise<Socket> => {
    const { key: apiKey } = await app.app.get(ApiKeyService).create(ctx, { name: 'Maya' });
    const socket = dial({ after: null }, { extraHeaders: { authorization: `Bearer ${apiKey}` } }, '/console');
    await new Promise((resolve) => socket.once('hello', resolve));
    return socket;
  };

  it('lets nobody in without a session of this very chat, nor a page that is not on the list', async () => {
    const narrow = await makeChat(app.app, ctx, { allowedOrigins: 'https://other.example' });
    const one = await visitor();
    const elsewhere = new Browser(url, narrow, 'https://other.example');
    await elsewhere.open();
    for (const auth of [
      {},
      { key },
      { key, token: 'A'.repeat(43) },
      { key: narrow, token: one.token },
      { key: 7, token: {} },
    ])
      expect(await refusal(dial(auth))).toBe('unknown_session');
    expect(await refusal(dial({ key: narrow, token: elsewhere.token }))).toBe('unknown_session');
  });

  it('brings what is said to a visitor at once, to all their devices, and to nobody else', async () => {
    const identity = await signed({ sub: randomUUID() });
    const [desk, phone] = [await visitor(key, identity), await visitor(key, identity)];
    const text = `From two devices ${randomUUID()}`;
    await desk.say(text);
    const [ticket] = await waitFor(async () => (await ticketsOf(ctx, text)).length > 0 && ticketsOf(ctx, text));
    const eve = await talking();
    const lines = [await connect(desk), await connect(phone)];
    const other = await connect(eve.browser);
    await app.app.get(ReplyService).note(ctx, {
      ticketId: ticket?.id ?? '',
      text: 'Only for us',
      author: { kind: 'person', id: ctx.actor.id, name: 'Maya' },
    });
    await reply(ticket?.id ?? '', 'For both');
    for (const line of lines) {
      await waitFor(() => line.texts().includes('For both'));
      // A batch may come twice around a connect; applying it again changes nothing.
      expect([...new Set(line.texts())]).toEqual([text, 'For both']);
      expect(line.batches.at(-1)).toMatchObject({ unread: 1, messages: [{ from: 'person', authorName: 'Maya' }] });
    }
    await reply(eve.ticketId, 'For Eve');
    await waitFor(() => other.texts().includes('For Eve'));
    expect([...new Set(other.texts())]).toEqual([eve.text, 'For Eve']);
  });

  it('goes on where it broke: nothing lost, nothing twice, in order, even while it is all happening', async () => {
    const { browser, ticketId, text } = await talking();
    const before = await connect(browser);
    await reply(ticketId, 'seen');
    await waitFor(() => before.texts().includes('seen'));
    before.socket.close();
    const all = Array.from({ length: 40 }, (_, n) => `n ${n}`);
    const writing = (async () => {
      for (const each of all) await reply(ticketId, each);
    })();
    await waitFor(async () => (await browser.read(before.cursor)).messages.length > 10);
    const after = await connect(browser, before.cursor);
    await writing;
    await waitFor(() => after.texts().includes('n 39'), { what: 'the last one' });
    expect(after.texts()).toEqual(all);
    expect(before.texts()).toEqual([text, 'seen']);
    after.socket.close();
    await reply(ticketId, 'the end');
    const last = await connect(browser, after.cursor);
    await waitFor(() => last.texts().length > 0);
    expect(last.texts()).toEqual(['the end']);
  });

  it('takes a message once, and says so; what cannot be taken is answered with why', async () => {
    const browser = await visitor();
    const line = await connect(browser);
    const said = { clientId: randomUUID(), text: 'By the line' };
    const acks = await Promise.all(Array.from({ length: 10 }, () => line.send(said)));
    expect(acks).toEqual(Array(10).fill({ clientId: said.clientId, accepted: true }));
    await waitFor(() => line.texts().length > 0, { timeoutMs: 15_000 });
    expect(line.batches.flatMap(({ messages }) => messages)).toMatchObject([
      { clientId: said.clientId, from: 'visitor' },
    ]);
    expect(await line.send({ text: 'no id' })).toMatchObject({ error: { code: 'invalid_request' } });
    expect(await line.send({ ...said, clientId: randomUUID(), text: ' ' })).toMatchObject({
      error: { code: 'empty_message' },
    });
    expect(await line.send(null as never)).toMatchObject({ error: { code: 'invalid_request' } });
  });

  it('knows what reached the screen and what was seen, and never goes back on it', async () => {
    const { browser, ticketId } = await talking();
    const line = await connect(browser);
    const first = await reply(ticketId, 'one');
    const second = await reply(ticketId, 'two');
    await waitFor(async () => (await statusOf(second)) === 'delivered', { what: 'the delivery' });
    line.socket.emit('seen', { messageId: second });
    await waitFor(async () => (await statusOf(second)) === 'read');
    expect(await statusOf(first)).toBe('read');
    line.socket.emit('seen', { messageId: first });
    await line.send({ clientId: randomUUID(), text: 'afterwards' });
    expect(await statusOf(second)).toBe('read');
    await waitFor(() => line.batches.at(-1)?.unread === 0);
  });

  it('marks as read what was seen before it had left the house', async () => {
    const { browser, ticketId } = await talking();
    const line = await connect(browser);
    line.socket.on('messages', ({ messages }: WidgetMessagesBody) => {
      const last = messages.at(-1);
      if (last?.from === 'person') line.socket.emit('seen', { messageId: last.id });
    });
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await reply(ticketId, `quick ${n}`));
    for (const id of ids)
      await waitFor(async () => (await statusOf(id)) === 'read', { what: 'each of them to be read' });
  });

  it('shows each side that the other one writes, and nothing of it is kept', async () => {
    const { browser, ticketId } = await talking('Anna');
    const line = await connect(browser);
    const maya = await colleague();
    const seen: object[] = [];
    maya.on('typing', (body: object) => seen.push(body));
    line.socket.emit('typing');
    line.socket.emit('typing');
    await waitFor(() => seen.length > 0);
    expect(seen).toEqual([{ ticketId, from: 'customer', name: 'Anna' }]);

    const stranger = await makeTicket((await makeWorkspace(app.db)).ctx);
    const other = await colleague();
    other.emit('typing', { ticketId: stranger.id });
    maya.emit('typing', { ticketId });
    await waitFor(() => line.typing.length > 0);
    expect(line.typing).toEqual([{ from: 'person', name: 'Maya' }]);
  });

  it('shows that the AI writes until its turn is over, and nothing of what only becomes a draft', async () => {
    const { browser, ticketId } = await talking();
    const line = await connect(browser);
    const bystander = await connect((await talking()).browser);
    const [tickets, workspaces] = [app.app.get(TicketService), app.app.get(WorkspaceService)];
    await workspaces.updateSettings(ctx, { ai: { mode: 'draft' } });
    await tickets.setAiState(ctx, ticketId, 'working');
    await reply(ticketId, 'said after the draft was begun');
    await waitFor(() => line.texts().includes('said after the draft was begun'));
    await workspaces.updateSettings(ctx, { ai: { mode: 'auto' } });
    await tickets.setAiState(ctx, ticketId, 'working');
    await waitFor(() => line.typing.length > 0, { what: 'the word that the AI writes' });
    const writes = { from: 'ai', name: null };
    expect(line.typing).toEqual([writes]);
    await app.app
      .get(DeskEvents)
      .append(ctx, 'ai.turn_finished', { ticketId, turnId: randomUUID(), outcome: 'handed_over' });
    await waitFor(() => line.typing.length > 1, { what: 'the word that it stopped' });
    expect(line.typing).toEqual([writes, { ...writes, ended: true }]);
    expect(bystander.typing).toEqual([]);
  });

  it('says whether somebody is there', async () => {
    const asking = await makeChat(app.app, ctx, { availability: 'when_someone_is_here' });
    const browser = await visitor(asking);
    const line = await connect(browser);
    const watch = app.app.get(WidgetWatch);
    await watch.look();
    await waitFor(() => line.online.length === 1);
    const maya = await colleague();
    await watch.look();
    await waitFor(() => line.online.length === 2);
    maya.close();
    await waitFor(async () => {
      await watch.look();
      return line.online.length === 3;
    });
    expect(line.online).toEqual([false, true, false]);
  });

  it('ends with the session, when the visitor signs out or somebody else signs in', async () => {
    const [out, changed] = [await visitor(), await visitor()];
    const lines = [await connect(out), await connect(changed)];
    await out.call('DELETE', '/session');
    await changed.open({ identity: await signed({ sub: randomUUID() }) });
    for (const { socket } of lines) await waitFor(() => socket.disconnected);
  });

  it('asks the database nothing where nobody listens', async () => {
    const { ticketId, browser } = await talking();
    const asked = jest.spyOn(app.app.get(WidgetMessageQueries), 'ofChats');
    const line = await connect(browser);
    await reply(ticketId, 'with a listener');
    await waitFor(() => line.texts().includes('with a listener'));
    expect(asked).toHaveBeenCalled();
    line.socket.close();
    const other = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
    const elsewhere = await visitor(await makeChat(app.app, other));
    const watcher = await connect(elsewhere);
    asked.mockClear();
    await reply(ticketId, 'without');
    await elsewhere.say('a sign that the log was read on');
    await waitFor(() => watcher.texts().length > 0);
    expect(asked.mock.calls.map(([{ workspaceId }]) => workspaceId)).not.toContain(ctx.workspaceId);
    asked.mockRestore();
  });
});
