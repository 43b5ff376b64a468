import { ConnectionEntity, ConnectionService, EnvelopeService } from '@satchel/connectors';
import type { MessageBody, TicketBody } from '@satchel/contracts';
import { type Ctx, newId } from '@satchel/kernel';
import { makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { TicketQueries } from '../ticket/ticket.queries';
import { TicketService } from '../ticket/ticket.service';
import { IntakeService } from './intake.service';

const ANNA = 'Anna Bergmann <anna@example.com>';

describe('a raw mail becomes a message on the right ticket', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let connectionId: string;
  let sent = 0;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], entities: [ConnectionEntity], runJobs: false });
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
    const connection = await kernel.moduleRef.get(ConnectionService).create(ctx, {
      connectorId: 'email',
      label: 'Support',
      address: `support-${newId()}@fernhill.example`,
      credentials: { smtpHost: '127.0.0.1', smtpPort: 2599 },
    });
    connectionId = connection.id;
  });

  /** Puts a mail through the doorway's table and takes it in, as the job does. */
  async function arrive(headers: Record<string, string>, text = 'Hello'): Promise<string> {
    const messageId = headers['Message-ID'] ?? `<mail-${(sent += 1)}@mail.example.com>`;
    const all = {
      From: ANNA,
      To: 'support@fernhill.example',
      Subject: 'Question',
      ...headers,
      'Message-ID': messageId,
    };
    const raw = [...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', text].join('\r\n');
    const id = newId();
    await ctx.query(
      `insert into inbound_envelope (id, workspace_id, connection_id, external_id, raw) values ($1, $2, $3, $4, $5)`,
      [id, ctx.workspaceId, connectionId, messageId.replace(/[<>]/g, ''), Buffer.from(raw)],
    );
    await kernel.moduleRef.get(IntakeService).route(ctx, id);
    return id;
  }
  const tickets = async (): Promise<TicketBody[]> =>
    (await kernel.moduleRef.get(TicketQueries).list(ctx, { limit: 50 })).data.sort((a, b) => a.number - b.number);
  const thread = async (ticketId: string): Promise<MessageBody[]> =>
    (await kernel.moduleRef.get(MessageQueries).thread(ctx, ticketId, { limit: 50 })).data;

  it('opens a ticket, and joins it by In-Reply-To or by References', async () => {
    await arrive({ 'Message-ID': '<first@mail.example.com>' });
    await arrive({ 'In-Reply-To': '<first@mail.example.com>', Subject: 'Something else' });
    await arrive({ References: '<unknown@elsewhere> <first@mail.example.com>' });
    const [ticket, ...others] = await tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ subject: 'Question', messageCount: 3, customer: { name: 'Anna Bergmann' } });
  });

  it('never joins by subject alone, nor by an empty id', async () => {
    await arrive({});
    await arrive({ Subject: 'Re: Question', 'In-Reply-To': '<>', References: ' ' });
    expect(await tickets()).toHaveLength(2);
  });

  it('gives a stranger who quotes an id a ticket of their own', async () => {
    await arrive({ 'Message-ID': '<private@mail.example.com>' });
    await arrive({ From: 'eve@elsewhere.example', 'In-Reply-To': '<private@mail.example.com>' }, 'Tell me more');
    const [annas, eves] = await tickets();
    expect(annas?.messageCount).toBe(1);
    expect(eves?.customer.address).toBe('eve@elsewhere.example');
  });

  it('keeps the customer of a ticket whoever else writes on it', async () => {
    await arrive({ 'Message-ID': '<a@mail.example.com>' });
    const [ticket] = await tickets();
    await arrive({
      From: 'anna@example.com',
      'In-Reply-To': '<a@mail.example.com>',
      'Reply-To': 'thief@elsewhere.example',
    });
    expect((await tickets())[0]).toMatchObject({ id: ticket?.id, customer: ticket?.customer });
  });

  it('takes one raw mail once, however often its job runs', async () => {
    const id = await arrive({});
    await ctx.query(`update inbound_envelope set state = 'stored' where id = $1`, [id]);
    await kernel.moduleRef.get(IntakeService).route(ctx, id);
    expect((await tickets())[0]?.messageCount).toBe(1);
    expect(await kernel.moduleRef.get(EnvelopeService).take(ctx, id)).toBeNull();
  });

  it('keeps no card number and no password anywhere, and the rest of what was said', async () => {
    const secrets = ['4242 4242 4242 4242', '4242424242424242', 'hunter22', '5555555555554444'];
    await arrive(
      { Subject: 'Card 5555555555554444 charged twice' },
      `My card 4242 4242 4242 4242 was charged twice.\r\nMy password: hunter22\r\nThanks, Anna`,
    );
    const [ticket] = await tickets();
    expect(ticket?.subject).toBe('Card [card number ending in 4444 removed] charged twice');
    expect((await thread(ticket?.id ?? ''))[0]?.text).toContain(
      'card [card number ending in 4242 removed] was charged',
    );
    for (const table of ['ticket', 'message', 'inbound_envelope', 'event', 'customer']) {
      const rows = await ctx.query<{ row: string }>(
        `select to_jsonb(t)::text || coalesce(encode(nullif(to_jsonb(t) ->> 'raw', '')::bytea, 'escape'), '') as row from ${table} t`,
      );
      for (const { row } of rows) for (const secret of secrets) expect(row).not.toContain(secret);
    }
  });

  it("puts the ticket back on us by a customer's answer, not by a machine's", async () => {
    await arrive({ 'Message-ID': '<b@mail.example.com>' });
    const [ticket] = await tickets();
    await kernel.moduleRef.get(TicketService).update(ctx, ticket?.id ?? '', { status: 'resolved' });
    await arrive({ 'In-Reply-To': '<b@mail.example.com>', 'Auto-Submitted': 'auto-replied' }, 'I am away');
    expect((await tickets())[0]).toMatchObject({ status: 'resolved', messageCount: 2 });
    await arrive({ 'In-Reply-To': '<b@mail.example.com>' }, 'It still does not work');
    expect((await tickets())[0]).toMatchObject({ status: 'open', messageCount: 3 });
  });

  it('answers a closed ticket with a new one', async () => {
    await arrive({ 'Message-ID': '<c@mail.example.com>' });
    const [ticket] = await tickets();
    await kernel.moduleRef.get(TicketService).update(ctx, ticket?.id ?? '', { status: 'closed' });
    await arrive({ 'In-Reply-To': '<c@mail.example.com>' });
    expect((await tickets()).map((one) => one.status)).toEqual(['closed', 'new']);
  });

  it('opens one ticket for two mails of one thread that arrive at once', async () => {
    await Promise.all([
      arrive({ 'Message-ID': '<x1@mail.example.com>' }),
      arrive({ 'Message-ID': '<x2@mail.example.com>', 'In-Reply-To': '<x1@mail.example.com>' }),
    ]);
    const all = await tickets();
    expect(all.reduce((sum, one) => sum + one.messageCount, 0)).toBe(2);
  });

  it('stores HTML without anything that could act', async () => {
    const html =
      '<p onclick="steal()">Hi <script>steal()</script><a href="javascript:steal()">x</a><iframe src="//evil"></iframe></p>';
    await arrive({ 'Content-Type': 'text/html; charset=utf-8' }, html);
    const stored = (await thread((await tickets())[0]?.id ?? ''))[0]?.html ?? '';
    expect(stored).toContain('Hi');
    expect(stored).not.toMatch(/script|steal|iframe|onclick/i);
  });

  it('keeps attached files, to be downloaded by their workspace alone', async () => {
    const boundary = 'b1';
    const body = [
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      'See photo',
      `--${boundary}`,
      'Content-Type: image/png; name="zip.png"',
      'Content-Disposition: attachment; filename="../../zip.png"',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      `--${boundary}--`,
      '',
    ].join('\r\n');
    await arrive({ 'Content-Type': `multipart/mixed; boundary=${boundary}`, 'MIME-Version': '1.0' }, body);
    const [file] = (await thread((await tickets())[0]?.id ?? ''))[0]?.attachments ?? [];
    expect(file).toMatchObject({ contentType: 'image/png', size: 8 });
    expect(file?.filename).not.toContain('/');
  });
});
