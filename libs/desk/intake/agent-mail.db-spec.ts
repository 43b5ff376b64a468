import type { InboundMessage } from '@satchel/connectors';
import type { MessageBody } from '@satchel/contracts';
import { newId } from '@satchel/kernel';
import { makePerson, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { MailHouse, PROVEN } from '../people/people-mail.fixture';
import { PeopleNotifier } from '../people/people-notifier.service';
import { TicketQueries } from '../ticket/ticket.queries';

describe('what colleagues answer by mail', () => {
  let kernel: TestKernel;
  let house: MailHouse;
  let ticketId: string;
  /** An answer to the mail that told Tom of the ticket. */
  let answer: Partial<InboundMessage>;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    house = await MailHouse.open(kernel, (await makeWorkspace(kernel.db)).ctx);
    ticketId = await house.ticketOf(house.tom.id);
    await house.wants({ assigned: true });
    const payload = { ticketId, from: null, to: house.tom.id };
    const event = { id: newId(), actor: { kind: 'person', id: null }, payload } as never;
    await kernel.moduleRef.get(PeopleNotifier).onAssigned(house.ctx, event);
    await house.sendAll();
    const [told] = house.left;
    if (!told) throw new Error('nobody was told');
    answer = { thread: { ticketId, externalIds: [house.idOf(told)] }, ...PROVEN };
  });

  const thread = async (): Promise<MessageBody[]> =>
    (await kernel.moduleRef.get(MessageQueries).thread(house.ctx, ticketId, { limit: 50 })).data;
  const toCustomer = async () => (await thread()).filter(({ direction }) => direction === 'outbound');
  const notes = async () => (await thread()).filter(({ kind }) => kind === 'note').map(({ text }) => text);

  it('goes to the customer under their name, once, whichever mailboxes it comes in by', async () => {
    const externalId = newId();
    await house.arrive({ ...answer, externalId });
    await house.arrive({ ...answer, externalId });
    expect(await toCustomer()).toMatchObject([
      { text: 'It left this morning.', author: { kind: 'person', id: house.tom.id }, deliveryStatus: 'queued' },
    ]);
    expect(await toCustomer()).toMatchObject([{ destination: { address: 'anna@example.com' } }]);
    expect(await notes()).toEqual([]);
    expect(await kernel.moduleRef.get(TicketQueries).byId(house.ctx, ticketId)).toMatchObject({ status: 'pending' });
  });

  it('counts as theirs from their own mail host', async () => {
    await house.arrive({ ...answer, automated: 'own mail host' });
    expect(await toCustomer()).toHaveLength(1);
  });

  it.each<[string, Partial<InboundMessage>]>([
    ['whose sender nothing proves', { sender: 'unproven', verdicts: undefined }],
    ['that is forged', { sender: 'forged', verdicts: { ...PROVEN.verdicts, dmarc: 'fail', aligned: false } }],
    ['whose proof is of another domain', { verdicts: { ...PROVEN.verdicts, aligned: false } }],
    [
      'that a forwarder alone vouches for',
      { verdicts: { ...PROVEN.verdicts, dmarc: 'fail', aligned: false, arc: 'pass' } },
    ],
    ['without a word of its own', { text: ' ' }],
  ])('never goes to the customer from a mail %s', async (_, given) => {
    await house.arrive({ ...answer, ...given });
    expect(await toCustomer()).toEqual([]);
    expect(await notes()).toEqual([expect.stringMatching(/^Not sent to the customer: .*Tom/)]);
  });

  it('never goes to the customer without the id of a mail that told them', async () => {
    await house.arrive({ ...answer, thread: { ticketId, externalIds: [] } });
    await house.arrive({ ...answer, thread: { ticketId: null, externalIds: answer.thread?.externalIds ?? [] } });
    expect(await toCustomer()).toEqual([]);
    expect(await notes()).toHaveLength(2);
  });

  it('never goes to the customer with the id of a mail that told somebody else', async () => {
    const address = `${newId()}@fernhill.example`;
    await makePerson(kernel.db, house.ctx.workspaceId, { name: 'Ina', email: address });
    await house.arrive({ ...answer, from: { address, name: 'Ina' } });
    expect(await toCustomer()).toEqual([]);
    expect(await notes()).toEqual([expect.stringContaining('went to somebody else')]);
  });

  it('never goes to the customer from whoever only has the id, or works elsewhere', async () => {
    const { ctx } = await makeWorkspace(kernel.db);
    const address = `${newId()}@elsewhere.example`;
    await makePerson(kernel.db, ctx.workspaceId, { name: 'Eve', email: address });
    for (const from of ['eve@evil.example', address])
      await house.arrive({ ...answer, from: { address: from, name: 'Tom' } });
    expect(await toCustomer()).toEqual([]);
  });

  it('is nothing when a program of theirs wrote it, or when it is of the past', async () => {
    await house.arrive({ ...answer, automated: 'out of office' });
    await house.arrive(answer, { backfill: true });
    expect(await thread()).toEqual([]);
  });

  it('stays in the house with its files, which may hold more than was meant', async () => {
    const file = { filename: 'list.csv', contentType: 'text/csv', contentId: null, inline: false };
    await house.arrive({ ...answer, files: [{ ...file, content: Buffer.from('name;margin') }] });
    expect(await toCustomer()).toMatchObject([{ attachments: [] }]);
    const note = (await thread()).find(({ kind }) => kind === 'note');
    expect(note?.attachments).toMatchObject([{ filename: 'list.csv' }]);
  });

  it('is kept with the reason when the ticket is closed', async () => {
    await house.ctx.query(`update ticket set status = 'closed' where id = $1`, [ticketId]);
    await house.arrive(answer);
    expect(await toCustomer()).toEqual([]);
    expect(await notes()).toEqual([expect.stringContaining('This ticket is closed')]);
  });

  it('leaves alone what a colleague writes as a customer', async () => {
    await house.ctx.query('update ticket set customer_address = $2 where id = $1', [
      ticketId,
      await house.tomsAddress(),
    ]);
    await house.arrive(answer);
    expect((await thread()).map(({ direction }) => direction)).toEqual(['inbound']);
  });
});
