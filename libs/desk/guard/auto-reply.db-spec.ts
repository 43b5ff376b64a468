import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, makePerson, makeTicket, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { AUTO_REPLY_COUNTS, AutoReplyQueries } from './auto-reply.queries';
import { mayAutoReply } from './may-auto-reply';

const now = new Date('2026-03-01T12:00:00Z');
const ANNA = 'anna@example.com';
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('what our records say about answering an address', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let connectionId: string;
  const queries = new AutoReplyQueries();

  beforeAll(async () => {
    kernel = await testKernel({ runJobs: false });
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
    connectionId = (await makeConnection(ctx)).id;
  });

  const ticket = async (subject = 'Where is my order?', within = ctx): Promise<string> =>
    (await makeTicket(within, { subject, connectionId })).id;
  interface Said {
    by?: 'customer' | 'ai' | 'system' | 'person';
    address?: string;
    minutes?: number;
    connection?: string;
    status?: string;
    within?: Ctx;
  }
  async function said(ticketId: string, given: Said = {}): Promise<void> {
    const { by = 'customer', address = ANNA, minutes = 1, within = ctx } = given;
    const direction = by === 'customer' ? 'inbound' : 'outbound';
    await within.query(
      `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, connection_id,
         address, automated, delivery_status, created_at)
       values ($1, $2, $3, $4, 'reply', $5, 'x', 'x', $6, $7, $8, $9, $10)`,
      [
        newId(),
        within.workspaceId,
        ticketId,
        direction,
        by,
        given.connection ?? connectionId,
        address,
        by === 'ai' || by === 'system',
        direction === 'outbound' ? (given.status ?? 'sent') : null,
        minutesAgo(minutes),
      ],
    );
  }
  const counts = (ticketId: string, address = ANNA) => queries.counts(ctx, { address, ticketId, now });

  it('is nothing about an address that never wrote', async () => {
    expect(await counts(await ticket())).toEqual({
      hasHistory: false,
      isOwnAddress: false,
      autoRepliesToAddress24h: 0,
      autoRepliesToTicket: 0,
      perTicket: { 10: 0, 30: 0, 60: 0, 180: 0, 600: 0 },
      perAddress: { 10: 0, 30: 0, 60: 0, 180: 0, 600: 0 },
      sameSubjectAutoReplies180m: 0,
      aiExchangesLast60s: 0,
      messages24h: 0,
    });
  });

  it('counts answers by programs per window, on the ticket and on all of them', async () => {
    const [here, elsewhere] = [await ticket('A'), await ticket('B')];
    for (const minutes of [5, 20, 45, 100, 500, 900]) {
      await said(here, { by: 'ai', minutes });
      await said(elsewhere, { by: 'system', minutes });
    }
    await said(here, { by: 'person' });
    await said(here, { by: 'ai', address: 'ben@example.com' });
    expect(await counts(here)).toMatchObject({
      perTicket: { 10: 1, 30: 2, 60: 3, 180: 4, 600: 5 },
      perAddress: { 10: 2, 30: 4, 60: 6, 180: 8, 600: 10 },
    });
  });

  it('counts acknowledgements apart from answers, the day back and the whole ticket', async () => {
    const [here, elsewhere] = [await ticket('A'), await ticket('B')];
    await said(here, { by: 'system', minutes: 25 * 60 });
    await said(elsewhere, { by: 'system', minutes: 23 * 60 });
    await said(here, { by: 'ai' });
    expect(await counts(here)).toMatchObject({ autoRepliesToTicket: 1, autoRepliesToAddress24h: 1 });
  });

  it('knows an address of which messages came and to which one of ours went out before', async () => {
    const id = await ticket();
    await said(id);
    await said(id, { by: 'system' });
    expect((await counts(id)).hasHistory).toBe(false);
    await said(id, { by: 'person', status: 'failed' });
    await said(id);
    expect((await counts(id)).hasHistory).toBe(false);
    await said(id, { by: 'person' });
    expect((await counts(id)).hasHistory).toBe(true);
    expect((await counts(id, 'ben@example.com')).hasHistory).toBe(false);
  });

  it('takes no first message for an exchange, though we wrote first', async () => {
    const id = await ticket();
    await said(id, { by: 'person', minutes: 60 });
    await said(id);
    expect((await counts(id)).hasHistory).toBe(false);
  });

  it('knows our own mailboxes and people, in any case of letters', async () => {
    const { address } = await makeConnection(ctx, { address: 'Help@Fernhill.example' });
    await makePerson(kernel.db, ctx.workspaceId, { email: 'Maya@fernhill.example' });
    const id = await ticket();
    expect((await counts(id, address ?? '')).isOwnAddress).toBe(true);
    expect((await counts(id, 'maya@fernhill.example')).isOwnAddress).toBe(true);
    const stranger = await makeWorkspace(kernel.db);
    await makePerson(kernel.db, stranger.id, { email: 'else@fernhill.example' });
    expect((await counts(id, 'else@fernhill.example')).isOwnAddress).toBe(false);
  });

  it('finds a loop that opens a new ticket of the same subject each time', async () => {
    const here = await ticket('Re: Out of office');
    await said(await ticket('Out of office'), { by: 'system', minutes: 20 });
    await said(await ticket('AW: Re: Re[2]: OUT OF OFFICE'), { by: 'ai', minutes: 100 });
    await said(await ticket('Out of office'), { by: 'ai', minutes: 200 });
    await said(await ticket('Something else'), { by: 'ai' });
    await said(here, { by: 'ai' });
    expect((await counts(here)).sameSubjectAutoReplies180m).toBe(2);
  });

  it('sees the AI and a sender answer each other within the minute', async () => {
    const id = await ticket();
    for (let i = 0; i < 3; i++) {
      await said(id, { minutes: 0.2 * i + 0.2 });
      await said(id, { by: 'ai', minutes: 0.2 * i + 0.1 });
    }
    await said(id, { by: 'ai', minutes: 2 });
    expect((await counts(id)).aiExchangesLast60s).toBe(3);
  });

  it('counts over all mailboxes of the workspace, and over nobody else', async () => {
    const id = await ticket();
    await said(id, { by: 'ai' });
    await said(id, { by: 'ai', connection: (await makeConnection(ctx)).id });
    const other = (await makeWorkspace(kernel.db)).ctx;
    const theirs = (await makeConnection(other)).id;
    await said((await makeTicket(other)).id, { by: 'ai', connection: theirs, within: other });
    expect((await counts(id)).perAddress[10]).toBe(2);
  });

  describe('under attack', () => {
    it('is found by index among 100,000 forged mails of one name, and says "flood"', async () => {
      const id = await ticket();
      await ctx.query(
        `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, connection_id,
           address, automated, created_at)
         select gen_random_uuid(), $1, $2, 'inbound', 'reply', 'customer', 'x', 'x', $3,
           case when n % 2 = 0 then $4 else 'victim-' || n || '@example.com' end, false,
           $5::timestamptz - n * interval '10 milliseconds'
         from generate_series(1, 100000) n`,
        [ctx.workspaceId, id, connectionId, ANNA, now],
      );
      await ctx.query('analyze message');
      const plan = await ctx.query<{ 'QUERY PLAN': PlanNode[] }>(
        `explain (analyze, format json) ${AUTO_REPLY_COUNTS}`,
        [ctx.workspaceId, ANNA, id, now],
      );
      const nodes = flat(plan[0]?.['QUERY PLAN'][0]?.Plan);
      const onMessage = nodes.filter((node) => node['Relation Name'] === 'message');
      expect(onMessage.map((node) => node['Node Type'])).toEqual(['Index Scan']);
      expect(onMessage[0]?.['Index Name']).toBe('message_of_address');
      // No more rows than make a flood, though fifty times as many are there.
      expect(onMessage[0]?.['Actual Rows']).toBeLessThanOrEqual(1_000);

      const found = await counts(id);
      expect(found.messages24h).toBe(1_000);
      const answer = mayAutoReply({ ...found, kind: 'answer', automated: null, sender: 'proven' });
      expect(answer).toEqual({ ok: false, reason: 'flood' });
      const calm = await counts(id, 'ben@example.com');
      expect(mayAutoReply({ ...calm, kind: 'answer', automated: null, sender: 'proven' })).toEqual({ ok: true });
    });
  });
});

interface PlanNode {
  Plan?: PlanNode;
  Plans?: PlanNode[];
  'Node Type'?: string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
}

function flat(node: PlanNode | undefined): PlanNode[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(flat)] : [];
}
