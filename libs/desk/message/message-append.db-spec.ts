import type { TicketStatus } from '@satchel/contracts';
import { type Ctx, EventLog } from '@satchel/kernel';
import { makeTicket, makeWorkspace, type TestKernel, testKernel, waitFor } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { ReplyService } from '../reply/reply.service';
import { TicketQueries } from '../ticket/ticket.queries';
import { TicketService } from '../ticket/ticket.service';
import { MessageQueries } from './message.queries';

const maya = (ctx: Ctx) => ({ kind: 'person' as const, id: ctx.actor.id, name: ctx.actor.name });

describe('saying something on a ticket', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let replies: ReplyService;
  let tickets: TicketQueries;
  let messages: MessageQueries;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    ctx = kernel.ctx;
    replies = kernel.moduleRef.get(ReplyService);
    tickets = kernel.moduleRef.get(TicketQueries);
    messages = kernel.moduleRef.get(MessageQueries);
  });
  afterAll(() => kernel.close());

  const said = async (ticketId: string) => (await messages.thread(ctx, ticketId, { limit: 50 })).data;
  const open = (text = 'Where is my order?', email = 'anna@example.com') =>
    kernel.moduleRef.get(TicketService).create(ctx, { subject: 'Order', customer: { email, name: 'Anna' }, text });

  it('opens a ticket with a number of its own, the message, and its events', async () => {
    const first = await open();
    const second = await open();
    expect(second.number).toBe(first.number + 1);
    expect(first).toMatchObject({ status: 'new', messageCount: 1, preview: 'Where is my order?', aiState: 'none' });
    expect(first.waitingSince).not.toBeNull();
    // Readers of the log stop below the oldest transaction that still runs anywhere on the server.
    const types = await waitFor(async () => {
      const { events } = await kernel.moduleRef.get(EventLog).read(ctx, null, 100);
      const mine = events.filter((event) => event.ticketId === first.id).map((event) => event.type);
      return mine.length === 3 && mine;
    });
    expect(types.sort()).toEqual(['message.appended', 'message.received', 'ticket.created']);
  });

  it('puts the ticket on the customer by a reply, and leaves it alone by a note', async () => {
    const ticket = await open();
    await replies.note(ctx, { ticketId: ticket.id, text: 'Looks like a carrier delay.', author: maya(ctx) });
    expect(await tickets.byId(ctx, ticket.id)).toMatchObject({ status: 'new', messageCount: 2 });
    const result = await replies.reply(ctx, { ticketId: ticket.id, text: 'It is on its way.', author: maya(ctx) });
    expect(result.ok).toBe(true);
    expect(await tickets.byId(ctx, ticket.id)).toMatchObject({
      status: 'pending',
      waitingSince: null,
      lastMessageDirection: 'outbound',
    });
  });

  it.each<[TicketStatus, boolean]>([
    ['resolved', true],
    ['on_hold', true],
    ['closed', false],
  ])('a reply to a %s ticket is accepted: %s', async (status, accepted) => {
    const ticket = await makeTicket(ctx, { status });
    const result = await replies.reply(ctx, { ticketId: ticket.id, text: 'Hello', author: maya(ctx) });
    expect(result.ok).toBe(accepted);
    expect((await said(ticket.id)).length).toBe(accepted ? 1 : 0);
    if (!result.ok) expect(result.code).toBe('closed');
  });

  it('refuses a writer who did not see the newest message, and says so', async () => {
    const ticket = await open();
    const [seen] = await said(ticket.id);
    await replies.note(ctx, { ticketId: ticket.id, text: 'I am on it.', author: maya(ctx) });
    const stale = await replies.reply(ctx, {
      ticketId: ticket.id,
      text: 'Hi',
      author: maya(ctx),
      lastSeenMessageId: seen?.id,
    });
    expect(stale).toMatchObject({ ok: false, code: 'stale_ticket' });
    const newest = (await said(ticket.id)).at(-1);
    const fresh = await replies.reply(ctx, {
      ticketId: ticket.id,
      text: 'Hi',
      author: maya(ctx),
      lastSeenMessageId: newest?.id,
    });
    expect(fresh.ok).toBe(true);
  });

  it('stores one message however often, and however much at once, the same client id is sent', async () => {
    const ticket = await open();
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        replies.reply(ctx, { ticketId: ticket.id, text: 'Once', author: maya(ctx), clientId: `c-${ticket.id}` }),
      ),
    );
    const ids = new Set(results.map((result) => (result.ok ? result.message.id : result.code)));
    expect(ids.size).toBe(1);
    expect(await said(ticket.id)).toHaveLength(2);
    expect(await tickets.byId(ctx, ticket.id)).toMatchObject({ messageCount: 2 });
  });

  it('keeps every message and every count of 30 writers at once', async () => {
    const ticket = await open();
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        replies.note(ctx, { ticketId: ticket.id, text: `note ${n}`, author: maya(ctx) }),
      ),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    const after = await tickets.byId(ctx, ticket.id);
    expect(after).toMatchObject({ messageCount: 31, version: 31 });
  });

  it('lets one refused message of many at once refuse no other', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => makeTicket(ctx)));
    const closed = await makeTicket(ctx, { status: 'closed' });
    const results = await Promise.all(
      [...many, closed].map(({ id }, n) =>
        // The first three share a client id: only one of them may keep it.
        replies.reply(ctx, {
          ticketId: id,
          text: `n ${n}`,
          author: maya(ctx),
          clientId: n < 3 ? 'shared' : `own-${n}`,
        }),
      ),
    );
    expect(results.slice(3, 12).every((result) => result.ok)).toBe(true);
    expect(results.slice(0, 3).filter((result) => result.ok)).toHaveLength(1);
    expect(results[12]).toMatchObject({ ok: false, code: 'closed' });
    for (const { id } of many.slice(3)) expect(await said(id)).toHaveLength(1);
  });

  it('stores what a database cannot hold without losing the rest', async () => {
    const ticket = await open();
    const result = await replies.note(ctx, {
      ticketId: ticket.id,
      text: 'before\u0000after \ud83d end',
      author: maya(ctx),
    });
    expect(result.ok).toBe(true);
    expect((await said(ticket.id)).at(-1)?.text).toBe('beforeafter \ufffd end');
  });

  it('reaches no ticket of another workspace', async () => {
    const ticket = await open();
    const stranger = (await makeWorkspace(kernel.db)).ctx;
    const result = await replies.reply(stranger, { ticketId: ticket.id, text: 'Hi', author: maya(stranger) });
    expect(result).toMatchObject({ ok: false, code: 'not_found' });
    expect(await tickets.byId(stranger, ticket.id)).toBeNull();
    expect((await messages.thread(stranger, ticket.id, { limit: 10 })).data).toEqual([]);
  });
});
