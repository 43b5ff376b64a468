import {
  type ChannelAdapter,
  ConnectionService,
  ConnectorError,
  type Outbound,
  type SendResult,
} from '@satchel/connectors';
import type { DeliveryStatus } from '@satchel/contracts';
import { type Ctx, Jobs, newId } from '@satchel/kernel';
import { makeConnection, makeTicket, type TestKernel, testKernel } from '@satchel/testing';
import { AddressBlockService } from '../block/address-block.service';
import { deliverJob } from '../desk.jobs';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { ReplyService } from '../reply/reply.service';
import { DeliveryService } from './delivery.service';

/** A channel that does what the test says; it keeps every message that really left. */
class ScriptedChannel implements Pick<ChannelAdapter, 'send' | 'find'> {
  readonly left: Outbound[] = [];
  next: 'ok' | 'down' | 'refused' | 'opted out' | 'lost answer' = 'ok';
  lookup: string = 'unknown';

  async send(outbound: Outbound, beforeCommit: () => Promise<void>): Promise<SendResult> {
    if (this.next === 'down') throw new ConnectorError('unavailable', 'no route to the mail server');
    if (this.next === 'refused') throw new ConnectorError('rejected', '550 no such user');
    if (this.next === 'opted out') throw new ConnectorError('opted_out', 'The customer opted out.');
    await beforeCommit();
    this.left.push(outbound);
    if (this.next === 'lost answer') throw new ConnectorError('uncertain', 'the connection broke');
    return { externalId: `ext-${outbound.messageId}`, status: 'sent' };
  }

  async find({ messageId }: Outbound): Promise<SendResult | 'not_sent' | 'unknown'> {
    if (this.lookup === 'not_sent' || this.lookup === 'unknown') return this.lookup;
    return { externalId: this.lookup === 'sent' ? `ext-${messageId}` : this.lookup, status: 'queued' };
  }
}

describe('delivery', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let channel: ScriptedChannel;
  let deliveries: DeliveryService;
  const attempt = { attempt: 1, maxAttempts: 10 };

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    ctx = kernel.ctx;
    deliveries = kernel.moduleRef.get(DeliveryService);
  });
  afterAll(() => kernel.close());
  beforeEach(() => {
    channel = new ScriptedChannel();
    jest.spyOn(kernel.moduleRef.get(ConnectionService), 'adapter').mockResolvedValue(channel as never);
  });

  async function written(...texts: string[]): Promise<string> {
    const connection = await makeConnection(ctx);
    const { id } = await makeTicket(ctx, { connectionId: connection.id });
    await ctx.query(`update ticket set customer_address = 'anna@example.com' where id = $1`, [id]);
    for (const text of texts) {
      await kernel.moduleRef
        .get(ReplyService)
        .reply(ctx, { ticketId: id, text, author: { kind: 'person', id: ctx.actor.id, name: 'Maya' } });
    }
    return id;
  }
  const statuses = async (ticketId: string): Promise<(DeliveryStatus | null)[]> =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 50 })).data.map(
      (message) => message.deliveryStatus,
    );
  const lastId = async (ticketId: string): Promise<string> =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 1 })).data[0]?.id ?? '';

  it('sends what waits, in order, once', async () => {
    const ticketId = await written('first', 'second', 'third');
    await Promise.all([deliveries.drain(ctx, ticketId, attempt), deliveries.drain(ctx, ticketId, attempt)]);
    expect(channel.left.map((outbound) => outbound.text)).toEqual(['first', 'second', 'third']);
    expect(await statuses(ticketId)).toEqual(['sent', 'sent', 'sent']);
    expect(channel.left[2]?.thread.references).toEqual([
      `ext-${channel.left[0]?.messageId}`,
      `ext-${channel.left[1]?.messageId}`,
    ]);
  });

  it('keeps a message that could not leave, and sends it when the way is free again', async () => {
    const ticketId = await written('hello');
    channel.next = 'down';
    await expect(deliveries.drain(ctx, ticketId, attempt)).rejects.toThrow('no route');
    expect(await statuses(ticketId)).toEqual(['queued']);
    channel.next = 'ok';
    await deliveries.drain(ctx, ticketId, attempt);
    expect(channel.left).toHaveLength(1);
    expect(await statuses(ticketId)).toEqual(['sent']);
  });

  it('waits an hour at a time once the quick tries are used up, says failed after a week, and a person can send it again', async () => {
    const ticketId = await written('hello');
    const last = { attempt: 10, maxAttempts: 10 };
    kernel.clock.set(kernel.clock.now());
    const enqueue = jest.spyOn(kernel.moduleRef.get(Jobs), 'enqueue');
    channel.next = 'down';
    await deliveries.drain(ctx, ticketId, last);
    expect(await statuses(ticketId)).toEqual(['queued']);
    const inAnHour = new Date(kernel.clock.now().getTime() + 3_600_000);
    expect(enqueue).toHaveBeenCalledWith(
      expect.anything(),
      deliverJob,
      { ticketId },
      { key: `desk.deliver:${ticketId}`, runAt: inAnHour },
    );
    await ctx.query(`update message set created_at = created_at - interval '8 days' where ticket_id = $1`, [ticketId]);
    await deliveries.drain(ctx, ticketId, last);
    expect(await statuses(ticketId)).toEqual(['failed']);
    channel.next = 'ok';
    expect(await deliveries.resolve(ctx, await lastId(ticketId), 'resend')).toBe(true);
    await deliveries.drain(ctx, ticketId, attempt);
    expect(await statuses(ticketId)).toEqual(['sent']);
  });

  it('sends where the message was written for, whatever happens to the ticket meanwhile', async () => {
    const ticketId = await written('for Anna');
    await ctx.query(`update ticket set customer_address = 'somebody-else@example.com' where id = $1`, [ticketId]);
    await deliveries.drain(ctx, ticketId, attempt);
    expect(channel.left.map((one) => one.to.address)).toEqual(['anna@example.com']);
  });

  it('sends nothing to an address that asked for silence', async () => {
    const ticketId = await written('hello');
    const [{ connectionId = '' } = {}] = await ctx.query<{ connectionId: string }>(
      'select connection_id as "connectionId" from ticket where id = $1',
      [ticketId],
    );
    const at = { connectionId, address: 'anna@example.com' };
    await kernel.moduleRef.get(AddressBlockService).block(ctx, at, 'opted_out', 'STOP');
    await deliveries.drain(ctx, ticketId, attempt);
    expect(channel.left).toEqual([]);
    expect(await statuses(ticketId)).toEqual(['failed']);
  });

  it('takes the word of a vendor to whom the customer said STOP', async () => {
    const ticketId = await written('hello');
    channel.next = 'opted out';
    await deliveries.drain(ctx, ticketId, attempt);
    expect(await statuses(ticketId)).toEqual(['failed']);
    const blocked = await ctx.query(
      'select 1 from address_block b join ticket t using (connection_id) where t.id = $1',
      [ticketId],
    );
    expect(blocked).toHaveLength(1);
  });

  it('tells the customer’s program that their message was read, and sends whatever becomes of that', async () => {
    const ticketId = await written('hello');
    await ctx.query(
      `insert into message (id, workspace_id, ticket_id, connection_id, direction, kind, author_kind, author_name, text, external_id, created_at)
       select $1, $2, id, connection_id, 'inbound', 'reply', 'customer', 'Anna', 'Hi', 'theirs-1', now() - interval '1 minute'
       from ticket where id = $3`,
      [newId(), ctx.workspaceId, ticketId],
    );
    const signal = jest.fn().mockRejectedValue(new Error('not now'));
    Object.assign(channel, { signal });
    await deliveries.drain(ctx, ticketId, attempt);
    expect(signal).toHaveBeenCalledWith(expect.objectContaining({ address: 'anna@example.com' }), {
      type: 'read',
      externalId: 'theirs-1',
    });
    expect(await statuses(ticketId)).toContain('sent');
  });

  it('does not hold up the next message behind a refused one', async () => {
    const ticketId = await written('bad');
    channel.next = 'refused';
    await deliveries.drain(ctx, ticketId, attempt);
    expect(await statuses(ticketId)).toEqual(['failed']);
  });

  it.each([
    ['sent', 'sent', 1],
    ['unknown', 'verify', 1],
  ] as const)('never sends an open outcome twice: looked up as %s it becomes %s', async (lookup, status, times) => {
    const ticketId = await written('hello');
    channel.next = 'lost answer';
    channel.lookup = lookup;
    await deliveries.drain(ctx, ticketId, attempt);
    channel.next = 'ok';
    await deliveries.drain(ctx, ticketId, attempt);
    expect(channel.left).toHaveLength(times);
    expect(await statuses(ticketId)).toEqual([status]);
  });

  it('keeps the id under which a lost message was found, and takes no other message for it', async () => {
    const externalIdOf = async (id: string): Promise<string | null> => {
      const [row] = await ctx.query<{ id: string | null }>('select external_id as id from message where id = $1', [id]);
      return row?.id ?? null;
    };
    const ticketId = await written('thank you');
    channel.next = 'lost answer';
    channel.lookup = 'sent';
    await deliveries.drain(ctx, ticketId, attempt);
    const first = await externalIdOf(await lastId(ticketId));
    expect(first).toMatch(/^ext-/);

    const { connection_id: connectionId } = (
      await ctx.query<{ connection_id: string }>('select connection_id from ticket where id = $1', [ticketId])
    )[0] ?? { connection_id: '' };
    const { id: other } = await makeTicket(ctx, { connectionId });
    await ctx.query(`update ticket set customer_address = 'anna@example.com' where id = $1`, [other]);
    await kernel.moduleRef
      .get(ReplyService)
      .reply(ctx, { ticketId: other, text: 'thank you', author: { kind: 'person', id: null, name: 'Maya' } });
    channel.lookup = first ?? '';
    await deliveries.drain(ctx, other, attempt);
    expect(await statuses(other)).toEqual(['verify']);
    expect(await externalIdOf(await lastId(other))).toBeNull();
  });

  it('takes up after a crash: before the commit it sends, after it it looks first', async () => {
    const before = await written('crashed before');
    await ctx.query(`update message set delivery_status = 'sending' where ticket_id = $1`, [before]);
    await deliveries.drain(ctx, before, attempt);
    expect(channel.left).toHaveLength(1);

    const after = await written('crashed after');
    await ctx.query(`update message set delivery_status = 'sending', committed_at = now() where ticket_id = $1`, [
      after,
    ]);
    await deliveries.drain(ctx, after, attempt);
    expect(channel.left).toHaveLength(1);
    expect(await statuses(after)).toEqual(['verify']);
    expect(await deliveries.resolve(ctx, await lastId(after), 'sent')).toBe(true);
    expect(await statuses(after)).toEqual(['sent']);
  });
});
