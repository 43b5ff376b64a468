import { waitFor } from '../../../testing/wait-for';
import { MailServer } from './mail-server.fixture';
import { smtpError } from './smtp-errors';
import { SmtpSender } from './smtp-sender';

const mail = Buffer.from('Subject: hi\r\n\r\nHello\r\n');
const own = 'support@fernhill.example';
const envelope = { from: own, ownAddress: own, to: 'anna@example.com', cc: [] };
const noop = async (): Promise<void> => undefined;

describe('sending by SMTP', () => {
  let server: MailServer;
  let sender: SmtpSender;
  beforeEach(async () => {
    server = await MailServer.start();
    sender = new SmtpSender({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      auth: { user: 'support', pass: 'secret-pw' },
    });
  });
  afterEach(() => server.stop());

  it('signs in once for a burst of mails', async () => {
    for (let i = 0; i < 5; i++) await sender.send(envelope, mail, noop);
    expect(server.mails).toHaveLength(5);
    expect(server.connections).toBe(1);
  });

  it('sends several at a time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => sender.send(envelope, mail, noop)));
    expect(server.mails).toHaveLength(8);
  });

  it('opens a new connection when the kept one has died', async () => {
    await sender.send(envelope, mail, noop);
    server.hangUpOnAll();
    await sender.send(envelope, mail, noop);
    expect(server.mails).toHaveLength(2);
  });

  it('has not sent anything while the commit is still being written', async () => {
    let commit: (() => void) | null = null;
    const sent = sender.send(envelope, mail, () => new Promise((resolve) => (commit = resolve)));
    const finish = await waitFor(() => commit);
    expect(server.mails).toHaveLength(0);
    finish();
    await sent;
    expect(server.mails).toHaveLength(1);
  });

  it('is cleanly "not sent" when the line breaks while the commit is being written', async () => {
    let landed = false;
    const sent = sender.send(envelope, mail, async () => {
      server.hangUpOnAll();
      await new Promise((resolve) => setTimeout(resolve, 50));
      landed = true;
    });
    await expect(sent).rejects.toMatchObject({ name: 'ConnectorError', code: 'unavailable' });
    expect(landed).toBe(true);
    expect(server.mails).toHaveLength(0);
  });
});

describe('an SMTP failure', () => {
  it.each([
    [{ code: 'EAUTH', responseCode: 535 }, false, 'auth'],
    [{ code: 'EAUTH', responseCode: 454 }, false, 'unavailable'],
    [{ code: 'EENVELOPE', responseCode: 530 }, false, 'auth'],
    [{ code: 'EENVELOPE', responseCode: 550 }, false, 'rejected'],
    [{ code: 'EENVELOPE', responseCode: 450 }, false, 'unavailable'],
    [{ code: 'EENVELOPE', responseCode: 421, response: '421 4.7.28 rate limited' }, false, 'rate_limited'],
    [{ code: 'EENVELOPE' }, false, 'rejected'],
    [{ code: 'ETIMEDOUT' }, false, 'unavailable'],
    [{ code: 'ESOCKET' }, false, 'unavailable'],
    [{ code: 'ETIMEDOUT' }, true, 'uncertain'],
    [{ code: 'ECONNECTION' }, true, 'uncertain'],
    [{ code: 'EMESSAGE', responseCode: 554 }, true, 'rejected'],
    [{ code: 'EMESSAGE', responseCode: 452 }, true, 'unavailable'],
    [
      { code: 'EENVELOPE', responseCode: 550, response: '550 5.4.5 Daily user sending limit exceeded' },
      false,
      'rate_limited',
    ],
    [{ code: 'EENVELOPE', responseCode: 432, response: '432 4.3.2 Concurrent connections' }, false, 'rate_limited'],
    [{ code: 'EENVELOPE', responseCode: 451, response: '451 could not generate a queue id' }, false, 'unavailable'],
  ])('%j (committed: %s) is %s', (error, committed, code) => {
    expect(smtpError({ message: 'x', ...error }, committed).code).toBe(code);
  });

  it.each([
    ['535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled', 'Microsoft 365 does not allow'],
    ['534 5.7.9 Application-specific password required', 'app password'],
    ['535 5.7.8 Username and Password not accepted', 'user name or the password is wrong'],
    ['550 5.1.1 The email account does not exist', 'no such mailbox'],
    ['552 5.2.2 over quota', 'mailbox is full'],
    ['552 5.3.4 too big', 'larger than the receiving side takes'],
    ['554 5.7.60 SendAsDenied', 'may not send as this address'],
    ['550 5.7.26 This mail is unauthenticated, DMARC', 'SPF, DKIM or DMARC'],
    ['550 5.7.1 relaying denied', 'passes no mail on for us'],
  ])('%j is told to people as: %s', (response, words) => {
    const error = smtpError(
      { code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)), response, message: 'x' },
      false,
    );
    expect(error.message).toContain(words);
    expect(error.message).toContain(response);
    expect(error.vendorCode).toContain(response.slice(4).split(' ')[0]);
  });

  it('keeps the words of a talkative server within bounds', () => {
    const response = `550 5.1.1 ${'no\r\n'.repeat(5_000)}`;
    const { message } = smtpError({ code: 'EENVELOPE', responseCode: 550, response, message: response }, false);
    expect(message.length).toBeLessThan(500);
    expect(message).not.toMatch(/[\r\n]/);
  });
});
