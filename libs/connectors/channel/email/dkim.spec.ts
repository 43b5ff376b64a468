import { createHmac, generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify';
import type { ConnectorDeps, Outbound } from '../../port';
import { dkimKeyOf, dkimRecord, newDkimKey, signMail } from './dkim';
import { email } from './email.connector';
import { startSmtp } from './smtp-server.fixture';

const DOMAIN = 'fernhill.example';
const outbound: Outbound = {
  messageId: '01890a5d-ac96-774b-bcce-b302099a8057',
  ticketId: '01890a5d-ac96-774b-bcce-b302099a8001',
  ticketNumber: 1,
  to: { address: 'anna@example.com', name: 'Anna Größe 👋' },
  cc: [{ address: 'ben@example.com', name: null }],
  subject: `Bestellung für Größe 👋 ${'sehr lang '.repeat(20)}`,
  text: `.\n..\nGrüße \n  spaces  \t\n\n${'x'.repeat(3_000)}\nFrom here\n\n\n`,
  html: null,
  files: [
    { filename: 'a.txt', contentType: 'text/plain', content: Buffer.from('a\nb\r\n.\r\n\0'), url: null },
    { filename: 'b.eml', contentType: 'message/rfc822', content: Buffer.from('Subject: ü\n\nbody\n'), url: null },
  ],
  template: null,
  choices: [],
  thread: { inReplyTo: 'a@x', references: ['b@x', 'a@x'] },
  automated: true,
  notice: true,
};
const deps: ConnectorDeps = {
  fetch: () => Promise.reject(new Error('mail needs no HTTP')),
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  now: () => new Date(),
  sign: (purpose, text) => createHmac('sha256', purpose).update(text).digest('hex'),
  baseUrl: null,
  address: `support@${DOMAIN}`,
  hookUrl: 'https://desk.fernhill.example/hooks/1',
  keep: async () => undefined,
};

describe('a DKIM signature', () => {
  let key: Awaited<ReturnType<typeof newDkimKey>>;
  beforeAll(async () => {
    key = await newDkimKey(DOMAIN, 'desk');
  });
  const credentials = () => ({ dkimDomain: DOMAIN, dkimSelector: 'desk', dkimPrivateKey: key.privateKey });

  /** What a receiver finds who looks the record up. */
  async function verdict(mail: Buffer): Promise<{ result?: string; signedBy?: string; aligned?: boolean }> {
    const resolver = async (name: string): Promise<string[][]> =>
      name === key.record.name
        ? [key.record.strings]
        : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
    const { results } = await dkimVerify(mail, { resolver });
    const [first] = results;
    return { result: first?.status.result, signedBy: first?.signingDomain, aligned: Boolean(first?.status.aligned) };
  }

  it('holds over the very bytes that a server receives, for a mail with everything in it', async () => {
    const server = await startSmtp();
    const adapter = email.connect(
      { smtpHost: '127.0.0.1', smtpPort: server.port, plusAddresses: true, fromName: 'Fernhill ü', ...credentials() },
      deps,
    );
    await adapter.send(outbound, async () => undefined);
    const raw = server.taken[0]?.raw ?? Buffer.alloc(0);
    await server.stop();
    expect(await verdict(raw)).toEqual({ result: 'pass', signedBy: DOMAIN, aligned: true });

    const changed = (from: string, to: string): Buffer =>
      Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');
    for (const field of ['Subject', 'In-Reply-To', 'Auto-Submitted', 'Precedence', 'Thread-Index', 'Cc', 'Reply-To']) {
      const mail = changed(`\r\n${field}:`, `\r\n${field}: x`);
      expect(mail.equals(raw)).toBe(false);
      expect({ field, result: (await verdict(mail)).result }).not.toMatchObject({ result: 'pass' });
    }
    expect((await verdict(changed('Fernhill', 'Fernhall'))).result).not.toBe('pass');
    expect((await verdict(Buffer.concat([raw, Buffer.from('more\r\n')]))).result).not.toBe('pass');
  });

  it('can be checked with the record that is shown, in one string or in many', () => {
    expect(key.record.name).toBe(`desk._domainkey.${DOMAIN}`);
    expect(key.record.value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]+$/);
    expect(key.record.strings.join('')).toBe(key.record.value);
    expect(Math.max(...key.record.strings.map((it) => it.length))).toBeLessThanOrEqual(255);
    expect(dkimRecord(key.privateKey)).toMatchObject({ value: key.record.value });
  });

  it.each([
    ['fernhill.example', 'fernhill.example', true],
    ['fernhill.example', 'mail.fernhill.example', true],
    ['mail.fernhill.example', 'fernhill.example', true],
    ['FERNHILL.example.', 'fernhill.example', true],
    ['elsewhere.example', 'fernhill.example', false],
    ['hill.example', 'fernhill.example', false],
    ['example', 'fernhill.example', false],
  ])('of %s for mail from %s is of use: %s', (dkimDomain, addressDomain, fits) => {
    const make = () => dkimKeyOf({ ...credentials(), dkimDomain }, addressDomain);
    if (fits) expect(make()).not.toBeNull();
    else expect(make).toThrow(expect.objectContaining({ name: 'ConnectorError', code: 'rejected' }));
  });

  it('is made with a key however its line breaks were lost on the way into the form', async () => {
    for (const typed of [
      key.privateKey.replace(/\n/g, ''),
      key.privateKey.replace(/\n/g, ' '),
      key.privateKey.replace(/\n/g, '\\n'),
    ]) {
      const made = dkimKeyOf({ ...credentials(), dkimPrivateKey: typed }, DOMAIN);
      if (!made) throw new Error('no key was made');
      const mail = await signMail(Buffer.from(`From: support@${DOMAIN}\r\n\r\nHello\r\n`), made);
      expect((await verdict(mail)).result).toBe('pass');
    }
  });

  it('needs all three of its settings, or none', () => {
    expect(dkimKeyOf({}, DOMAIN)).toBeNull();
    expect(dkimKeyOf({ dkimDomain: '', dkimSelector: '', dkimPrivateKey: '' }, DOMAIN)).toBeNull();
    for (const left of ['dkimDomain', 'dkimSelector', 'dkimPrivateKey'] as const)
      expect(() => dkimKeyOf({ ...credentials(), [left]: undefined }, DOMAIN)).toThrow('needs a domain');
  });

  it('is not made with a key that no receiver would take, and the key is not in the message', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey;
    const curve = generateKeyPairSync('ed25519').privateKey;
    const pem = (it: typeof short) => it.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const [dkimPrivateKey, words] of [
      [pem(short), 'too short'],
      [pem(curve), 'RSA'],
      ['hunter2', 'cannot be read'],
    ] as const) {
      const make = () => dkimKeyOf({ ...credentials(), dkimPrivateKey }, DOMAIN);
      expect(make).toThrow(words);
      expect(make).not.toThrow('hunter2');
    }
  });
});
