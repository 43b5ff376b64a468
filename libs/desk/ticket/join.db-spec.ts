import type { Ctx } from '@satchel/kernel';
import { makeMessage, makeTicket, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { JoinService } from './join.service';
import { TicketQueries } from './ticket.queries';

describe('putting two tickets together', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    ctx = kernel.ctx;
  });
  afterAll(() => kernel.close());

  const join = (from: string, into: string) => kernel.moduleRef.get(JoinService).join(ctx, from, into);
  const ticket = (id: string) => kernel.moduleRef.get(TicketQueries).byId(ctx, id);

  it('moves every message once, in the order they were said, and closes the emptied ticket', async () => {
    const older = await makeTicket(ctx, { status: 'resolved' });
    const newer = await makeTicket(ctx);
    const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 10, n));
    await makeMessage(ctx, older.id, { text: 'first', at: minute(1) });
    await makeMessage(ctx, newer.id, { text: 'second', at: minute(2) });
    await makeMessage(ctx, older.id, { text: 'third', at: minute(3) });
    expect(await join(newer.id, older.id)).toMatchObject({ ok: true, ticket: { messageCount: 3, status: 'open' } });
    const thread = await kernel.moduleRef.get(MessageQueries).thread(ctx, older.id, { limit: 50 });
    expect(thread.data.map((it) => it.text)).toEqual(['first', 'second', 'third']);
    expect(await ticket(newer.id)).toMatchObject({ status: 'closed', messageCount: 0 });
  });

  it('refuses itself, a closed one, and one of another workspace, and moves nothing', async () => {
    const open = await makeTicket(ctx);
    await makeMessage(ctx, open.id);
    const closed = await makeTicket(ctx, { status: 'closed' });
    const theirs = await makeTicket((await makeWorkspace(kernel.db)).ctx);
    expect(await join(open.id, open.id)).toMatchObject({ code: 'same_ticket' });
    expect(await join(open.id, closed.id)).toMatchObject({ code: 'closed' });
    expect(await join(open.id, theirs.id)).toMatchObject({ code: 'not_found' });
    expect(await join(theirs.id, open.id)).toMatchObject({ code: 'not_found' });
    expect(await ticket(open.id)).toMatchObject({ messageCount: 1, status: 'new' });
  });
});
