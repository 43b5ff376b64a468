import { type ChannelAdapter, ConnectionService, type Outbound, type SendResult } from '@satchel/connectors';
import { type Ctx, Jobs } from '@satchel/kernel';
import { makeConnection, makeTicket, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeliveryService } from '../delivery/delivery.service';
import { releaseJob } from '../desk.jobs';
import { DeskModule } from '../desk.module';
import { DraftService } from '../draft/draft.service';
import { MessageAppendQueries } from '../message/message-append.queries';
import { MessageQueries } from '../message/message.queries';
import type { NewReply } from '../reply/reply.service';
import { TicketQueries } from '../ticket/ticket.queries';
import { ScheduledMessages } from './scheduled.service';
import { sendTimeOf } from './send-time';

describe('replies that wait', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let scheduled: ScheduledMessages;
  let left: Outbound[];

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    scheduled = kernel.moduleRef.get(ScheduledMessages);
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ({ ctx } = await makeWorkspace(kernel.db));
    left = [];
    const channel: Pick<ChannelAdapter, 'send'> = {
      async send(outbound, beforeCommit): Promise<SendResult> {
        await beforeCommit();
        left.push(outbound);
        return { externalId: `ext-${outbound.messageId}`, status: 'sent' };
      },
    };
    jest.spyOn(kernel.moduleRef.get(ConnectionService), 'adapter').mockResolvedValue(channel as never);
  });

  const ticket = async (): Promise<string> => {
    const connection = await makeConnection(ctx);
    const { id } = await makeTicket(ctx, { connectionId: connection.id, status: 'open' });
    await ctx.query(`update ticket set customer_address = 'anna@example.com', waiting_since = now() where id = $1`, [
      id,
    ]);
    return id;
  };
  const inSeconds = (seconds: number): Date => new Date(kernel.clock.now().getTime() + seconds * 1000);
  const schedule = async (
    ticketId: string,
    time: { undoSeconds?: number; sendAt?: string; cancelIfCustomerWrites?: boolean } = { undoSeconds: 10 },
    more: Partial<NewReply> = {},
  ): Promise<string> => {
    const author = { kind: 'person' as const, id: ctx.actor.id, name: 'Maya' };
    const at = sendTimeOf(time, kernel.clock.now());
    if (!at) throw new Error('no time');
    const result = await scheduled.schedule(ctx, { ticketId, text: 'It is on its way.', author, ...more }, at);
    if (!result.ok) throw new Error(result.message);
    return result.message.id;
  };
  const deliver = (ticketId: string): Promise<void> =>
    kernel.moduleRef.get(DeliveryService).drain(ctx, ticketId, { attempt: 1, maxAttempts: 10 });
  const thread = async (ticketId: string) =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 50 })).data;
  const drafts = async (ticketId: string): Promise<string[]> =>
    (await kernel.moduleRef.get(DraftService).list(ctx, ticketId)).map(({ text }) => text);
  const customerWrites = (ticketId: string, automated = false) =>
    kernel.moduleRef.get(MessageAppendQueries).append(ctx, ticketId, {
      id: crypto.randomUUID(),
      direction: 'inbound',
      kind: 'reply',
      author: { kind: 'customer', id: null, name: 'Anna' },
      text: 'It came just now!',
      automated,
      createdAt: kernel.clock.now(),
    });

  it('leave when their time has come, and not before; until then the ticket is as it was', async () => {
    const ticketId = await ticket();
    const id = await schedule(ticketId);
    await scheduled.release(ctx, { scheduledId: id });
    await deliver(ticketId);
    expect(left).toEqual([]);
    expect(await thread(ticketId)).toEqual([]);
    expect(await kernel.moduleRef.get(TicketQueries).byId(ctx, ticketId)).toMatchObject({ status: 'open' });
    const [waiting] = await scheduled.list(ctx, ticketId);
    expect(waiting).toMatchObject({ id, deliveryStatus: 'scheduled', scheduled: { held: true } });

    const author = { kind: 'person' as const, id: ctx.actor.id, name: 'Maya' };
    await kernel.moduleRef.get(DraftService).save(ctx, { ticketId, author, text: 'The next answer' });
    kernel.clock.advance(10_000);
    await scheduled.release(ctx, { scheduledId: id });
    await scheduled.release(ctx, { scheduledId: id });
    await deliver(ticketId);
    expect(left.map(({ text, to }) => [text, to.address])).toEqual([['It is on its way.', 'anna@example.com']]);
    expect(await scheduled.list(ctx, ticketId)).toEqual([]);
    expect(await kernel.moduleRef.get(TicketQueries).byId(ctx, ticketId)).toMatchObject({
      status: 'pending',
      waitingSince: null,
    });
    expect(await drafts(ticketId)).toEqual(['The next answer']);
    expect((await thread(ticketId))[0]?.author).toMatchObject({ kind: 'person', name: 'Maya' });
  });

  it('go back to their writer as a draft when they are undone, before what was written since', async () => {
    const ticketId = await ticket();
    const author = { kind: 'person' as const, id: ctx.actor.id, name: 'Maya' };
    const save = (text: string) => kernel.moduleRef.get(DraftService).save(ctx, { ticketId, author, text });
    await save('It is on its way.');
    const id = await schedule(ticketId);
    expect(await drafts(ticketId)).toEqual([]);
    await save('One more thing');
    await scheduled.undo(ctx, id);
    expect(await drafts(ticketId)).toEqual(['It is on its way.\n\nOne more thing']);
    kernel.clock.advance(60_000);
    await scheduled.release(ctx, { scheduledId: id });
    expect(await thread(ticketId)).toEqual([]);
    await expect(scheduled.undo(ctx, id)).rejects.toMatchObject({ code: 'waits_no_more' });
  });

  it('are either undone or sent when both come at one moment, never both and never neither', async () => {
    const outcomes = { undone: 0, sent: 0 };
    for (let round = 0; round < 10; round += 1) {
      const ticketId = await ticket();
      const id = await schedule(ticketId);
      kernel.clock.advance(10_000);
      const release = () => scheduled.release(ctx, { scheduledId: id });
      const undo = () => scheduled.undo(ctx, id);
      const [first, second] = round % 2 === 0 ? [release, undo] : [undo, release];
      const all = await Promise.allSettled([first(), release(), second(), scheduled.sendNow(ctx, id)]);
      const undone = all[round % 2 === 0 ? 2 : 0]?.status === 'fulfilled';
      await deliver(ticketId);
      expect(left.length + (undone ? 1 : 0)).toBe(1);
      expect(await drafts(ticketId)).toEqual(undone ? ['It is on its way.'] : []);
      outcomes[undone ? 'undone' : 'sent'] += 1;
      left.length = 0;
    }
    expect(outcomes.undone + outcomes.sent).toBe(10);
  }, 90_000);

  it('are withdrawn when the customer writes first, if their writer asked for it, and people are told', async () => {
    const ticketId = await ticket();
    const sendAt = inSeconds(3600).toISOString();
    const asked = await schedule(ticketId, { sendAt, cancelIfCustomerWrites: true });
    const stays = await schedule(ticketId, { sendAt }, { text: 'Anyway' });
    kernel.clock.advance(1_000);
    await customerWrites(ticketId, true);
    expect(await scheduled.list(ctx, ticketId)).toHaveLength(2);
    await customerWrites(ticketId);
    kernel.clock.advance(3_600_000);
    // Even when nobody had told it yet that the customer wrote.
    await scheduled.release(ctx, { scheduledId: asked });
    await scheduled.release(ctx, { scheduledId: stays });
    await deliver(ticketId);
    expect(left.map(({ text }) => text)).toEqual(['Anyway']);
    expect(await drafts(ticketId)).toEqual(['It is on its way.']);
    const notes = (await thread(ticketId)).filter(({ kind }) => kind === 'note');
    expect(notes.map(({ text }) => text)).toEqual([expect.stringContaining('The customer wrote first.')]);
  });

  it('are withdrawn at once when the word of it comes', async () => {
    const ticketId = await ticket();
    const sendAt = inSeconds(3600).toISOString();
    await schedule(ticketId, { sendAt, cancelIfCustomerWrites: true });
    kernel.clock.advance(1_000);
    await customerWrites(ticketId);
    const payload = { ticketId, automated: false };
    await scheduled.onReceived(ctx, { type: 'message.received', payload } as never);
    expect(await scheduled.list(ctx, ticketId)).toEqual([]);
  });

  it('can be sent now, or at another time', async () => {
    const ticketId = await ticket();
    const enqueue = jest.spyOn(kernel.moduleRef.get(Jobs), 'enqueue');
    const id = await schedule(ticketId);
    const sendAfter = inSeconds(7200);
    await scheduled.change(ctx, id, { sendAfter });
    expect(enqueue).toHaveBeenLastCalledWith(
      expect.anything(),
      releaseJob,
      { scheduledId: id },
      { key: `desk.release:${id}`, runAt: sendAfter },
    );
    kernel.clock.advance(60_000);
    await scheduled.release(ctx, { scheduledId: id });
    expect(await thread(ticketId)).toEqual([]);
    expect((await scheduled.list(ctx, ticketId))[0]?.scheduled).toMatchObject({ held: false });
    await scheduled.sendNow(ctx, id);
    await deliver(ticketId);
    expect(left).toHaveLength(1);
  });

  it('are one for one client id, whether they wait or have left', async () => {
    const ticketId = await ticket();
    const id = await schedule(ticketId, undefined, { clientId: 'once' });
    expect(await schedule(ticketId, undefined, { clientId: 'once' })).toBe(id);
    await scheduled.sendNow(ctx, id);
    const again = await schedule(ticketId, undefined, { clientId: 'once' });
    expect((await thread(ticketId)).map((message) => message.id)).toEqual([again]);
    expect(await scheduled.list(ctx, ticketId)).toEqual([]);
  });

  it('go back with the reason when the ticket was closed meanwhile', async () => {
    const ticketId = await ticket();
    const id = await schedule(ticketId);
    await ctx.query(`update ticket set status = 'closed' where id = $1`, [ticketId]);
    kernel.clock.advance(10_000);
    await scheduled.release(ctx, { scheduledId: id });
    expect(await drafts(ticketId)).toEqual(['It is on its way.']);
    expect((await thread(ticketId)).map(({ kind, text }) => [kind, text])).toEqual([
      ['note', expect.stringContaining('This ticket is closed')],
    ]);
  });

  it('keep to the address they were written to, though the ticket moved on', async () => {
    const ticketId = await ticket();
    const id = await schedule(ticketId);
    await ctx.query(`update ticket set customer_address = 'somebody.else@example.com' where id = $1`, [ticketId]);
    kernel.clock.advance(10_000);
    await scheduled.release(ctx, { scheduledId: id });
    await deliver(ticketId);
    expect(left.filter(({ to }) => to.address !== 'anna@example.com')).toEqual([]);
  });

  it('are out of reach for another workspace', async () => {
    const id = await schedule(await ticket());
    const { ctx: stranger } = await makeWorkspace(kernel.db);
    await expect(scheduled.undo(stranger, id)).rejects.toMatchObject({ code: 'waits_no_more' });
    await expect(scheduled.sendNow(stranger, id)).rejects.toMatchObject({ code: 'waits_no_more' });
  });
});
