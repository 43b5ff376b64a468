import type { MessageBody, SenderProof } from '@satchel/contracts';
import { type Ctx, type LoggedEvent, newId } from '@satchel/kernel';
import { makeConnection, makeTicket, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { DeskSettings } from '../settings/desk-settings.service';
import { TicketQueries } from '../ticket/ticket.queries';
import { AcknowledgeHandler } from './acknowledge.handler';

describe('an acknowledgement', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let connectionId: string;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
    connectionId = (await makeConnection(ctx)).id;
    await kernel.moduleRef.get(DeskSettings).update(ctx, { acknowledge: { enabled: true, text: 'It is here.' } });
  });

  async function mail(address: string, sender: SenderProof): Promise<string> {
    const { id } = await makeTicket(ctx, { connectionId, subject: 'BUY CHEAP PILLS at evil.example' });
    await ctx.query('update ticket set customer_address = $2 where id = $1', [id, address]);
    await ctx.query(
      `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, connection_id, address, meta, created_at)
       values ($1, $2, $3, 'inbound', 'reply', 'customer', 'Evil Words', 'x', $4, $5, $6, $7)`,
      [newId(), ctx.workspaceId, id, connectionId, address, { from: address, sender }, kernel.clock.now()],
    );
    const event = { type: 'ticket.created', payload: { ticketId: id } } as unknown as LoggedEvent;
    await Promise.all([1, 2].map(() => kernel.moduleRef.get(AcknowledgeHandler).run(ctx, event)));
    return id;
  }
  const answers = async (ticketId: string): Promise<MessageBody[]> =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 50 })).data.filter(
      (it) => it.direction === 'outbound',
    );

  it('goes once to a proven sender, in the merchant’s words alone, and leaves the ticket ours to answer', async () => {
    const id = await mail('anna@example.com', 'proven');
    expect((await answers(id)).map((it) => it.text)).toEqual(['It is here.']);
    const [row] = await ctx.query<{ meta: object }>(
      `select meta from message where ticket_id = $1 and direction = 'outbound'`,
      [id],
    );
    expect(row?.meta).toEqual({ notice: true, subject: 'We received your message' });
    expect(await kernel.moduleRef.get(TicketQueries).byId(ctx, id)).toMatchObject({ status: 'new' });
  });

  it('goes at most once a day to one address, however many tickets it opens', async () => {
    const ids = [await mail('anna@example.com', 'proven'), await mail('anna@example.com', 'proven')];
    expect((await Promise.all(ids.map(answers))).flat()).toHaveLength(1);
  });

  it.each(['unproven', 'forged'] as const)(
    'never goes to a sender who is %s: nobody makes us write to others',
    async (sender) => {
      for (let n = 0; n < 5; n += 1) expect(await answers(await mail(`victim-${n}@example.com`, sender))).toEqual([]);
    },
  );

  it('is off until somebody wants it', async () => {
    await kernel.moduleRef.get(DeskSettings).update(ctx, { acknowledge: { enabled: false } });
    expect(await answers(await mail('anna@example.com', 'proven'))).toEqual([]);
  });
});
