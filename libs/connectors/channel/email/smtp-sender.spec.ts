import { waitFor } from '../../../testing/wait-for';
import { MailServer } from './mail-server.fixture';
import { smtpError } from './smtp-errors';
import { SmtpSender } from './smtp-sender';

const mail = Buffer.from('Subject: hi\r\n\r\nHello\r\n');
const envelope = { from: 'support@fernhill.example', to: 'anna@example.com' };
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
      user: 'support',
      pass: 'secret-pw',
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
    await expect(sent).rejects.toMatchObject({ name: 'ConnectorError' });
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
  ])('%j (committed: %s) is %s', (error, committed, code) => {
    expect(smtpError({ message: 'x', ...error }, committed).code).toBe(code);
  });
});
