import { Channels, ConnectionService } from '@satchel/connectors';
import type { ChannelTraits, ConsoleChanges, MessageBody } from '@satchel/contracts';
import { DeskModule, ReplyService } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, EventLog } from '@satchel/kernel';
import { makeConnection, makeTicket, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { io, type Socket } from 'socket.io-client';
import { RealtimeModule } from '../realtime.module';

/** A screen: keeps what it was told. */
interface Screen {
  socket: Socket;
  batches: ConsoleChanges[];
  hello: { cursor: string; reset: boolean }[];
  cursor(): string;
  saw(text: string): boolean;
}

describe("the console's socket", () => {
  let app: TestApp;
  let ctx: Ctx;
  let key: string;
  let url: string;
  const open: Socket[] = [];

  beforeAll(async () => {
    app = await testApp({
      imports: [IdentityModule, DeskModule, RealtimeModule],
      entities: identityEntities,
      before: (nest) => nest.useWebSocketAdapter(new IoAdapter(nest)),
    });
    await app.app.listen(0, '127.0.0.1');
    url = await app.app.getUrl();
    const workspace = await makeWorkspace(app.db, { role: 'owner' });
    ctx = workspace.ctx;
    key = await keyOf(ctx);
  });
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => app.close());

  const keyOf = async (of: Ctx): Promise<string> =>
    (await app.app.get(ApiKeyService).create(of, { name: 'screen' })).key;

  async function screen(apiKey: string, after: string | null = null): Promise<Screen> {
    const socket = io(`${url}/console`, {
      transports: ['websocket'],
      extraHeaders: { authorization: `Bearer ${apiKey}` },
      auth: { after },
      reconnection: false,
      forceNew: true,
    });
    open.push(socket);
    const seen: Screen = {
      socket,
      batches: [],
      hello: [],
      cursor: () => seen.batches.at(-1)?.cursor ?? seen.hello.at(-1)?.cursor ?? '',
      saw: (text) => seen.batches.some((batch) => batch.messages.some((message) => message.text === text)),
    };
    socket.on('changes', (batch: ConsoleChanges) => seen.batches.push(batch));
    socket.on('hello', (hello: { cursor: string; reset: boolean }) => seen.hello.push(hello));
    await waitFor(() => seen.hello.length === 1, { what: 'the hello' });
    return seen;
  }

  async function say(of: Ctx, ticketId: string, text: string): Promise<MessageBody> {
    const author = { kind: 'person' as const, id: of.actor.id, name: of.actor.name };
    const result = await app.app.get(ReplyService).note(of, { ticketId, text, author });
    if (!result.ok) throw new Error(result.code);
    return result.message;
  }

  it('tells every screen of the workspace, with the fresh rows, and nobody else', async () => {
    const { id } = await makeTicket(ctx, { subject: 'Live' });
    const other = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
    const [mine, colleague, stranger] = [await screen(key), await screen(key), await screen(await keyOf(other))];
    await say(ctx, id, 'Hello, all');
    for (const one of [mine, colleague]) {
      await waitFor(() => one.saw('Hello, all'), { what: 'the message on the screen' });
      expect(one.batches.at(-1)?.tickets[0]).toMatchObject({
        id,
        subject: 'Live',
        messageCount: 1,
        preview: 'Hello, all',
      });
    }
    const theirs = await makeTicket(other);
    await say(other, theirs.id, 'Only for us');
    await waitFor(() => stranger.saw('Only for us'));
    expect(stranger.saw('Hello, all')).toBe(false);
    expect(mine.saw('Only for us')).toBe(false);
  });

  it('gives a screen that was away exactly what it missed, in order, then goes on live', async () => {
    const { id } = await makeTicket(ctx);
    const before = await screen(key);
    await say(ctx, id, 'seen');
    await waitFor(() => before.saw('seen'));
    before.socket.close();
    for (let n = 0; n < 5; n++) await say(ctx, id, `missed ${n}`);
    const after = await screen(key, before.cursor());
    expect(after.hello[0]?.reset).toBe(false);
    await say(ctx, id, 'live again');
    await waitFor(() => after.saw('live again'));
    const ids = after.batches.flatMap((batch) =>
      batch.events.filter((event) => event.type === 'message.appended').map((event) => event.id),
    );
    expect(new Set(ids).size).toBe(6);
    expect(after.saw('missed 0') && after.saw('missed 4')).toBe(true);
    expect(after.saw('seen')).toBe(false);
  });

  it('asks a screen that missed too much, or whose cursor is none of ours, to load anew', async () => {
    expect((await screen(key, 'nonsense')).hello[0]?.reset).toBe(true);
    const { id } = await makeTicket(ctx);
    const old = await screen(key);
    old.socket.close();
    await ctx.query(
      `insert into event (id, workspace_id, type, ticket_id, actor_kind, payload)
       select gen_random_uuid(), $1, 'ticket.subject_changed', $2, 'system', json_build_object('ticketId', $2::uuid) from generate_series(1, 1200)`,
      [ctx.workspaceId, id],
    );
    const log = app.app.get(EventLog);
    await waitFor(async () => (await log.read(ctx, old.cursor(), 1_200)).events.length === 1_200, {
      what: 'the events',
    });
    const late = await screen(key, old.cursor());
    expect(late.hello[0]?.reset).toBe(true);
    await say(ctx, id, 'live after the reset');
    await waitFor(() => late.saw('live after the reset'));
  });

  it('passes on that somebody writes an answer to the vendor whose program the customer uses', async () => {
    const { id: connectionId } = await makeConnection(ctx, { connectorId: 'texting', address: null });
    const traits = { typing: true, replyWindowHours: null, addressKind: 'phone' } as ChannelTraits;
    const channel = { connectionId, connectorId: 'texting', label: 'Texting', address: null, traits };
    const signal = jest.fn().mockRejectedValue(new Error('the vendor is away'));
    jest.spyOn(app.app.get(Channels), 'list').mockResolvedValue([channel]);
    jest.spyOn(app.app.get(ConnectionService), 'adapter').mockResolvedValue({ traits, signal } as never);
    const { id: ticketId } = await makeTicket(ctx, { connectionId });
    await ctx.query(`update ticket set customer_address = '+4930123456' where id = $1`, [ticketId]);

    const mine = await screen(key);
    mine.socket.emit('typing', { ticketId });
    await waitFor(() => signal.mock.calls.length > 0, { what: 'the vendor to be told' });
    const to = { address: '+4930123456', name: null };
    expect(signal.mock.calls).toEqual([[to, { type: 'typing', externalId: null }]]);
    await say(ctx, ticketId, 'goes on as if nothing had happened');
    await waitFor(() => mine.saw('goes on as if nothing had happened'));
    jest.restoreAllMocks();
  });

  it('lets no stranger listen', async () => {
    const socket = io(`${url}/console`, { transports: ['websocket'], reconnection: false, forceNew: true });
    open.push(socket);
    const refusal = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    expect(refusal.message).toBe('sign in first');
  });
});
