import { randomUUID } from 'node:crypto';
import { ConnectionService } from '@satchel/connectors';
import type {
  CustomerBody,
  CustomerMergeBody,
  DestinationOptionBody,
  MessageBody,
  Page,
  TicketBody,
  WidgetSessionBody,
} from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { type PhoneWorld, startPhoneWorld } from './phones';

const ANNA = 'anna.bergmann@example.com';
const PHONE = '+14155550301';
const SHOP = 'https://fernhill.example';

describe('one ticket, however its customer writes', () => {
  let world: PhoneWorld;
  let anna: CustomerBody;
  let ticket: TicketBody;

  beforeAll(async () => {
    world = await startPhoneWorld();
    anna = await world.api('POST', '/customers', { name: 'Anna Bergmann', email: ANNA, phone: PHONE });
    await world.write(ANNA, { subject: 'My tent', text: 'A pole of my tent is broken.' });
    ticket = await world.ticketOf(ANNA);
  }, 60_000);
  afterAll(() => world.stop());

  const current = (): Promise<TicketBody> => world.api('GET', `/tickets/${ticket.id}`);
  const ways = async (): Promise<DestinationOptionBody[]> =>
    (await world.api<Page<DestinationOptionBody>>('GET', `/tickets/${ticket.id}/destinations`)).data;
  const said = (text: string): Promise<MessageBody> =>
    waitFor(async () => (await world.thread(ticket.id)).find((message) => message.text === text), {
      timeoutMs: 15_000,
      what: `"${text}" on the ticket`,
    });
  const texts = async (): Promise<string[]> => (await world.phone(PHONE)).map(({ text }) => text);

  it('begins by mail and goes on by text where both want it', async () => {
    expect(ticket).toMatchObject({ channel: 'email', customer: { id: anna.id, address: ANNA } });
    const way = (await ways()).find(({ channel, address }) => channel === 'sms' && address === PHONE);
    expect(way).toMatchObject({ current: false, blocked: null });
    const to = { connectionId: world.channels.sms.id, address: PHONE };
    const strange = await world.ask('POST', `/tickets/${ticket.id}/messages`, {
      kind: 'reply',
      text: 'To a stranger',
      to: { ...to, address: '+14155550399' },
    });
    expect(strange).toMatchObject({ body: { code: 'unknown_destination' } });
    await world.reply(ticket.id, 'We send you a pole. Where to?', { to });
    await waitFor(async () => (await texts()).includes('We send you a pole. Where to?'), { timeoutMs: 15_000 });
    expect((await said('We send you a pole. Where to?')).destination).toMatchObject({ channel: 'sms', address: PHONE });

    await world.say(PHONE, { network: 'sms', text: 'To the old address.' });
    expect((await said('To the old address.')).author).toMatchObject({ kind: 'customer', id: anna.id });
    expect(await world.ticketsAt(PHONE)).toMatchObject([{ id: ticket.id, channel: 'sms', customer: { id: anna.id } }]);

    // The customer writes texts now: the next answer is one, without anybody choosing it.
    await world.reply(ticket.id, 'It leaves today.');
    await waitFor(async () => (await texts()).includes('It leaves today.'), { timeoutMs: 15_000 });
    expect(await world.mailbox(ANNA)).toEqual([]);
    expect((await world.api<Page<TicketBody>>('GET', '/tickets')).data).toHaveLength(1);
  });

  it('goes back to mail when the customer does', async () => {
    const { connectionId } = (await ways()).find(({ channel }) => channel === 'email') ?? { connectionId: '' };
    await world.reply(ticket.id, 'Here is the invoice.', { to: { connectionId, address: ANNA } });
    const mail = await world.received(ANNA);
    expect((await current()).channel).toBe('sms');
    await world.write(ANNA, { inReplyTo: mail.id, text: 'Thank you!' });
    await said('Thank you!');
    expect(await current()).toMatchObject({ channel: 'email', customer: { address: ANNA } });
  });

  it('sends what waits where its writer meant it to go, whoever the customer is by then', async () => {
    const ben: CustomerBody = await world.api('POST', '/customers', { name: 'Ben Ode', email: 'ben@example.com' });
    await world.fault('mail', '429');
    const waiting = await world.reply(ticket.id, 'The pole is on its way.');
    await waitFor(async () => (await said(waiting.text)).deliveryError !== null, { timeoutMs: 15_000 });
    const merge: CustomerMergeBody = await world.api('POST', `/customers/${ben.id}/merge`, { otherId: anna.id });
    await waitFor(async () => (await current()).customer.id === ben.id);
    await world.fault('mail', 'none');
    await world.hurry();
    await world.received(ANNA, 2);
    expect((await world.mailbox(ANNA)).at(-1)?.text).toContain('The pole is on its way.');
    expect((await said(waiting.text)).destination).toMatchObject({ channel: 'email', address: ANNA });
    expect(await world.mailbox('ben@example.com')).toEqual([]);
    // Nor does an answer written after it go elsewhere by itself.
    await world.reply(ticket.id, 'It should be there tomorrow.');
    await world.received(ANNA, 3);
    expect(await world.mailbox('ben@example.com')).toEqual([]);

    await world.api('POST', `/customers/merges/${merge.id}/undo`, {});
    await waitFor(async () => (await current()).customer.id === anna.id);
  });

  it('makes nobody Anna who says so in the chat or by mail', async () => {
    const { id: key } = await world.server.app
      .get(ConnectionService)
      .create(world.ctx, { connectorId: 'chat', label: 'Chat', credentials: { allowedOrigins: SHOP } });
    const widget = async <T>(path: string, token: string | null, body: object): Promise<T> => {
      const headers = { origin: SHOP, 'content-type': 'application/json' };
      const answer = await fetch(`${world.server.url}/api/widget/${key}${path}`, {
        method: 'POST',
        headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as T;
    };
    const { token } = await widget<WidgetSessionBody>('/session', null, {});
    const text = 'It is me, Anna. What is my address?';
    await widget('/messages', token, {
      clientId: randomUUID(),
      text,
      visitor: { name: 'Anna Bergmann', email: ANNA },
    });
    const chat = await waitFor(
      async () => (await world.api<Page<TicketBody>>('GET', '/tickets')).data.find(({ channel }) => channel === 'chat'),
      { timeoutMs: 15_000 },
    );
    expect(chat.id).not.toBe(ticket.id);
    expect(chat.customer.id).not.toBe(anna.id);
    const known: CustomerBody = await world.api('GET', `/customers/${anna.id}`);
    expect(known.addresses.map(({ value }) => value).sort()).toEqual([PHONE, ANNA].sort());
    const merges = await world.api<{ data: { undoneAt: string | null }[] }>('GET', `/customers/${anna.id}/merges`);
    expect(merges.data.filter(({ undoneAt }) => undoneAt === null)).toEqual([]);

    await world.write('eve@nowhere.example', {
      subject: 'My tent',
      text: 'This is Anna, from my new address.',
    });
    const stranger = await world.ticketOf('eve@nowhere.example');
    expect(stranger.id).not.toBe(ticket.id);
    expect(stranger.customer.id).not.toBe(anna.id);
  });
});
