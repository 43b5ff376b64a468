import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import type { HookRequest, RawInbound } from '../../port';
import { parseHook, type ParseProvider } from './inbound-parse';
import { mailId } from './reader';

const NOW = new Date('2026-11-20T10:00:00Z');
const SECONDS = String(NOW.getTime() / 1000);
/** A mail in Latin-1, as plenty still are. */
const MAIL = Buffer.from(
  'Message-ID: <posted@example.com>\r\nFrom: anna@example.com\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xfc\xdfe & +100 %\r\n',
  'latin1',
);

const hook = (provider: ParseProvider, secret: string) =>
  parseHook({
    provider,
    secret,
    now: () => NOW,
    receive: (raw, meta): RawInbound => ({ externalId: mailId(raw), raw, meta }),
  });
const request = (headers: Record<string, string>, body: Buffer | string, method = 'POST'): HookRequest => ({
  method,
  url: 'https://desk.fernhill.example/hooks/1',
  query: {},
  headers,
  body: Buffer.from(body),
});
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
const hmac = (secret: string, text: string | Buffer): string => createHmac('sha256', secret).update(text).digest('hex');

function multipart(fields: Record<string, string | Buffer>): { headers: Record<string, string>; body: Buffer } {
  const boundary = 'xYzZY';
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

describe('mail that a provider posts', () => {
  it('by Mailgun: signed, as a form of either kind, byte for byte', () => {
    const { verify, unpack } = hook('mailgun', 'signing-key');
    const signature = hmac('signing-key', `${SECONDS}a-token`);
    const fields = {
      timestamp: SECONDS,
      token: 'a-token',
      signature,
      sender: 'b@x.example',
      recipient: 'support@y.example',
    };
    const percent = [...MAIL].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const encoded = `${new URLSearchParams(fields).toString()}&body-mime=${percent}`;
    const form = multipart({ ...fields, 'body-mime': MAIL });
    for (const call of [
      request({ 'content-type': 'application/x-www-form-urlencoded' }, encoded),
      request(form.headers, form.body),
    ]) {
      expect(verify(call)).toBeNull();
      const [inbound] = unpack(call);
      expect(inbound?.raw.equals(MAIL)).toBe(true);
      expect(inbound).toMatchObject({
        externalId: 'posted@example.com',
        meta: { mailFrom: 'b@x.example', rcptTo: ['support@y.example'], providerId: 'a-token' },
      });
    }
  });

  it('not by somebody who knows no signing key, or found an old signature', () => {
    const { verify } = hook('mailgun', 'signing-key');
    const call = (timestamp: string, signature: string) => {
      const { headers, body } = multipart({ timestamp, token: 't', signature, 'body-mime': MAIL });
      return verify(request(headers, body));
    };
    expect(call(SECONDS, hmac('another', `${SECONDS}t`))).toMatch(/signature/);
    expect(call(SECONDS, '')).toMatch(/signature/);
    const old = String(NOW.getTime() / 1000 - 86_400);
    expect(call(old, hmac('signing-key', `${old}t`))).toMatch(/too old/);
    expect(verify(request({}, ''))).toMatch(/signature/);
  });

  it('by Postmark: with a password, the raw mail of its JSON', () => {
    const { verify, unpack } = hook('postmark', 'satchel:a long password');
    const posted = {
      MessageID: 'pm-1',
      OriginalRecipient: 'support@y.example',
      RawEmail: 'Message-ID: <pm@x>\r\n\r\nHi\r\n',
    };
    const call = request({ authorization: basic('satchel:a long password') }, JSON.stringify(posted));
    expect(verify(call)).toBeNull();
    expect(unpack(call)[0]).toMatchObject({
      externalId: 'pm@x',
      meta: { providerId: 'pm-1', rcptTo: ['support@y.example'] },
    });
    expect(unpack(call)[0]?.meta).not.toHaveProperty('mailFrom');
    expect(verify(request({ authorization: basic('satchel:wrong') }, ''))).toMatch(/parseSecret/);
    expect(verify(request({}, JSON.stringify(posted)))).toMatch(/no password/);
    expect(() => unpack(request({}, '{}'))).toThrow(/no raw mail/);
  });

  it('by SendGrid: signed with its key or with a password', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const envelope = JSON.stringify({ from: '', to: ['support@y.example'] });
    const { headers, body } = multipart({ email: MAIL, envelope });
    const signed = (over: Buffer) =>
      request(
        {
          ...headers,
          'x-twilio-email-event-webhook-timestamp': SECONDS,
          'x-twilio-email-event-webhook-signature': signWith('sha256', over, privateKey).toString('base64'),
        },
        body,
      );
    const { verify, unpack } = hook('sendgrid', key);
    expect(verify(signed(Buffer.concat([Buffer.from(SECONDS), body])))).toBeNull();
    expect(verify(signed(Buffer.from('something else')))).toMatch(/signature/);
    expect(verify(request(headers, body))).toMatch(/signature/);
    const [inbound] = unpack(request(headers, body));
    expect(inbound?.raw.equals(MAIL)).toBe(true);
    // The null sender of a bounce is said, and kept.
    expect(inbound?.meta).toMatchObject({ mailFrom: '', rcptTo: ['support@y.example'] });
    expect(hook('sendgrid', 'user:password').verify(request({ authorization: basic('user:password') }, ''))).toBeNull();
  });

  it('by any program: the mail itself, signed or with a password', () => {
    const { verify, unpack } = hook('generic', 'shared secret');
    const call = request(
      { 'content-type': 'message/rfc822', 'x-satchel-signature': `sha256=${hmac('shared secret', MAIL)}` },
      MAIL,
    );
    expect(verify(call)).toBeNull();
    expect(unpack(call)[0]?.raw.equals(MAIL)).toBe(true);
    expect(verify(request({ authorization: basic('anybody:shared secret') }, MAIL))).toBeNull();
    expect(verify({ ...call, body: Buffer.from('changed') })).toMatch(/signature/);
    expect(verify(request({}, MAIL))).toMatch(/signature/);
    expect(verify({ ...call, method: 'GET' })).not.toBeNull();
  });

  it('never breaks on a form that is none', () => {
    const { verify } = hook('mailgun', 'signing-key');
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="timestamp"'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['multipart/form-data', 'anything'],
      ['application/x-www-form-urlencoded', '&=&%zz=%'],
      ['', ''],
    ] as const)
      expect(verify(request({ 'content-type': type }, body))).toMatch(/signature/);
  });
});
