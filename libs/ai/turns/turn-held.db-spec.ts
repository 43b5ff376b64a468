import { DraftService, MessageQueries, TicketQueries, TicketService } from '@satchel/desk';
import { WorkspaceService } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, testKernel, type TestKernel } from '@satchel/testing';
import { DRAFTS_PER_MINUTE } from './draft-allowance';
import { anOrder, Shop, turnImports, turnProviders } from './shop.fixture';
import { AiTurnQueries } from './turn.queries';
import { TurnService } from './turn.service';

describe('a turn for a sender whom no program may write to', () => {
  let kernel: TestKernel;
  let shop: Shop;
  let turns: TurnService;
  let ctx: Ctx;
  let connectionId: string;
  let looked: number;

  beforeAll(async () => {
    shop = new Shop();
    shop.orders = [anOrder('#1001', 'anna@example.com')];
    shop.onLookUp = async () => void (looked += 1);
    kernel = await testKernel({
      runJobs: false,
      imports: turnImports,
      providers: turnProviders(shop),
    });
    kernel.clock.set('2026-11-20T12:00:00Z');
    turns = kernel.moduleRef.get(TurnService);
    ctx = kernel.ctx;
    await kernel.moduleRef.get(WorkspaceService).updateSettings(ctx, { ai: { mode: 'auto' } });
    connectionId = (await makeConnection(ctx)).id;
  });
  afterAll(() => kernel?.close());
  beforeEach(() => {
    // Another minute, with all its drafts.
    kernel.clock.advance(60_000);
    looked = 0;
  });

  const write = (text: string) =>
    kernel.moduleRef
      .get(TicketService)
      .create(ctx, { subject: 'Hello', customer: { email: 'anna@example.com', name: 'Anna Bergmann' }, text });
  const outbound = async (ticketId: string) =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 50 })).data.filter(
      (message) => message.direction === 'outbound',
    );
  const drafts = (ticketId: string) => kernel.moduleRef.get(DraftService).list(ctx, ticketId);
  const aiState = async (ticketId: string) => (await kernel.moduleRef.get(TicketQueries).byId(ctx, ticketId))?.aiState;
  const turnOf = async (ticketId: string) => (await kernel.moduleRef.get(AiTurnQueries).ofTicket(ctx, ticketId))[0];

  /** As if it had come by mail; what the transport made of its sender decides. */
  const mailed = async (sender: 'unproven' | 'forged', text = 'Where is order 1001?'): Promise<string> => {
    const { id } = await write(text);
    await ctx.query(
      `update message set connection_id = $3, address = 'anna@example.com', meta = meta || jsonb_build_object('sender', $4::text)
       where workspace_id = $1 and ticket_id = $2`,
      [ctx.workspaceId, id, connectionId, sender],
    );
    return id;
  };
  /** As its event finds it. */
  const hear = async (ticketId: string): Promise<void> => {
    const [last] = (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 1 })).data;
    const admitted = await turns.admit(ctx, ticketId, last?.id ?? '');
    if (admitted !== null) await turns.take(ctx, ticketId, { admitted });
  };
  const asked = async (ticketId: string): Promise<string | null> => {
    const why = await turns.ask(ctx, ticketId);
    if (why === null) await turns.take(ctx, ticketId, { asked: true });
    return why;
  };

  it('is a draft with the reason, when nothing proves a stranger', async () => {
    const id = await mailed('unproven');
    await hear(id);
    expect(await outbound(id)).toEqual([]);
    expect((await drafts(id))[0]?.text).toContain('on its way with UPS');
    expect(await turnOf(id)).toMatchObject({ outcome: 'drafted', reason: expect.stringContaining('Nothing proves') });
  });

  it('thinks about a few of a flood, and tells of each of the others why it did not', async () => {
    const ids: string[] = [];
    for (let n = 0; n < DRAFTS_PER_MINUTE + 3; n++) ids.push(await mailed('unproven'));
    for (const id of ids) await hear(id);
    expect(looked).toBe(DRAFTS_PER_MINUTE);
    const last = ids.at(-1) ?? '';
    expect(await turnOf(last)).toMatchObject({
      outcome: 'skipped',
      reason: expect.stringContaining('Nothing proves'),
      toolCalls: [],
    });
    expect(await drafts(last)).toEqual([]);
    expect(await aiState(last)).toBe('none');

    const honest = await write('Where is order 1001?');
    await hear(honest.id);
    expect(await turnOf(honest.id)).toMatchObject({ outcome: 'sent' });
  });

  it('never begins for a forged one', async () => {
    const id = await mailed('forged');
    await hear(id);
    await hear(id);
    expect(looked).toBe(0);
    expect(await drafts(id)).toEqual([]);
    expect(await turnOf(id)).toMatchObject({ outcome: 'skipped', reason: expect.stringContaining('Somebody else') });
  });

  it('is a draft once a person asks, and nothing is sent', async () => {
    const id = await mailed('forged');
    await hear(id);
    expect(await asked(id)).toBeNull();
    expect(await outbound(id)).toEqual([]);
    expect((await drafts(id))[0]?.text).toContain('on its way with UPS');
    expect(await turnOf(id)).toMatchObject({ outcome: 'drafted', reason: expect.stringContaining('Somebody else') });
    expect(await aiState(id)).toBe('drafted');
    expect(await asked(id)).toBe('the AI has taken its turn on the newest message');
  });

  it('is only ever a draft when a person asks, even where a program may write', async () => {
    const ticket = await write('Where is order 1001?');
    expect(await asked(ticket.id)).toBeNull();
    expect(await outbound(ticket.id)).toEqual([]);
    expect(await drafts(ticket.id)).toHaveLength(1);
  });

  it('throws away what was proposed for the message before', async () => {
    const id = await mailed('unproven');
    await hear(id);
    expect(await drafts(id)).toHaveLength(1);
    kernel.clock.advance(60_000);
    await ctx.query(
      `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, created_at, connection_id, address, meta)
       values ($1, $2, $3, 'inbound', 'reply', 'customer', 'Anna', 'And order 1002?', $4, $5, 'anna@example.com', '{"sender":"forged"}')`,
      [newId(), ctx.workspaceId, id, kernel.clock.now(), connectionId],
    );
    await hear(id);
    expect(await drafts(id)).toEqual([]);
    expect(await aiState(id)).toBe('none');
  });
});
