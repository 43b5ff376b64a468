import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import type { ChannelAdapter, InboundMessage, Outbound } from '../../port';
import { ConnectorError } from '../../port';
import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { api } from './api.connector';
import { ApiCredentials } from './api.credentials';
import { Receiver, SECRET } from './receiver.fixture';

const OTHER_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

describe('a custom channel over HTTP', () => {
  let receiver: Receiver;
  beforeAll(async () => (receiver = await Receiver.start()));
  afterAll(() => receiver.stop());

  const channel = (given: Partial<ApiCredentials> = {}): ChannelAdapter =>
    api.connect({ url: receiver.url, secret: SECRET, ...given }, channelDeps({}).deps);
  const outbound = (given: Partial<Outbound> = {}): Outbound => ({
    messageId: '018f0000-0000-7000-8000-000000000000',
    ticketId: 'ticket',
    ticketNumber: 1,
    to: { address: 'api:17', name: 'Anna' },
    cc: [],
    subject: 'Order',
    text: 'Hello',
    html: '<p>Hello</p>',
    files: [],
    template: null,
    choices: ['Yes'],
    thread: { inReplyTo: 'm-1', references: ['m-0', 'm-1'] },
    automated: true,
    notice: false,
    ...given,
  });
  const read = (body: unknown) =>
    channel().read({ externalId: 'm-1', raw: Buffer.from(JSON.stringify(body)), meta: {} });
  const hello = { id: 'm-1', from: { id: '17' }, text: 'Hello' };

  it('tells the other side all that it needs to show a message', async () => {
    await channel().send(outbound(), async () => undefined);
    expect([...receiver.taken.values()].at(-1)).toMatchObject({
      type: 'message',
      id: outbound().messageId,
      ticket: { id: 'ticket', number: 1 },
      to: { id: '17', name: 'Anna' },
      subject: 'Order',
      html: '<p>Hello</p>',
      choices: ['Yes'],
      thread: { inReplyTo: 'm-1', references: ['m-0', 'm-1'] },
      automated: true,
    });
  });

  it('takes the id that the other side gives', async () => {
    receiver.naming = (id) => `theirs-${id}`;
    const { externalId, status } = await channel().send(outbound({ messageId: 'mine' }), async () => undefined);
    receiver.naming = null;
    expect([externalId, status]).toEqual(['theirs-mine', 'delivered']);
  });

  it('signs with both secrets while they are rotated, and believes both', async () => {
    const rotating = channel({ secret: OTHER_SECRET, previousSecret: SECRET });
    await rotating.check();
    expect(rotating.hook?.verify(Receiver.call(HOOK_URL, '{}'))).toBeNull();
    expect(rotating.hook?.verify(Receiver.call(HOOK_URL, '{}', { secret: OTHER_SECRET }))).toBeNull();
  });

  it('believes no call that was signed more than five minutes ago', () => {
    const at = new Date(Date.now() - 301_000);
    expect(channel().hook?.verify(Receiver.call(HOOK_URL, '{}', { at }))).toMatch(/too old/);
  });

  it('keeps what has no id under the id of the call', () => {
    const ids = (body: string) => channel().hook?.unpack(Receiver.call(HOOK_URL, body, { id: 'c-7' }))[0]?.externalId;
    expect([ids('{}'), ids('not JSON'), ids('{"id":"m-1"}')]).toEqual(['call:c-7', 'call:c-7', 'm-1']);
  });

  it.each([
    [{ id: '17' }, { address: 'api:17' }, 'unproven'],
    [{ id: '17', verified: true }, { address: 'api:17' }, 'proven'],
    [{ email: 'Anna@Example.com' }, { address: 'anna@example.com', kind: 'email' }, 'unproven'],
    [{ phone: '+1 650 555 1234' }, { address: '+16505551234', kind: 'phone' }, 'unproven'],
  ])('knows the sender %j, and sends answers back there', async (from, address, sender) => {
    const [message] = (await read({ ...hello, from })) as InboundMessage[];
    expect(message).toMatchObject({ from: address, sender });
    await channel().send(outbound({ messageId: JSON.stringify(from), to: address as never }), async () => undefined);
    const { to }: any = [...receiver.taken.values()].at(-1);
    expect(Object.keys(to)).toContain(Object.keys(from)[0]);
  });

  it('keeps the ids of one system apart from those of another', async () => {
    const other = channel({ network: 'kiosk' });
    const [message] = await other.read({ externalId: 'm-1', raw: Buffer.from(JSON.stringify(hello)), meta: {} });
    expect(message).toMatchObject({ from: { address: 'kiosk:17' } });
  });

  it('hears all of a message', async () => {
    const sentAt = '2026-11-20T10:00:00+01:00';
    const given = { ...hello, subject: 'Order', html: '<b>Hello</b>', thread: ['a', 'b'], sentAt };
    expect(await read(given)).toMatchObject([
      { subject: 'Order', html: '<b>Hello</b>', thread: { externalIds: ['a', 'b'] }, sentAt: new Date(sentAt) },
    ]);
  });

  it.each([
    ['nothing', {}, /id: .*from: /],
    ['a sender without an address', { ...hello, from: { name: 'Anna' } }, /from: names no id, email or phone/],
    ['a phone number of no country', { ...hello, from: { phone: '0650' } }, /from\.phone/],
    ['neither text nor file', { ...hello, text: ' ' }, /neither a text nor a file/],
    ['a file that is not base64', { ...hello, files: [{ filename: 'a', base64: '%' }] }, /files\.0\.base64/],
    ['a status of no message', { type: 'status', status: 'read' }, /messageId/],
  ])('puts %s aside with a reason', async (_, body, reason) => {
    await expect(read(body)).rejects.toMatchObject({ code: 'rejected', message: expect.stringMatching(reason) });
  });

  it('asks for a secret that is one', () => {
    const problems = (typed: object) =>
      validateSync(plainToInstance(ApiCredentials, typed)).map((error) => error.property);
    expect(problems({ url: 'https://shop.example/in', secret: SECRET })).toEqual([]);
    expect(problems({ url: 'ftp://shop.example', secret: 'whsec_short', network: 'My Shop' })).toEqual([
      'url',
      'secret',
      'network',
    ]);
  });

  it('reads any body or says why not, and says nothing that cannot be stored', async () => {
    const text = fc.string({ unit: 'binary' });
    const body = fc.record(
      {
        id: text,
        from: fc.record({ id: text, email: text, phone: text, name: text }, { requiredKeys: [] }),
        text,
        subject: fc.oneof(text, fc.constant(null)),
        thread: fc.oneof(text, fc.array(text)),
        files: fc.array(fc.record({ filename: text, contentType: text, base64: fc.base64String() })),
        type: fc.constantFrom('message', 'status'),
        messageId: text,
        status: fc.oneof(text, fc.constant('failed')),
        error: text,
      },
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(
      body.map((one) => JSON.stringify({ ...hello, ...one })),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (raw) => {
        const items = await channel()
          .read({ externalId: 'x', raw: Buffer.from(raw), meta: {} })
          .catch((error: unknown) => error);
        if (items instanceof ConnectorError) expect(items.message).toMatch(/\w/);
        else expect(items).toEqual(expect.any(Array));
        const told = items instanceof ConnectorError ? items.message : JSON.stringify(items);
        expect(JSON.stringify(told)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      }),
      { numRuns: 300 },
    );
  });
});
