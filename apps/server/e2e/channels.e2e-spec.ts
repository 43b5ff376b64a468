import { createHash } from 'node:crypto';
import type {
  AttachmentBody,
  ConnectionBody,
  DeliveryStatus,
  MessageBody,
  MessageTemplateBody,
} from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { type PhoneMessage, type PhoneWorld, startPhoneWorld } from './phones';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let world: PhoneWorld;
beforeAll(async () => {
  world = await startPhoneWorld();
}, 60_000);
afterAll(() => world.stop());

const inboundOf = async (ticketId: string): Promise<MessageBody[]> =>
  (await world.thread(ticketId)).filter(({ direction }) => direction === 'inbound');
const becomes = (message: MessageBody, status: DeliveryStatus): Promise<MessageBody> =>
  waitFor(
    async () =>
      (await world.thread(message.ticketId)).find(
        ({ id, deliveryStatus }) => id === message.id && deliveryStatus === status,
      ),
    { timeoutMs: 15_000, what: `"${message.text}" to be ${status}` },
  );
const onPhone = (customer: string, text: string): Promise<PhoneMessage> =>
  waitFor(async () => (await world.phone(customer)).find((message) => message.text === text), {
    timeoutMs: 15_000,
    what: `"${text}" on the phone`,
  });
const upload = async (): Promise<AttachmentBody> => {
  const form = new FormData();
  form.append('file', new Blob([PNG], { type: 'image/png' }), 'zip.png');
  return (await world.ask<AttachmentBody>('POST', '/attachments', form)).body;
};
const downloaded = async ({ url }: AttachmentBody): Promise<Buffer> => {
  const answer = await fetch(world.server.url + url, { headers: { authorization: `Bearer ${world.apiKey}` } });
  return Buffer.from(await answer.arrayBuffer());
};
/** As if so much time had passed since everything on a ticket was said. */
const hoursLater = async (ticketId: string, hours: number): Promise<unknown> =>
  world.sql('update message set created_at = created_at - make_interval(hours => $2) where ticket_id = $1', [
    ticketId,
    hours,
  ]);

const CHANNELS = [
  { network: 'sms', channel: 'sms', vendor: 'twilio', customer: (n: number) => `+1415555010${n}`, lost: 'delivered' },
  {
    network: 'whatsapp',
    channel: 'whatsapp',
    vendor: 'meta',
    customer: (n: number) => `+1415555020${n}`,
    lost: 'verify',
  },
  {
    network: 'messenger',
    channel: 'social',
    vendor: 'social',
    customer: (n: number) => `780000000000000${n}`,
    lost: 'verify',
  },
] as const;

describe.each(CHANNELS)('$network', ({ network, channel, vendor, customer, lost }) => {
  const address = (n: number): string => (network === 'messenger' ? `messenger:${customer(n)}` : customer(n));
  const connection = (): ConnectionBody => world.channels[channel];

  it('brings a question in and the answer out, and tells how far it got', async () => {
    await world.say(customer(1), { network, name: 'Anna', text: 'Do you repair zips?' });
    const ticket = await world.ticketAt(address(1));
    expect(ticket).toMatchObject({ channel, status: 'new', customer: { name: expect.any(String) } });
    const answer = await world.reply(ticket.id, 'Yes, for life.');
    await onPhone(customer(1), 'Yes, for life.');
    await becomes(answer, 'delivered');
    await world.look(customer(1), 'read', { network });
    if (network !== 'sms') await becomes(answer, 'read');
    await world.say(customer(1), { network, name: 'Anna', text: 'Great!' });
    await waitFor(async () => (await inboundOf(ticket.id)).length === 2);
    expect(await world.ticketsAt(address(1))).toHaveLength(1);
    expect((await world.phone(customer(1))).map(({ text }) => text)).toEqual(['Yes, for life.']);
  });

  it('takes what is told twice, and in the wrong order, for what it is', async () => {
    await world.fault(vendor, 'duplicate');
    await world.say(customer(2), { network, text: 'Are you there?' });
    const ticket = await world.ticketAt(address(2));
    const answer = await world.reply(ticket.id, 'We are.');
    await becomes(answer, 'delivered');
    await world.fault(vendor, 'none');
    // Messenger tells a moment up to which all arrived; there is no order to break.
    if (network !== 'messenger') await world.fault(vendor, 'out_of_order', 1);
    const next = await world.reply(ticket.id, 'And we stay.');
    await becomes(next, 'delivered');
    await world.say(customer(2), { network, text: 'Good.' });
    await waitFor(async () => (await inboundOf(ticket.id)).length === 2);
    await world.settled();
    const thread = await world.thread(ticket.id);
    expect(thread.map(({ text }) => text)).toEqual(['Are you there?', 'We are.', 'And we stay.', 'Good.']);
    expect(thread.map(({ deliveryStatus }) => deliveryStatus)).toEqual([null, 'delivered', 'delivered', null]);
    expect(await world.phone(customer(2))).toHaveLength(2);
  });

  it('refuses a forged call, counts it and keeps nothing of it', async () => {
    const refused = async (): Promise<number> =>
      (await world.api<ConnectionBody>('GET', `/connections/${connection().id}`)).health.refusedHooks ?? 0;
    const before = await refused();
    await world.fault(vendor, 'forged', 1);
    const { delivery } = await world.say(customer(3), { network, text: 'Send me the money.' });
    expect(delivery.status).toBe(401);
    expect(await refused()).toBe(before + delivery.attempts);
    await world.settled();
    expect(await world.ticketsAt(address(3))).toEqual([]);
    expect((await world.api<{ data: unknown[] }>('GET', '/envelopes?q=money')).data).toEqual([]);
  });

  it('sends once when the answer of the vendor is lost', async () => {
    await world.say(customer(4), { network, text: 'One answer, please.' });
    const ticket = await world.ticketAt(address(4));
    await world.fault(vendor, 'lose_answer', 1);
    const answer = await world.reply(ticket.id, 'Here it is.');
    await onPhone(customer(4), 'Here it is.');
    // Where the vendor can be asked what became of it, it is; else a person decides.
    await becomes(answer, lost);
    await becomes(await world.reply(ticket.id, 'Anything else?'), 'delivered');
    // A watermark for the one before may be quicker than the way to the phone.
    await onPhone(customer(4), 'Anything else?');
    expect((await world.phone(customer(4))).map(({ text }) => text)).toEqual(['Here it is.', 'Anything else?']);
  });

  it('carries pictures both ways', async () => {
    const media = [{ filename: 'zip.png', contentType: 'image/png', content: PNG.toString('base64') }];
    await world.say(customer(5), { network, text: network === 'messenger' ? '' : 'Look.', media });
    const ticket = await world.ticketAt(address(5));
    const picture = await waitFor(
      async () => (await inboundOf(ticket.id)).flatMap((message) => message.attachments).find(({ state }) => !state),
      { timeoutMs: 15_000, what: 'the picture' },
    );
    expect(picture.contentType).toBe('image/png');
    expect(sha256(await downloaded(picture))).toBe(sha256(PNG));
    await world.reply(ticket.id, 'Like this?', { attachments: [(await upload()).id] });
    const shown = await waitFor(
      async () => (await world.phone(customer(5))).find((message) => message.media.length > 0),
      {
        timeoutMs: 15_000,
        what: 'the picture on the phone',
      },
    );
    expect(shown.media).toMatchObject([{ contentType: 'image/png', size: PNG.length }]);
  });
});

describe('what is special', () => {
  it('obeys STOP until START', async () => {
    const customer = '+14155550106';
    await world.say(customer, { network: 'sms', text: 'Hello' });
    const ticket = await world.ticketAt(customer);
    await world.say(customer, { network: 'sms', text: 'STOP' });
    await waitFor(async () => (await inboundOf(ticket.id)).length === 2);
    const refused = await world.ask<{ code: string }>('POST', `/tickets/${ticket.id}/messages`, {
      kind: 'reply',
      text: 'Are you sure?',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'address_blocked' } });
    await world.say(customer, { network: 'sms', text: 'START' });
    await waitFor(async () => (await inboundOf(ticket.id)).length === 3);
    await becomes(await world.reply(ticket.id, 'Welcome back.'), 'delivered');
    const texts = (await world.phone(customer)).map(({ text }) => text);
    expect(texts).toContain('Welcome back.');
    expect(texts).not.toContain('Are you sure?');
  });

  it('writes nothing freely into a closed window of WhatsApp, and sends a template', async () => {
    const customer = '+14155550207';
    await world.say(customer, { network: 'whatsapp', text: 'Hello', name: 'Anna' });
    const ticket = await world.ticketAt(customer);
    // Their clock says otherwise than ours: the refusal comes back to the message.
    await world.look(customer, 'window', { network: 'whatsapp', hoursAgo: 25 });
    const late = await becomes(await world.reply(ticket.id, 'Too late.'), 'failed');
    expect(late.deliveryError).toMatch(/24 hours/);
    await hoursLater(ticket.id, 25);
    const refused = await world.ask('POST', `/tickets/${ticket.id}/messages`, {
      kind: 'reply',
      text: 'Much too late.',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'window_closed' } });
    const { data } = await world.api<{ data: MessageTemplateBody[] }>(
      'GET',
      `/connections/${world.channels.whatsapp.id}/templates`,
    );
    const approved = data.find(({ name }) => name === 'order_update');
    expect(approved).toMatchObject({ language: 'en_US', params: 2 });
    const template = { id: approved?.id ?? '', language: 'en_US', params: ['Anna', '#1001'] };
    const sent = await becomes(await world.reply(ticket.id, '', { template }), 'delivered');
    expect(sent.text).toContain('Hello Anna, there is news about your order #1001.');
    expect(await world.phone(customer)).toMatchObject([{ text: expect.stringContaining('Hello Anna') }]);
  });
});
