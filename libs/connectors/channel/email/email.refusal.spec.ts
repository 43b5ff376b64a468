import { createHmac } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type ConnectorDeps, fieldsOf } from '../../port';
import { email } from './email.connector';
import { EmailCredentials } from './email.credentials';
import { MailServer } from './mail-server.fixture';

const smtp = { smtpHost: 'smtp.example.com', smtpPort: 587 };
const imap = { imapHost: 'imap.example.com', imapPort: 993, imapUser: 'support' };
const oauth = { auth: 'microsoft', oauthClientId: 'id', oauthClientSecret: 'secret', oauthRefreshToken: 'refresh' };

const wrong = (typed: object): string[] =>
  validateSync(plainToInstance(EmailCredentials, typed)).map(({ property }) => property);

describe('the settings of a mailbox', () => {
  it('need a password, or all that a token is made of', () => {
    expect(wrong({ ...smtp, ...imap })).toEqual(['imapPass']);
    expect(wrong({ ...smtp, smtpUser: 'support', ...imap, ...oauth })).toEqual([]);
    expect(wrong({ ...smtp, ...imap, auth: 'google' }).sort()).toEqual([
      'oauthClientId',
      'oauthClientSecret',
      'oauthRefreshToken',
    ]);
    expect(wrong({ ...smtp, auth: 'yahoo' })).toContain('auth');
  });

  it('need a secret for a web hook', () => {
    expect(wrong({ ...smtp, parseProvider: 'mailgun' })).toEqual(['parseSecret']);
    expect(wrong({ ...smtp, parseProvider: 'mailgun', parseSecret: 'a signing key' })).toEqual([]);
  });

  it('need the topic for Amazon SES, and no secret', () => {
    const ses = { ...smtp, parseProvider: 'ses' };
    expect(wrong(ses)).toEqual(['parseTopic']);
    for (const parseTopic of ['', 'mail', 'arn:aws:s3:::mail', 'arn:aws:sns:eu-west-1:123456789012:'])
      expect(wrong({ ...ses, parseTopic })).toEqual(['parseTopic']);
    for (const region of ['aws:sns:eu-west-1', 'aws-cn:sns:cn-north-1', 'aws-us-gov:sns:us-gov-west-1'])
      expect(wrong({ ...ses, parseTopic: `arn:${region}:123456789012:mail` })).toEqual([]);
  });

  it('hide every secret in the form', () => {
    const secrets = fieldsOf(EmailCredentials).filter(({ name }) => /pass$|secret$|token$/i.test(name));
    expect(secrets.length).toBeGreaterThanOrEqual(5);
    expect(secrets.every(({ type }) => type === 'secret')).toBe(true);
  });

  it('are named when the mail server refuses them, with its own words', async () => {
    const server = await MailServer.start();
    const deps: ConnectorDeps = {
      fetch: () => Promise.reject(new Error('no HTTP here')),
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
      now: () => new Date(),
      sign: (purpose, text) => createHmac('sha256', purpose).update(text).digest('hex'),
      baseUrl: null,
      address: 'support@fernhill.example',
      hookUrl: '',
      keep: async () => undefined,
    };
    const typed = { smtpHost: '127.0.0.1', smtpPort: server.port, smtpUser: 'support', smtpPass: 'wrong' };
    const check = email.connect(typed, deps).check();
    await expect(check).rejects.toMatchObject({
      code: 'auth',
      message: expect.stringMatching(/wrong password.*smtpPass/),
    });
    await server.stop();
  });

  it('make an adapter that pulls only where there is a mailbox, and takes calls only where it was told who calls', () => {
    const deps = { address: 'support@fernhill.example', now: () => new Date() } as ConnectorDeps;
    const plain = email.connect({ ...smtp }, deps);
    expect([plain.listen, plain.inventory, plain.hook, plain.expiresAt]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const full = email.connect(
      { ...smtp, ...imap, ...oauth, auth: 'google', parseProvider: 'generic', parseSecret: 'a secret' },
      deps,
    );
    for (const part of [full.listen, full.inventory, full.refetch, full.hook, full.expiresAt])
      expect(part).toBeDefined();
  });
});
