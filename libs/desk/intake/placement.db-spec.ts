import { EnvelopeService, type InboundItem, type InboundMessage, type TakenEnvelope } from '@satchel/connectors';
import type { MessageBody, TicketBody } from '@satchel/contracts';
import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { BlockRuleQueries } from '../block/block-rule.queries';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { ReplyService } from '../reply/reply.service';
import { TicketQueries } from '../ticket/ticket.queries';
import { TicketService } from '../ticket/ticket.service';
import { IntakeService } from './intake.service';

const PHONE = '+4930123456';

describe('where a message belongs', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let mail: string;
  let phone: string;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
    mail = (await makeConnection(ctx)).id;
    phone = (await makeConnection(ctx, { connectorId: 'sms', address: null })).id;
  });

  const message = (given: Partial<InboundMessage> = {}): InboundMessage => ({
    type: 'message',
    externalId: newId(),
    from: { address: 'anna@example.com', name: null },
    replyTo: null,
    subject: 'Question',
    text: 'Hello',
    fullText: 'Hello',
    html: null,
    files: [],
    sentAt: null,
    automated: null,
    cc: [],
    notices: [],
    consent: null,
    thread: { ticketId: null, externalIds: [] },
    sender: 'unproven',
    ...given,
  });

  async function arrive(
    connectionId: string,
    item: InboundItem | null,
    meta: Record<string, unknown> = {},
  ): Promise<string> {
    const id = newId();
    await ctx.query(
      'insert into inbound_envelope (id, workspace_id, connection_id, external_id, raw) values ($1, $2, $3, $4, $5)',
      [id, ctx.workspaceId, connectionId, id, Buffer.from('raw')],
    );
    const texting = connectionId === phone;
    const envelope: TakenEnvelope = {
      id,
      connectionId,
      connectorId: texting ? 'sms' : 'email',
      addressKind: texting ? 'phone' : 'email',
      threads: texting ? 'address' : 'ids',
      receivedAt: kernel.clock.now(),
      meta,
      items: item ? [item] : [],
    };
    jest.spyOn(kernel.moduleRef.get(EnvelopeService), 'take').mockResolvedValueOnce(envelope);
    await kernel.moduleRef.get(IntakeService).route(ctx, id);
    return id;
  }
  const text = (given: Partial<InboundMessage> = {}) =>
    message({ from: { address: PHONE, name: null }, subject: null, ...given });
  const tickets = async (): Promise<TicketBody[]> =>
    (await kernel.moduleRef.get(TicketQueries).list(ctx, { limit: 50 })).data.sort((a, b) => a.number - b.number);
  const thread = async (ticketId: string): Promise<MessageBody[]> =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 50 })).data;
  const first = async (): Promise<TicketBody> => {
    const [ticket] = await tickets();
    if (!ticket) throw new Error('there is no ticket');
    return ticket;
  };
  const reply = async (ticketId: string, given: object = {}) => {
    const author = { kind: 'person', id: ctx.actor.id, name: 'Maya' } as const;
    const result = await kernel.moduleRef
      .get(ReplyService)
      .reply(ctx, { ticketId, text: 'Here you are', author, ...given });
    if (!result.ok) throw new Error(result.message);
    await ctx.query(`update message set external_id = $2, delivery_status = 'sent' where id = $1`, [
      result.message.id,
      `ext-${result.message.id}`,
    ]);
    return { id: result.message.id, externalId: `ext-${result.message.id}` };
  };

  it('keeps one running talk per phone number, and starts another when the last was settled long ago', async () => {
    await arrive(phone, text());
    await arrive(phone, text());
    await arrive(phone, text({ from: { address: '+4930999999', name: null } }));
    expect((await tickets()).map((it) => it.messageCount)).toEqual([2, 1]);
    const talk = await first();
    await kernel.moduleRef.get(TicketService).update(ctx, talk.id, { status: 'resolved' });
    await ctx.query(`update ticket set last_message_at = now() - interval '8 days' where id = $1`, [talk.id]);
    await arrive(phone, text());
    expect(await tickets()).toHaveLength(3);
  });

  it('goes on with the ticket when its customer answers over the channel we wrote to, and answers there', async () => {
    await arrive(mail, message());
    const ticket = await first();
    await ctx.query(
      `insert into customer_address (id, workspace_id, customer_id, kind, value) values ($1, $2, $3, 'phone', $4)`,
      [newId(), ctx.workspaceId, ticket.customer.id, PHONE],
    );
    const { id } = await reply(ticket.id);
    await ctx.query('update message set connection_id = $2, address = $3 where id = $1', [id, phone, PHONE]);
    await arrive(phone, text({ text: 'Thanks' }));
    expect(await tickets()).toMatchObject([
      { id: ticket.id, messageCount: 3, channel: 'sms', connectionId: phone, customer: { address: PHONE } },
    ]);
    const sent = (await thread(ticket.id)).find((it) => it.direction === 'inbound' && it.text === 'Hello');
    expect(sent?.destination).toMatchObject({ connectionId: mail, address: 'anna@example.com' });
  });

  it('lets somebody copied in answer without taking the ticket over', async () => {
    await arrive(mail, message());
    const ticket = await first();
    const { externalId } = await reply(ticket.id);
    await ctx.query(`update message set meta = '{"cc": ["ben@example.com"]}' where external_id = $1`, [externalId]);
    const thread_ = { ticketId: null, externalIds: [externalId] };
    await arrive(mail, message({ from: { address: 'ben@example.com', name: null }, thread: thread_ }));
    expect(await tickets()).toMatchObject([{ messageCount: 3, customer: { address: 'anna@example.com' } }]);
  });

  it.each([
    ['a stranger who replays our signed token', { from: { address: 'eve@elsewhere.example', name: null } }],
    ['a forged sender', { sender: 'forged' as const }],
  ])('gives %s a ticket of their own that points at the other', async (_, given) => {
    await arrive(mail, message());
    const ticket = await first();
    const { externalId } = await reply(ticket.id);
    await arrive(mail, message({ thread: { ticketId: ticket.id, externalIds: [externalId] }, ...given }));
    const [, own] = await tickets();
    expect(own?.messageCount).toBe(1);
    expect((await thread(own?.id ?? ''))[0]?.facts).toMatchObject({
      maybeTicketId: ticket.id,
      maybeTicketNumber: ticket.number,
    });
  });

  it('believes a proven alias of the customer', async () => {
    await arrive(mail, message());
    const ticket = await first();
    await ctx.query(
      `insert into customer_address (id, workspace_id, customer_id, kind, value, verified_at) values ($1, $2, $3, 'email', $4, now())`,
      [newId(), ctx.workspaceId, ticket.customer.id, 'anna@work.example'],
    );
    const { externalId } = await reply(ticket.id);
    const thread_ = { ticketId: null, externalIds: [externalId] };
    await arrive(mail, message({ from: { address: 'anna@work.example', name: null }, thread: thread_ }));
    expect(await tickets()).toMatchObject([{ messageCount: 3, customer: { address: 'anna@work.example' } }]);
  });

  it('takes an address for proven once authenticated mail came from it, not before', async () => {
    const proven = () =>
      ctx.query<{ how: string | null; proven: boolean }>(
        'select verified_how as how, verified_at is not null as proven from customer_address where workspace_id = $1',
        [ctx.workspaceId],
      );
    await arrive(mail, message());
    await arrive(mail, message({ sender: 'forged' }));
    expect(await proven()).toEqual([{ how: null, proven: false }]);
    await arrive(mail, message({ sender: 'proven' }));
    expect(await proven()).toEqual([{ how: 'authenticated_mail', proven: true }]);
  });

  it('never finds a ticket of another workspace', async () => {
    await arrive(mail, message({ externalId: 'shared@mail.example.com' }));
    const theirs = await first();
    const other = await makeWorkspace(kernel.db);
    ctx = other.ctx;
    mail = (await makeConnection(ctx)).id;
    await arrive(mail, message({ thread: { ticketId: theirs.id, externalIds: ['shared@mail.example.com'] } }));
    const [own] = await tickets();
    expect((await thread(own?.id ?? ''))[0]?.facts?.maybeTicketId).toBeUndefined();
  });

  it('suggests the one open ticket with the same subject, and joins none by it', async () => {
    await arrive(mail, message({ subject: 'Broken lamp' }));
    await arrive(mail, message({ subject: 'AW: Re[2]: broken  lamp'.replace('  ', ' ') }));
    const [older, newer] = await tickets();
    expect((await thread(newer?.id ?? ''))[0]?.facts?.maybeTicketNumber).toBe(older?.number);
  });

  it('keeps one copy per mailbox, and lets programs answer the first alone', async () => {
    const other = (await makeConnection(ctx)).id;
    await arrive(mail, message({ externalId: 'both@mail.example.com' }));
    await arrive(other, message({ externalId: 'both@mail.example.com' }));
    const [one, two] = await tickets();
    expect((await thread(one?.id ?? ''))[0]?.facts?.automated).toBeNull();
    expect((await thread(two?.id ?? ''))[0]?.facts?.automated).toBe(`a copy of the message on #${one?.number}`);
  });

  it('keeps what a blocked sender writes out of the desk, counted, and takes it in once unblocked', async () => {
    const rules = kernel.moduleRef.get(BlockRuleQueries);
    const rule = await rules.add(ctx, 'domain', 'spam.example');
    const item = message({ from: { address: 'x@mail.spam.example', name: null } });
    const envelope = await arrive(mail, item);
    expect(await tickets()).toEqual([]);
    expect(await rules.list(ctx)).toMatchObject([{ hits: 1 }]);
    expect(await ctx.query('select state, reason from inbound_envelope where id = $1', [envelope])).toEqual([
      { state: 'ignored', reason: 'blocked: spam.example' },
    ]);
    await rules.remove(ctx, rule.id);
    await arrive(mail, item);
    expect(await tickets()).toHaveLength(1);
  });

  it('says of what holds no message why it is on no ticket', async () => {
    const id = await arrive(phone, null);
    expect(await ctx.query('select state, reason from inbound_envelope where id = $1', [id])).toEqual([
      { state: 'ignored', reason: 'It holds no message of a customer that could be read.' },
    ]);
  });

  it('heeds STOP and START at once', async () => {
    const blocked = () => ctx.query('select reason from address_block where connection_id = $1', [phone]);
    await arrive(phone, text({ text: 'STOP', consent: 'stop', automated: 'opt-out keyword' }));
    expect(await blocked()).toEqual([{ reason: 'opted_out' }]);
    await arrive(phone, text({ text: 'START', consent: 'start', automated: 'opt-in keyword' }));
    expect(await blocked()).toEqual([]);
  });

  describe('what a vendor tells about a message of ours', () => {
    const status = (externalId: string, given: object = {}): InboundItem => ({
      type: 'status',
      externalId,
      status: 'delivered',
      error: null,
      recipient: null,
      block: null,
      ...given,
    });
    const stateOf = async (id: string) =>
      (
        await ctx.query<{ s: string; e: string | null }>(
          'select delivery_status as s, delivery_error as e from message where id = $1',
          [id],
        )
      )[0];

    it('moves forward only, whatever order it comes in', async () => {
      await arrive(mail, message());
      const { id, externalId } = await reply((await first()).id);
      await arrive(mail, status(externalId, { status: 'read' }));
      await arrive(mail, status(externalId, { status: 'sent' }));
      await arrive(mail, status(externalId, { status: 'delivered' }));
      expect(await stateOf(id)).toEqual({ s: 'read', e: null });
      await arrive(mail, status(externalId, { status: 'failed', error: 'gone' }));
      await arrive(mail, status(externalId, { status: 'read' }));
      expect(await stateOf(id)).toEqual({ s: 'failed', e: 'gone' });
    });

    it('marks a bounced mail failed, puts the ticket back on us and bars an address that is not there', async () => {
      await arrive(mail, message());
      const ticket = await first();
      const { id, externalId } = await reply(ticket.id);
      const bounce = { status: 'failed', error: '5.1.1 no such user', recipient: 'anna@example.com', block: 'bounced' };
      await arrive(mail, status(externalId, bounce));
      expect(await stateOf(id)).toEqual({ s: 'failed', e: '5.1.1 no such user' });
      expect(await first()).toMatchObject({ status: 'open' });
      expect(await ctx.query('select address, reason from address_block')).toEqual([
        { address: 'anna@example.com', reason: 'bounced' },
      ]);
    });

    it('believes no report about an address that we did not write to', async () => {
      await arrive(mail, message());
      const { id, externalId } = await reply((await first()).id);
      const forged = { status: 'failed', error: 'x', recipient: 'victim@example.com', block: 'bounced' };
      await arrive(mail, status(externalId, forged));
      expect(await stateOf(id)).toEqual({ s: 'sent', e: null });
      expect(await ctx.query('select address from address_block')).toEqual([]);
    });

    it('notes a delay and changes nothing else', async () => {
      await arrive(mail, message());
      const { id, externalId } = await reply((await first()).id);
      await arrive(
        mail,
        status(externalId, { status: 'delayed', error: '4.4.1 no answer', recipient: 'anna@example.com' }),
      );
      expect(await stateOf(id)).toEqual({ s: 'sent', e: '4.4.1 no answer' });
    });

    it('waits for an id that is only just being stored', async () => {
      await arrive(mail, message());
      const { id } = await reply((await first()).id);
      await ctx.query(`update message set delivery_status = 'sending', external_id = null where id = $1`, [id]);
      await expect(arrive(mail, status('not-stored-yet'))).rejects.toMatchObject({ code: 'status_too_early' });
    });

    it('takes a watermark for every message before it', async () => {
      await arrive(phone, text());
      const talk = await first();
      const sent = [await reply(talk.id), await reply(talk.id)];
      const at = new Date(kernel.clock.now().getTime() + 1_000);
      await arrive(phone, {
        type: 'watermark',
        externalId: 'w',
        from: { address: PHONE, name: null },
        status: 'read',
        at,
      });
      for (const { id } of sent) expect(await stateOf(id)).toEqual({ s: 'read', e: null });
    });
  });
});
