import type { Ctx } from '@satchel/kernel';
import { makePerson, makeTicket, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { TicketQueries } from './ticket.queries';
import { TicketService } from './ticket.service';

describe('tickets', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let tickets: TicketService;
  let queries: TicketQueries;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    tickets = kernel.moduleRef.get(TicketService);
    queries = kernel.moduleRef.get(TicketQueries);
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
  });

  it('pages through the list without a gap or a double, even when times are equal', async () => {
    const at = new Date('2026-11-01T10:00:00Z');
    for (let n = 0; n < 25; n++) await makeTicket(ctx, { at: n % 2 ? at : new Date(at.getTime() + n * 1000) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await queries.list(ctx, { limit: 4, cursor });
      seen.push(...page.data.map((ticket) => ticket.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('counts in each view exactly what the view lists', async () => {
    await makeTicket(ctx, { status: 'new' });
    await makeTicket(ctx, { status: 'open', assigneeId: ctx.actor.id ?? undefined });
    await makeTicket(ctx, { status: 'resolved' });
    await makeTicket(ctx, { status: 'spam' });
    const counts = await queries.counts(ctx);
    for (const view of ['all', 'mine', 'unassigned', 'ai_drafts', 'ai_handed_over', 'resolved', 'spam'] as const) {
      expect([view, (await queries.list(ctx, { view, limit: 50 })).data.length]).toEqual([view, counts[view]]);
    }
    expect(counts).toMatchObject({ all: 3, mine: 1, unassigned: 1, resolved: 1, spam: 1 });
  });

  it('never lets two writers overwrite each other', async () => {
    const { id } = await makeTicket(ctx);
    const read = await queries.byId(ctx, id);
    const both = await Promise.all([
      tickets.update(ctx, id, { status: 'on_hold', expectedVersion: read?.version }),
      tickets.update(ctx, id, { status: 'resolved', expectedVersion: read?.version }),
    ]);
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(both.find((result) => !result.ok)).toEqual({ ok: false, code: 'stale' });
  });

  it('assigns only to people who work here', async () => {
    const { id } = await makeTicket(ctx);
    const colleague = await makePerson(kernel.db, ctx.workspaceId, { name: 'Tom Okafor' });
    const stranger = (await makeWorkspace(kernel.db)).ctx.actor;
    expect(await tickets.update(ctx, id, { assigneeId: colleague.id })).toMatchObject({
      ok: true,
      ticket: { assignee: { name: 'Tom Okafor' } },
    });
    expect(await tickets.update(ctx, id, { assigneeId: stranger.id })).toEqual({ ok: false, code: 'unknown_assignee' });
  });

  it('makes tags what was asked for, and finds tickets by them and by words', async () => {
    const { id, number } = await makeTicket(ctx, { subject: 'Zipper broken' });
    await makeTicket(ctx);
    await tickets.update(ctx, id, { tags: ['Warranty', 'jackets', 'warranty '] });
    await tickets.update(ctx, id, { tags: ['warranty', 'urgent'] });
    expect((await queries.byId(ctx, id))?.tags).toEqual(['urgent', 'warranty']);
    for (const filter of [{ tag: 'urgent' }, { q: 'zipper' }, { q: `#${number}` }]) {
      expect((await queries.list(ctx, { ...filter, limit: 10 })).data.map((ticket) => ticket.id)).toEqual([id]);
    }
    expect((await queries.list(ctx, { q: '100%', limit: 10 })).data).toEqual([]);
  });

  it('shows nothing of another workspace', async () => {
    const { id } = await makeTicket(ctx);
    const stranger = (await makeWorkspace(kernel.db)).ctx;
    expect((await queries.list(stranger, { limit: 10 })).data).toEqual([]);
    expect(await tickets.update(stranger, id, { status: 'closed' })).toEqual({ ok: false, code: 'not_found' });
  });
});
