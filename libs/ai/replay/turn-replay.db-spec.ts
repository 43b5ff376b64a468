import { TicketService } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { newId } from '@satchel/kernel';
import { makeWorkspace, testKernel, type TestKernel } from '@satchel/testing';
import { Procedures } from '../procedures/procedure.service';
import { Brains } from '../brains/brains.service';
import { type Script, scriptedBrain } from '../brains/scripted-model.fixture';
import { AiSettings } from '../settings/ai-settings.service';
import { anOrder, Shop, turnImports, turnProviders } from '../turns/shop.fixture';
import { AiTurnQueries } from '../turns/turn.queries';
import { TurnService } from '../turns/turn.service';
import { TurnReplay } from './turn-replay.service';

describe('a turn taken again from its record', () => {
  let kernel: TestKernel;
  let shop: Shop;
  let ctx: Ctx;
  let replay: TurnReplay;

  beforeAll(async () => {
    shop = new Shop();
    kernel = await testKernel({ runJobs: false, imports: turnImports, providers: turnProviders(shop) });
    replay = kernel.moduleRef.get(TurnReplay);
  });
  afterAll(() => kernel?.close());
  beforeEach(async () => {
    kernel.clock.set('2026-11-20T12:00:00Z');
    ctx = (await makeWorkspace(kernel.db)).ctx;
    await kernel.moduleRef.get(AiSettings).update(ctx, { mode: 'auto', signature: 'The Fernhill team' });
    shop.orders = [anOrder('#1001', 'anna@example.com'), anOrder('#1002', 'anna@example.com')];
    shop.onLookUp = async () => undefined;
  });

  const taken = async (text: string) => {
    const customer = { email: 'anna@example.com', name: 'Anna Bergmann' };
    const ticket = await kernel.moduleRef.get(TicketService).create(ctx, { subject: 'Hello', customer, text });
    await kernel.moduleRef.get(TurnService).take(ctx, ticket.id);
    const [turn] = await kernel.moduleRef.get(AiTurnQueries).ofTicket(ctx, ticket.id);
    return { ticketId: ticket.id, turnId: turn?.id ?? '' };
  };
  /** All rows of the workspace, table by table. */
  const rows = async (): Promise<Record<string, number>> => {
    const tables = await ctx.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await ctx.query<{ n: number }>(`select count(*)::int as n from "${name}" where workspace_id = $1`, [
        ctx.workspaceId,
      ]);
      counts[name] = row?.n ?? 0;
    }
    return counts;
  };
  const nobodyAsks = (): void => {
    shop.onLookUp = async () => {
      throw new Error('a replay asked the shop');
    };
  };

  it.each([
    ['an answer', 'Hi, where is my order #1001? Thanks, Anna'],
    ['a question back', 'Where is my order?'],
    ['a handoff with a draft', 'I would like a refund for order #1001 please'],
    ['silence', 'Thanks a lot!'],
  ])('comes to the same, word for word: %s', async (_what, text) => {
    const { ticketId, turnId } = await taken(text);
    const before = await rows();
    nobodyAsks();
    // Today is another day, and the shop changed meanwhile.
    kernel.clock.advance(9 * 24 * 3_600_000);
    shop.orders = [];
    for (const how of ['stored', 'current'] as const) {
      const { stored, replayed, differs, unanswered } = await replay.run(ctx, ticketId, turnId, how);
      expect(replayed).toEqual(stored);
      expect({ differs, unanswered }).toEqual({ differs: [], unanswered: [] });
    }
    expect(await rows()).toEqual(before);
    expect(before).toMatchObject({ ai_turn: 1 });
  });

  it('shows what a changed procedure makes of it, and still tells how it was', async () => {
    const { ticketId, turnId } = await taken('Hi, where is my order #1001? Thanks, Anna');
    const procedures = kernel.moduleRef.get(Procedures);
    const { document } = await procedures.get(ctx, 'where-is-my-order');
    await procedures.change(ctx, 'where-is-my-order', {
      ...document,
      slots: {},
      steps: [{ do: 'hand_over', reason: 'unclear' }],
    });
    const before = await rows();
    const today = await replay.run(ctx, ticketId, turnId, 'current');
    expect(today.stored).toMatchObject({ end: 'send', text: expect.stringContaining('#1001') });
    expect(today.replayed).toMatchObject({ end: 'hand_over' });
    expect(today.differs).toEqual(expect.arrayContaining(['end', 'text']));
    expect((await replay.run(ctx, ticketId, turnId, 'stored')).differs).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  it('quotes a language model, holds its words against today’s gate, and asks a new one what it would say', async () => {
    const said =
      (text: string): Script =>
      ({ results }) =>
        results.length > 0 ? { text } : { calls: [{ name: 'find_orders', args: { orderNumber: '1001' } }] };
    const owner = { script: said('Your order #1001 is on its way with UPS.') };
    const brains = kernel.moduleRef.get(Brains);
    const [engine] = await brains.all();
    const all = jest
      .spyOn(brains, 'all')
      .mockResolvedValue([scriptedBrain(owner), ...(engine ? [{ ...engine, model: noProcedures(engine.model) }] : [])]);
    const { ticketId, turnId } = await taken('Could somebody tell me whether #1001 has left you by now?');
    const same = await replay.run(ctx, ticketId, turnId, 'stored');
    expect(same.stored).toMatchObject({ brain: 'scripted', text: expect.stringContaining('on its way with UPS') });
    expect(same).toMatchObject({ differs: [], unanswered: [] });
    owner.script = ({ results }) =>
      results.length > 0
        ? { text: 'It is with you tomorrow.' }
        : { calls: [{ name: 'find_orders', args: { orderNumber: '1002' } }] };
    const today = await replay.run(ctx, ticketId, turnId, 'current');
    expect(today.unanswered).toEqual([expect.stringContaining('1002')]);
    expect(today.differs).toEqual(expect.arrayContaining(['text', 'gate']));
    all.mockRestore();
  });

  it('is refused for what nobody thought about, and unknown to other shops', async () => {
    const { ticketId, turnId } = await taken('Where is my order #1001?');
    const other = (await makeWorkspace(kernel.db)).ctx;
    await expect(replay.run(other, ticketId, turnId, 'stored')).rejects.toMatchObject({ status: 404 });
    await expect(replay.run(ctx, ticketId, newId(), 'stored')).rejects.toMatchObject({ status: 404 });
    await ctx.query('update ai_turn set input = null where id = $1', [turnId]);
    await expect(replay.run(ctx, ticketId, turnId, 'stored')).rejects.toMatchObject({ status: 409 });
  });
});

/** An engine that leaves the first word to the language model. */
function noProcedures<T extends object>(model: T): T {
  return new Proxy(model, { has: (of, key) => key !== 'forTurn' && key in of });
}
