import { createHmac } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { ConnectorDeps, Outbound } from '../../port';
import { email } from './email.connector';
import type { EmailCredentials } from './email.credentials';
import { Headers } from './headers';
import { readReplyAddress } from './reply-address';
import { readReturnPath } from './return-path';
import { refusal, type SmtpFixture, startSmtp } from './smtp-server.fixture';

const own = 'support@fernhill.example';
const outbound: Outbound = {
  messageId: '01890a5d-ac96-774b-bcce-b302099a8057',
  ticketId: '01890a5d-ac96-774b-bcce-b302099a8001',
  ticketNumber: 1,
  to: { address: 'anna@example.com', name: 'Anna' },
  cc: [],
  subject: 'Where is my order?',
  text: 'On its way.',
  html: null,
  files: [],
  template: null,
  choices: [],
  thread: { inReplyTo: null, references: [] },
  automated: false,
  notice: false,
};
const sign = (purpose: string, text: string): string => createHmac('sha256', purpose).update(text).digest('hex');

describe('a mail connection, sending', () => {
  let server: SmtpFixture;
  const commit = jest.fn(async () => undefined);
  beforeEach(async () => {
    commit.mockClear();
    server = await startSmtp({
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'gone@example.com' ? refusal(550, '5.1.1 no such user') : null),
    });
  });
  afterEach(() => server.stop());

  const send = (given: Partial<Outbound> = {}, credentials: Partial<EmailCredentials> = {}, address = own) => {
    const deps: ConnectorDeps = {
      fetch: () => Promise.reject(new Error('mail needs no HTTP')),
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
      now: () => new Date(),
      sign,
      baseUrl: null,
      address,
      hookUrl: 'https://desk.fernhill.example/hooks/1',
      keep: async () => undefined,
    };
    const adapter = email.connect({ smtpHost: '127.0.0.1', smtpPort: server.port, ...credentials }, deps);
    return adapter.send({ ...outbound, ...given }, commit);
  };

  it('has its own address as the return path, and an acknowledgement has none', async () => {
    await send({ automated: true });
    await send({ automated: true, notice: true });
    expect(server.taken.map((it) => it.from)).toEqual([own, '']);
  });

  it('has a return path that names the message where the mailbox may have one', async () => {
    await send({}, { verp: true });
    await send({ notice: true }, { verp: true });
    for (const { from } of server.taken) expect(readReturnPath(sign, from)).toBe(outbound.messageId);
    await send({}, { verp: true }, 'customer-happiness-department@fernhill.example');
    expect(server.taken[2]?.from).toBe('customer-happiness-department@fernhill.example');
  });

  it('asks for answers at an address that names the ticket, where plus addresses work', async () => {
    await send({}, { plusAddresses: true, fromName: 'Fernhill' });
    const mail = await simpleParser(server.taken[0]?.raw ?? '');
    expect(readReplyAddress(sign, mail.replyTo?.value[0]?.address ?? '')).toBe(outbound.ticketId);
    expect(mail.replyTo?.value[0]?.name).toBe('Fernhill');
    expect(mail.from?.value).toEqual([{ name: 'Fernhill', address: own }]);
  });

  it('reaches those in copy, never itself, and says which copies were refused', async () => {
    const cc = ['ben@example.com', 'gone@example.com', own, 'no address'].map((address) => ({ address, name: null }));
    const result = await send({ cc });
    expect(result).toMatchObject({
      status: 'sent',
      refused: [{ address: 'no address' }, { address: 'gone@example.com', reason: expect.stringContaining('5.1.1') }],
    });
    const [taken] = server.taken;
    expect(taken?.to).toEqual(['anna@example.com', 'ben@example.com']);
    const headers = Headers.of(taken?.raw ?? Buffer.alloc(0));
    expect(headers.first('cc')).toBe('ben@example.com, gone@example.com');
    expect((await send()).refused).toBeUndefined();
  });

  it('does not write to itself, nor to what is no address', async () => {
    for (const address of [own, 'nobody', 'a@b.example\r\nBcc: eve@evil.example'])
      await expect(send({ to: { address, name: null } })).rejects.toMatchObject({ code: 'rejected' });
    expect(commit).not.toHaveBeenCalled();
    expect(server.opened()).toBe(0);
  });

  it('is the same mail on each try, but for the moment of sending', async () => {
    await send();
    await send();
    const heads = server.taken.map((it) => Headers.of(it.raw));
    for (const name of ['message-id', 'thread-index', 'subject', 'from', 'to'])
      expect(heads[0]?.first(name)).toBe(heads[1]?.first(name));
    expect(heads[0]?.first('message-id')).toMatch(/^<t[0-9a-z]+\.[0-9a-z]+\.[0-9a-f]{16}@fernhill\.example>$/);
  });

  it('refuses a key that could sign for nobody', () => {
    expect(() => send({}, { dkimDomain: 'elsewhere.example', dkimSelector: 'a', dkimPrivateKey: 'b' })).toThrow(
      'proves nothing about mail from fernhill.example',
    );
  });
});
