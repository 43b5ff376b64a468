import { type Channel, Channels } from '@satchel/connectors';
import type { ChannelTraits, MessageBody } from '@satchel/contracts';
import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, makeCustomer, makeMessage, makeTicket, type TestKernel, testKernel } from '@satchel/testing';
import { AddressBlockService } from '../block/address-block.service';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { ReplyService, type NewReply } from '../reply/reply.service';
import { DestinationService } from './destination.service';

const MAIL: ChannelTraits = {
  addressKind: 'email',
  html: true,
  files: true,
  maxFiles: null,
  maxFileBytes: null,
  maxChars: null,
  replyWindowHours: null,
  templates: false,
  choices: 0,
  segments: false,
  typing: false,
  receipts: false,
  subject: true,
  copies: true,
  threads: 'ids',
  announcesAi: false,
};
const WINDOWED: ChannelTraits = {
  ...MAIL,
  addressKind: 'phone',
  maxChars: 100,
  replyWindowHours: 24,
  templates: true,
  choices: 3,
  copies: false,
  subject: false,
  threads: 'address',
};
const PHONE = '+4930123456';

describe('where an answer can go', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let ticketId: string;
  let mail: string;
  let phone: string;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    ctx = kernel.ctx;
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    kernel.clock.set(new Date());
    mail = (await makeConnection(ctx)).id;
    phone = (await makeConnection(ctx, { connectorId: 'texting', label: 'Texting', address: null })).id;
    const channel = (connectionId: string, traits: ChannelTraits): Channel => ({
      connectionId,
      connectorId: traits === MAIL ? 'email' : 'texting',
      label: traits === MAIL ? 'Support' : 'Texting',
      address: null,
      traits,
    });
    const channels = kernel.moduleRef.get(Channels);
    jest.spyOn(channels, 'list').mockResolvedValue([channel(mail, MAIL), channel(phone, WINDOWED)]);
    jest
      .spyOn(channels, 'templatesOf')
      .mockResolvedValue([
        { id: 'update', name: 'update', language: 'en', category: null, body: 'Hi {{1}}, {{2}} is here.', params: 2 },
      ]);
    const customer = await makeCustomer(ctx, { email: `anna-${newId()}@example.com` });
    await ctx.query('delete from customer_address where value = $1', [PHONE]);
    await ctx.query(
      `insert into customer_address (id, workspace_id, customer_id, kind, value) values ($1, $2, $3, 'phone', $4)`,
      [newId(), ctx.workspaceId, customer.id, PHONE],
    );
    ticketId = (await makeTicket(ctx, { customerId: customer.id, connectionId: mail })).id;
    await ctx.query('update ticket set customer_address = $2 where id = $1', [ticketId, customer.email]);
  });

  const options = async () => (await kernel.moduleRef.get(DestinationService).options(ctx, ticketId)) ?? [];
  const reply = (given: Partial<NewReply> = {}) =>
    kernel.moduleRef.get(ReplyService).reply(ctx, {
      ticketId,
      text: 'It is on its way.',
      author: { kind: 'person', id: ctx.actor.id, name: 'Maya' },
      ...given,
    });
  const said = async (given: Partial<NewReply>): Promise<MessageBody> => {
    const result = await reply(given);
    if (!result.ok) throw new Error(result.message);
    return result.message;
  };
  const texted = async (hoursAgo: number): Promise<void> => {
    const { id } = await makeMessage(ctx, ticketId, {
      at: new Date(kernel.clock.now().getTime() - hoursAgo * 3_600_000),
    });
    await ctx.query('update message set connection_id = $2, address = $3 where id = $1', [id, phone, PHONE]);
  };

  it("lists the ticket's own way first, then the customer's others, each once", async () => {
    expect((await options()).map(({ channel, current, window }) => ({ channel, current, window }))).toEqual([
      { channel: 'email', current: true, window: null },
      { channel: 'texting', current: false, window: { open: false, closesAt: null } },
    ]);
  });

  it('opens the window by a message of the customer, and closes it when its hours are over', async () => {
    await texted(23);
    expect((await options())[1]?.window).toEqual({
      open: true,
      closesAt: new Date(kernel.clock.now().getTime() + 3_600_000).toISOString(),
    });
    kernel.clock.advance(2 * 3_600_000);
    expect((await options())[1]?.window).toEqual({ open: false, closesAt: null });
  });

  it('refuses free words in a closed window with what to do, and takes a template filled', async () => {
    const to = { connectionId: phone, address: PHONE };
    const refused = await reply({ to });
    expect(refused).toMatchObject({ ok: false, code: 'window_closed' });
    expect(refused.ok ? '' : refused.message).toContain('approved template');
    expect(await reply({ to, template: { id: 'update', language: 'en', params: ['Anna'] } })).toMatchObject({
      code: 'unknown_template',
    });
    const template = { id: 'update', language: 'en', params: ['Anna', 'order $& 1001'] };
    expect((await said({ to, text: '', template })).text).toBe('Hi Anna, order $& 1001 is here.');
  });

  it('goes on over another channel of the same customer, pinned to the message', async () => {
    await texted(1);
    const { id } = await said({ to: { connectionId: phone, address: PHONE } });
    const [row] = await ctx.query('select connection_id as via, address, delivery_status from message where id = $1', [
      id,
    ]);
    expect(row).toEqual({ via: phone, address: PHONE, delivery_status: 'queued' });
    expect((await options())[0]).toMatchObject({ channel: 'email', current: true });
  });

  it.each([
    ['somebody else’s address', { to: { connectionId: '', address: '+4930999999' } }, 'unknown_destination'],
    ['more than it carries', { text: 'x'.repeat(101) }, 'too_long'],
    ['copies', { cc: ['ben@example.com'] }, 'no_copies'],
    ['too many buttons', { choices: ['a', 'b', 'c', 'd'] }, 'no_choices'],
  ])('refuses %s', async (_, given, code) => {
    await texted(1);
    const to = { connectionId: phone, address: PHONE, ...('to' in given ? { address: given.to.address } : {}) };
    expect(await reply({ ...given, to })).toMatchObject({ ok: false, code });
  });

  it('keeps the answers that a message offers with it', async () => {
    await texted(1);
    const to = { connectionId: phone, address: PHONE };
    const [asking, plain] = [await said({ to, choices: ['Refund', 'Exchange'] }), await said({ to })];
    const stored = await kernel.moduleRef.get(MessageQueries).byIds(ctx, [asking.id, plain.id]);
    for (const [offering, other] of [[asking, plain], stored]) {
      expect(offering?.choices).toEqual(['Refund', 'Exchange']);
      expect(other).not.toHaveProperty('choices');
    }
  });

  it('says again elsewhere what was not seen: to a claimed address too, and without moving the ticket', async () => {
    await ctx.query(
      `update ticket set status = 'open', ai_state = 'handed_over', waiting_since = now(), preview = 'Please help' where id = $1`,
      [ticketId],
    );
    await ctx.query(
      `insert into draft (id, workspace_id, ticket_id, author_kind, author_name, text) values ($1, $2, $3, 'ai', 'AI', 'A proposal')`,
      [newId(), ctx.workspaceId, ticketId],
    );
    const ticket = async () =>
      (
        await ctx.query(
          `select status, ai_state, waiting_since is null as answered, preview, message_count,
             (select count(*)::int from draft where ticket_id = ticket.id) as drafts from ticket where id = $1`,
          [ticketId],
        )
      )[0];
    const before = await ticket();
    const reply: NewReply = {
      ticketId,
      text: 'While you were away',
      author: { kind: 'system', id: null, name: 'Fernhill' },
      to: { connectionId: mail, address: 'claimed@example.com' },
    };
    const replies = kernel.moduleRef.get(ReplyService);
    expect(await replies.reply(ctx, reply)).toMatchObject({ ok: false, code: 'unknown_destination' });
    const said = await replies.reply(ctx, { ...reply, continues: true });
    expect(said).toMatchObject({ ok: true, message: { deliveryStatus: 'queued' } });
    const [row] = await ctx.query('select address, connection_id from message where id = $1', [
      said.ok ? said.message.id : null,
    ]);
    expect(row).toEqual({ address: 'claimed@example.com', connection_id: mail });
    expect(await ticket()).toEqual({ ...before, message_count: Number(before?.['message_count']) + 1 });
  });

  it('refuses a way that its owner barred, until they open it again', async () => {
    await texted(1);
    const at = { connectionId: phone, address: PHONE };
    const blocks = kernel.moduleRef.get(AddressBlockService);
    await blocks.block(ctx, at, 'opted_out', 'STOP');
    expect(await reply({ to: at })).toMatchObject({ ok: false, code: 'address_blocked' });
    expect((await options())[1]?.blocked).toMatchObject({ reason: 'opted_out' });
    expect(await blocks.unblock(ctx, at)).toBe(true);
    expect(await reply({ to: at })).toMatchObject({ ok: true });
  });

  it('answers a repeated reply with the stored one, even when its window has closed since', async () => {
    await texted(23);
    const to = { connectionId: phone, address: PHONE };
    const first = await said({ to, clientId: 'again' });
    kernel.clock.advance(2 * 3_600_000);
    expect((await said({ to, clientId: 'again' })).id).toBe(first.id);
  });
});
