import { randomBytes, randomUUID } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ChannelAdapter, ConnectorDeps, Outbound } from '../../port';
import type { ChatMessage } from './chat-message';
import { chat } from './chat.connector';
import { ChatCredentials } from './chat.credentials';

let now = new Date('2026-11-20T10:00:00Z');
const deps: ConnectorDeps = {
  fetch: () => Promise.reject(new Error('a chat calls nobody')),
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  now: () => now,
  sign: () => '',
  baseUrl: null,
  address: null,
  hookUrl: 'https://desk.fernhill.example/hooks/1',
  keep: async () => undefined,
};
const connect = (settings: Partial<ChatCredentials> = {}): ChannelAdapter => chat.connect(settings, deps);
const outbound = (given: Partial<Outbound> = {}): Outbound => ({
  messageId: randomUUID(),
  ticketId: randomUUID(),
  ticketNumber: 17,
  to: { address: randomUUID(), name: null },
  cc: [],
  subject: '',
  text: 'It is on its way.',
  html: null,
  files: [],
  template: null,
  choices: [],
  thread: { inReplyTo: null, references: [] },
  automated: false,
  notice: false,
  ...given,
});
const said = (given: Partial<ChatMessage> = {}): ChatMessage => ({
  clientId: 'c-1',
  visitorId: '0199a7c2-0000-7000-8000-000000000001',
  text: 'Where is #1001? Grüße 👋',
  files: ['file-1', 'file-2'],
  visitor: { name: 'Anna', email: 'anna@example.com', verified: false },
  page: { url: 'https://shop.example/cart', title: 'Cart' },
  at: '2026-11-20T09:59:58.000Z',
  ...given,
});
const wrapped = (message: ChatMessage) => {
  const { receive } = connect();
  if (!receive) throw new Error('chat comes through the door');
  return receive(Buffer.from(JSON.stringify(message)), {});
};
const read = async (message: ChatMessage) => {
  const [item] = await connect().read(wrapped(message));
  if (item?.type !== 'message') throw new Error('no message was read');
  return item;
};

describe('the live chat as a channel', () => {
  it('has sent what is stored: once told, after the commit, under the id of the message', async () => {
    const message = outbound();
    const beforeCommit = jest.fn(async () => undefined);
    expect(await connect().send(message, beforeCommit)).toEqual({ externalId: message.messageId, status: 'sent' });
    expect(beforeCommit).toHaveBeenCalledTimes(1);
    const reason = new Error('somebody else sends it');
    await expect(connect().send(message, () => Promise.reject(reason))).rejects.toBe(reason);
    await connect().check();
  });

  it('reads a message as the visitor of the session wrote it', async () => {
    const message = await read(said());
    expect(message).toMatchObject({
      from: { address: said().visitorId, name: 'Anna', kind: 'visitor' },
      subject: 'Where is #1001? Grüße 👋',
      text: 'Where is #1001? Grüße 👋',
      uploads: ['file-1', 'file-2'],
      automated: null,
      sender: 'proven',
      sentAt: new Date('2026-11-20T09:59:58.000Z'),
    });
  });

  it('knows a message again by visitor and client id, whatever else it says', () => {
    expect(wrapped(said()).externalId).toBe(wrapped(said({ text: 'other words' })).externalId);
    expect(wrapped(said({ clientId: 'c-2' })).externalId).not.toBe(wrapped(said()).externalId);
    expect(wrapped(said({ visitorId: randomUUID() })).externalId).not.toBe(wrapped(said()).externalId);
  });

  it('tells people of a mail address that was only typed, not of one that the shop vouches for', async () => {
    expect((await read(said())).notices).toEqual(['Says that their mail address is anna@example.com; not proven.']);
    const vouched = said({ visitor: { name: 'Anna', email: 'anna@example.com', verified: true } });
    expect((await read(vouched)).notices).toEqual([]);
  });

  it('never throws for odd input', async () => {
    const odd = ['', 'null', '[]', '{"visitorId":7}', '{"visitorId":"v","clientId":"c"}', '{'].map((it) =>
      Buffer.from(it),
    );
    for (const raw of [...odd, randomBytes(512)])
      expect(await connect().read({ externalId: 'odd', raw, meta: {} })).toEqual([]);
  });

  it('is open by its hours, always, or as long as somebody is there', () => {
    now = new Date('2026-11-20T10:00:00Z');
    const hours = { availability: 'office_hours' as const, officeHours: 'Mo-Fr 09:00-17:00 Europe/Berlin' };
    expect(connect().widget?.open()).toBe('open');
    expect(connect({ availability: 'when_someone_is_here' }).widget?.open()).toBe('ask');
    expect(connect(hours).widget?.open()).toBe('open');
    now = new Date('2026-11-20T16:00:00Z');
    expect(connect(hours).widget?.open()).toBe('closed');
  });

  it.each([
    [{ allowedOrigins: 'not a site!' }],
    [{ availability: 'office_hours' as const }],
    [{ availability: 'office_hours' as const, officeHours: 'Mo-Fr 09:00-17:00 Moon/Base' }],
    [{ availability: 'office_hours' as const, officeHours: 'Mo-Fr 17:00-09:00 Europe/Berlin' }],
    [{ identityPublicKey: 'not a key' }],
    [{ enforceIdentity: true }],
  ])('refuses settings that cannot work: %j', (settings) => {
    expect(() => connect(settings)).toThrow(expect.objectContaining({ name: 'ConnectorError', code: 'rejected' }));
  });

  it.each([
    [{ color: 'red' }, 'color'],
    [{ position: 'top' }, 'position'],
    [{ askEmail: 'maybe' }, 'askEmail'],
    [{ identitySecret: 'too short' }, 'identitySecret'],
  ])('refuses %j in the form', (typed, field) => {
    expect(validateSync(plainToInstance(ChatCredentials, typed)).map(({ property }) => property)).toEqual([field]);
  });
});
