import { ConnectionService, type Outbound } from '@satchel/connectors';
import { customersEntities, CustomerService, MergeService } from '@satchel/customers';
import { type Ctx, EventLog, type LoggedEvent } from '@satchel/kernel';
import {
  makeConnection,
  makeCustomer,
  makeTicket,
  makeWorkspace,
  type TestKernel,
  testKernel,
  waitFor,
} from '@satchel/testing';
import { DeliveryService } from '../delivery/delivery.service';
import { DeskModule } from '../desk.module';
import { ReplyService } from '../reply/reply.service';
import { TicketQueries } from '../ticket/ticket.queries';
import { MergeSubscriber } from './merge.subscriber';

describe('tickets of merged customers', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let merges: MergeService;
  let subscriber: MergeSubscriber;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], entities: customersEntities, runJobs: false });
    merges = kernel.moduleRef.get(MergeService);
    subscriber = kernel.moduleRef.get(MergeSubscriber);
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
  });

  async function customerWith(email: string, tickets: number) {
    const { id } = await kernel.moduleRef.get(CustomerService).create(ctx, { email });
    const made: string[] = [];
    for (let n = 0; n < tickets; n += 1) made.push(await opened(id, email));
    return { id, email, tickets: made };
  }
  async function opened(customerId: string, address: string, at = new Date()): Promise<string> {
    const { id } = await makeTicket(ctx, { customerId, at });
    await ctx.query('update ticket set customer_address = $2 where id = $1', [id, address]);
    return id;
  }
  const merge = async (survivor: { id: string }, other: { id: string }): Promise<string> => {
    const result = await merges.merge(ctx, survivor.id, other.id);
    if (!result.ok) throw new Error(result.code);
    return result.merge.id;
  };
  const events = () =>
    waitFor(async () => {
      const { events: all } = await kernel.moduleRef
        .get(EventLog)
        .read(ctx, null, 100, { types: ['customer.merged', 'customer.unmerged'] });
      return all.length > 0 ? all : null;
    });
  /** Handles what happened so far, in the order given by the places of the events. */
  async function handle(...order: number[]): Promise<void> {
    const all = await waitFor(async () => {
      const found = await events();
      return found.length > Math.max(...order) ? found : null;
    });
    for (const place of order) await subscriber.follow(ctx, all[place] as LoggedEvent);
  }
  const ownerOf = async (ticketId?: string) =>
    (await kernel.moduleRef.get(TicketQueries).byId(ctx, ticketId ?? ''))?.customer.id;
  const owners = (tickets: string[]) => Promise.all(tickets.map(ownerOf));

  it('follow them, and go back exactly when it is undone', async () => {
    const [anna, work] = [await customerWith('anna@example.com', 2), await customerWith('work@example.com', 2)];
    const id = await merge(anna, work);
    await handle(0, 0);
    expect(await owners([...anna.tickets, ...work.tickets])).toEqual(Array(4).fill(anna.id));

    const since = new Date(Date.now() + 1_000);
    const fromWork = await opened(anna.id, work.email, since);
    const fromHome = await opened(anna.id, anna.email, since);
    await merges.undo(ctx, id);
    await handle(1, 1, 0);
    expect(await owners(anna.tickets)).toEqual([anna.id, anna.id]);
    expect(await owners(work.tickets)).toEqual([work.id, work.id]);
    expect(await owners([fromHome, fromWork])).toEqual([anna.id, work.id]);
    const told = await waitFor(async () => {
      const read = await kernel.moduleRef.get(EventLog).read(ctx, null, 100, { types: ['ticket.customer_changed'] });
      return read.events.length === 5 ? read.events : null;
    });
    expect(work.tickets).toContain(told[0]?.ticketId);
    expect(told[0]?.payload).toEqual({ ticketId: told[0]?.ticketId, from: work.id, to: anna.id });
  });

  it('come to the last survivor in whatever order the merges are heard of, and back', async () => {
    const [a, b, c] = [
      await customerWith('a@example.com', 1),
      await customerWith('b@example.com', 1),
      await customerWith('c@example.com', 1),
    ];
    const first = await merge(b, a);
    const second = await merge(c, b);
    await handle(1, 0);
    expect(await owners([...a.tickets, ...b.tickets, ...c.tickets])).toEqual([c.id, c.id, c.id]);
    await merges.undo(ctx, second);
    await merges.undo(ctx, first);
    await handle(3, 2);
    expect(await owners([...a.tickets, ...b.tickets, ...c.tickets])).toEqual([a.id, b.id, c.id]);
  });

  it('stay where they are when the merge was undone before it was heard of', async () => {
    const [anna, work] = [await customerWith('anna@example.com', 0), await customerWith('work@example.com', 1)];
    await merges.undo(ctx, await merge(anna, work));
    await handle(1, 0);
    expect(await owners(work.tickets)).toEqual([work.id]);
  });

  it('are answered where they were answered before: a waiting reply goes to the old address', async () => {
    const left: Outbound[] = [];
    const send = async (outbound: Outbound) => {
      left.push(outbound);
      return { externalId: outbound.messageId, status: 'sent' };
    };
    jest.spyOn(kernel.moduleRef.get(ConnectionService), 'adapter').mockResolvedValue({ send } as never);
    const [anna, work] = [await customerWith('anna@example.com', 0), await customerWith('work@example.com', 1)];
    const ticketId = work.tickets[0] ?? '';
    const connection = await makeConnection(ctx);
    await ctx.query('update ticket set connection_id = $2 where id = $1', [ticketId, connection.id]);
    const pinned = () => ctx.query('select connection_id, customer_address from ticket where id = $1', [ticketId]);
    const before = await pinned();
    const author = { kind: 'person' as const, id: ctx.actor.id, name: 'Maya' };
    await kernel.moduleRef.get(ReplyService).reply(ctx, { ticketId, text: 'On its way', author });

    await merge(anna, work);
    await handle(0);
    expect(await ownerOf(ticketId)).toBe(anna.id);
    expect(await pinned()).toEqual(before);
    await kernel.moduleRef.get(ReplyService).reply(ctx, { ticketId, text: 'It arrived', author });
    await kernel.moduleRef.get(DeliveryService).drain(ctx, ticketId, { attempt: 1, maxAttempts: 1 });
    expect(left.map(({ text, to }) => [text, to.address])).toEqual([
      ['On its way', 'work@example.com'],
      ['It arrived', 'work@example.com'],
    ]);
  });
});

it('hear of a merge by themselves', async () => {
  const kernel = await testKernel({ imports: [DeskModule], entities: customersEntities });
  try {
    const [home, work] = [await makeCustomer(kernel.ctx), await makeCustomer(kernel.ctx)];
    const ticket = await makeTicket(kernel.ctx, { customerId: work.id });
    await kernel.moduleRef.get(MergeService).merge(kernel.ctx, home.id, work.id);
    const followed = await waitFor(async () => {
      const seen = await kernel.moduleRef.get(TicketQueries).byId(kernel.ctx, ticket.id);
      return seen?.customer.id === home.id ? seen : null;
    });
    expect(followed.version).toBe(2);
  } finally {
    await kernel.close();
  }
});
