import { type Channel, Channels, ConnectionService } from '@satchel/connectors';
import type { ChannelTraits } from '@satchel/contracts';
import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, makeTicket, makeWorkspace, type TestKernel, testKernel, waitFor } from '@satchel/testing';
import { AddressBlockService } from '../block/address-block.service';
import { DeskModule } from '../desk.module';
import { TypingService } from './typing.service';

const HOUR_MS = 3_600_000;
const TRAITS: ChannelTraits = {
  addressKind: 'phone',
  html: false,
  files: true,
  maxFiles: 1,
  maxFileBytes: null,
  maxChars: null,
  replyWindowHours: 24,
  templates: false,
  choices: 0,
  segments: false,
  typing: true,
  receipts: true,
  subject: false,
  copies: false,
  threads: 'address',
  announcesAi: false,
};
const PHONE = '+4930111111';

describe('telling a customer that an answer is being written', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let signal: jest.Mock;
  let channels: Channel[];

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    ctx = kernel.ctx;
  });
  afterAll(() => kernel.close());
  beforeEach(() => {
    kernel.clock.set(new Date());
    signal = jest.fn().mockResolvedValue(undefined);
    channels = [];
    jest.spyOn(kernel.moduleRef.get(Channels), 'list').mockImplementation(async () => channels);
    jest
      .spyOn(kernel.moduleRef.get(ConnectionService), 'adapter')
      .mockImplementation(async () => ({ traits: TRAITS, signal }) as never);
  });

  const typing = (): TypingService => kernel.moduleRef.get(TypingService);

  /** A ticket whose customer wrote over a channel of these traits. */
  async function talk(traits: Partial<ChannelTraits> = {}, hoursAgo = 0) {
    const { id: connectionId } = await makeConnection(ctx, { connectorId: 'texting', address: null });
    const channel = { connectionId, connectorId: 'texting', label: 'Texting', address: null };
    channels.push({ ...channel, traits: { ...TRAITS, ...traits } });
    const { id: ticketId } = await makeTicket(ctx, { connectionId });
    await ctx.query('update ticket set customer_address = $2 where id = $1', [ticketId, PHONE]);
    await hear(ticketId, connectionId, hoursAgo, 'theirs-1');
    return { ticketId, connectionId };
  }

  async function hear(ticketId: string, connectionId: string, hoursAgo: number, id: string): Promise<void> {
    const at = new Date(kernel.clock.now().getTime() - hoursAgo * HOUR_MS);
    await ctx.query(
      `insert into message (id, workspace_id, ticket_id, connection_id, address, direction, kind, author_kind, author_name, text, external_id, created_at)
       values ($1, $2, $3, $4, $5, 'inbound', 'reply', 'customer', 'Anna', 'Hi', $6, $7)`,
      [newId(), ctx.workspaceId, ticketId, connectionId, PHONE, id, at],
    );
  }

  it('names the newest message of the customer to the vendor', async () => {
    const { ticketId, connectionId } = await talk({}, 1);
    await hear(ticketId, connectionId, 0, 'theirs-2');
    await typing().tell(ctx, ticketId);
    const to = { address: PHONE, name: null };
    expect(signal.mock.calls).toEqual([[to, { type: 'typing', externalId: 'theirs-2' }]]);
  });

  it('tells once in twenty seconds, for each ticket by itself', async () => {
    const [one, other] = [await talk(), await talk()];
    for (let n = 0; n < 5; n++) await typing().tell(ctx, one.ticketId);
    await typing().tell(ctx, other.ticketId);
    expect(signal).toHaveBeenCalledTimes(2);
    kernel.clock.advance(19_000);
    await typing().tell(ctx, one.ticketId);
    expect(signal).toHaveBeenCalledTimes(2);
    kernel.clock.advance(1_000);
    await typing().tell(ctx, one.ticketId);
    expect(signal).toHaveBeenCalledTimes(3);
  });

  it('says nothing outside the window, to whoever asked for silence, or where the channel cannot', async () => {
    const [closed, silent, cannot, open] = [
      await talk({}, 25),
      await talk(),
      await talk({ typing: false }),
      await talk(),
    ];
    const at = { connectionId: silent.connectionId, address: PHONE };
    await kernel.moduleRef.get(AddressBlockService).block(ctx, at, 'opted_out', 'STOP');
    for (const { ticketId } of [closed, silent, cannot]) await typing().tell(ctx, ticketId);
    await typing().tell((await makeWorkspace(kernel.db)).ctx, open.ticketId);
    await typing().tell(ctx, newId());
    expect(signal).not.toHaveBeenCalled();
    await typing().tell(ctx, open.ticketId);
    expect(signal).toHaveBeenCalledTimes(1);
  });

  it('fails nobody when the vendor is away', async () => {
    const { ticketId } = await talk();
    signal.mockRejectedValue(new Error('no route'));
    expect(await typing().during(ctx, ticketId, async () => 'the answer')).toBe('the answer');
    expect(signal).toHaveBeenCalledTimes(1);
  });

  it('tells before the answer is there, and lets no slow vendor hold it up for long', async () => {
    let taken = false;
    signal.mockImplementation(() => new Promise<void>((resolve) => setImmediate(() => resolve(void (taken = true)))));
    await typing().during(ctx, (await talk()).ticketId, async () => undefined);
    expect(taken).toBe(true);

    signal.mockImplementation(() => new Promise(() => undefined));
    const { ticketId } = await talk();
    const answered = jest.fn();
    void typing()
      .during(ctx, ticketId, async () => undefined)
      .then(answered);
    await waitFor(() => answered.mock.calls.length > 0, { what: 'the answer in spite of the vendor' });
    expect(signal).toHaveBeenCalledTimes(2);
  });
});
