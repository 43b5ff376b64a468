import { ConnectionService } from '@satchel/connectors';
import type { ConnectionBody, ConnectionHealth, EnvelopeBody, MessageBody, Page } from '@satchel/contracts';
import { hasDovecot, startDovecot, waitFor } from '@satchel/testing';
import { letterOf, MailGun } from './mail-gun';
import { API_SECRET, type PhoneWorld, startPhoneWorld } from './phones';
import { SUPPORT } from './world';

const MB = 1024 * 1024;
const LINE = `${'QUJD'.repeat(19)}\r\n`;

/** A mail with one attachment of about so many megabytes as it stands on the wire. */
const heavyMail = (from: string, megabytes: number): string =>
  [
    `From: ${from}`,
    `To: ${SUPPORT}`,
    'Subject: The film of my tent',
    `Message-ID: <heavy-${from}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_1"',
    '',
    '--=_1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See how the pole broke.',
    '--=_1',
    'Content-Type: video/mp4; name="tent.mp4"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="tent.mp4"',
    '',
    LINE.repeat(Math.floor((megabytes * MB) / LINE.length)) + '--=_1--',
    '',
  ].join('\r\n');

describe('mail that is too much, or too little', () => {
  let world: PhoneWorld;
  let gun: MailGun;

  beforeAll(async () => {
    world = await startPhoneWorld();
    gun = await MailGun.at(world.server.smtpPort ?? 0);
  }, 60_000);
  afterAll(async () => {
    gun.stop();
    await world.stop();
  });

  const firstOf = async (address: string): Promise<MessageBody> => {
    const [message] = await world.thread((await world.ticketOf(address)).id);
    if (!message) throw new Error('a ticket without a message');
    return message;
  };
  const check = async (credentials: object): Promise<ConnectionHealth> => {
    const [email] = (await world.api<Page<ConnectionBody>>('GET', '/connections?kind=channel')).data.filter(
      ({ address }) => address === SUPPORT,
    );
    await world.api('PATCH', `/connections/${email?.id}`, { credentials });
    return world.api('POST', `/connections/${email?.id}/check`, {});
  };

  it('keeps the beginning of a mail of 60 MB that comes by SMTP, and says so', async () => {
    await gun.shoot({ mailFrom: 'film@example.com', to: SUPPORT, raw: heavyMail('film@example.com', 60) });
    const message = await firstOf('film@example.com');
    expect(message.text).toContain('See how the pole broke.');
    expect(message.facts?.notices).toContainEqual(expect.stringMatching(/too large/i));
    const { data } = await world.api<Page<EnvelopeBody>>('GET', '/envelopes?q=film@example.com');
    expect(data).toMatchObject([{ state: 'routed', subject: 'The film of my tent' }]);
  }, 60_000);

  it('refuses one beyond all measure, and the next mail comes in', async () => {
    const raw = heavyMail('endless@example.com', 66);
    await expect(gun.shoot({ mailFrom: 'endless@example.com', to: SUPPORT, raw })).rejects.toMatchObject({
      responseCode: 552,
    });
    const next = await MailGun.at(world.server.smtpPort ?? 0);
    const small = letterOf({ From: 'small@example.com', To: SUPPORT, 'Message-ID': '<s@example.com>' }, 'Small.');
    await next.shoot({ mailFrom: 'small@example.com', to: SUPPORT, raw: small });
    next.stop();
    expect((await firstOf('small@example.com')).text).toBe('Small.');
  }, 60_000);

  it('takes no mail for somebody who is not here', async () => {
    const stranger = await MailGun.at(world.server.smtpPort ?? 0);
    const shot = { mailFrom: 'anna@example.com', to: 'nobody@fernhill.example', raw: letterOf({}, 'Hello?') };
    await expect(stranger.shoot(shot)).rejects.toMatchObject({ responseCode: 550 });
    stranger.stop();
  });

  const BROKEN: [what: string, from: string, raw: (from: string) => string | Buffer][] = [
    ['nothing but a sender', 'bare@example.com', (from) => `From: ${from}\n\n`],
    ['no header at all', '', () => 'Just words, from somewhere.\n'],
    [
      'zero bytes everywhere',
      'zero@example.com',
      (from) => letterOf({ From: `"A\0nna" <${from}>`, Subject: 'a\0b' }, 'zero\0byte'),
    ],
    [
      'half a character',
      'half@example.com',
      (from) =>
        letterOf({ From: `=?utf-16?B?2AA=?= <${from}>`, Subject: '=?utf-8?B?7aCA?= =?utf-16be?B?2AA=?=' }, '\ud800'),
    ],
    [
      'a file with an impossible name',
      'name@example.com',
      (from) =>
        letterOf({ From: from, Subject: 'name' }, 'x').replace(
          /Content-Type.*/,
          `Content-Type: application/pdf; name*=utf-8''%00%ED%A0%80../../etc/passwd`,
        ),
    ],
    [
      'ten thousand references and a date of no calendar',
      'refs@example.com',
      (from) =>
        letterOf(
          { From: from, Date: 'Thu, 99 Foo 275761 99:99:99 +9999', References: '<a@b> '.repeat(10_000) },
          'refs',
        ),
    ],
    [
      'an open end',
      'open@example.com',
      (from) => letterOf({ From: from }, 'x').replace('text/plain', 'multipart/mixed; boundary=q'),
    ],
  ];
  it.each(BROKEN)('brings a mail with %s to a ticket', async (_, from, raw) => {
    const sender = from || 'envelope@example.com';
    await gunShot(String(raw(from)), sender);
    expect(await firstOf(sender)).toMatchObject({ direction: 'inbound' });
  });
  const gunShot = async (raw: string, mailFrom: string): Promise<void> => {
    const one = await MailGun.at(world.server.smtpPort ?? 0);
    await one.shoot({ mailFrom, to: SUPPORT, raw });
    one.stop();
  };

  it('names the setting that a server refuses, in the words of the server', async () => {
    const smtp = await check({ smtpPass: 'wrong' });
    expect(smtp).toMatchObject({ state: 'failing', message: expect.stringMatching(/smtpPass/) });
    expect(smtp.message).toContain('Authentication credentials invalid');
    const imap = { imapHost: '127.0.0.1', imapPort: world.sandbox.imapPort, imapSecure: false, imapUser: SUPPORT };
    const refused = await check({ smtpPass: 'sandbox', ...imap, imapPass: 'wrong' });
    expect(refused).toMatchObject({ state: 'failing', message: expect.stringMatching(/imapPass/) });
    expect(refused.message).toMatch(/credentials|authenticat/i);
    expect(await check({ imapPass: 'sandbox' })).toMatchObject({ state: 'ok', message: null });
    await check({ imapHost: '' });
  });

  it('puts aside what cannot be understood, with its reason, for a person to see and try again', async () => {
    const own = await world.server.app.get(ConnectionService).create(world.ctx, {
      connectorId: 'api',
      label: 'Our app',
      credentials: { url: `${world.sandbox.url}/nowhere`, secret: API_SECRET },
    });
    await world.sandbox.control('hooks', { vendor: 'api', url: own.hookUrl ?? '' });
    const body = { id: 'm-1', from: { phone: '12' }, text: 'Hello' };
    await world.sandbox.control('api/deliver', { body });
    const aside = async (): Promise<EnvelopeBody | undefined> =>
      (await world.api<Page<EnvelopeBody>>('GET', `/envelopes?state=quarantined&connection=${own.id}`)).data[0];
    const envelope = await waitFor(aside);
    expect(envelope.reason).toContain('from.phone');
    const headers = { authorization: `Bearer ${world.apiKey}` };
    const raw = await fetch(`${world.server.url}/api/v1/envelopes/${envelope.id}/raw`, { headers });
    expect(await raw.json()).toEqual(body);
    expect(raw.headers.get('content-disposition')).toContain('attachment');
    expect((await world.ask('POST', `/envelopes/${envelope.id}/retry`, {})).status).toBe(202);
    await world.idle();
    // Nothing was mended, so it is put aside again; and it can be tried again.
    expect(await waitFor(aside)).toMatchObject({ id: envelope.id, reason: envelope.reason });
    expect((await world.ask('POST', `/envelopes/${envelope.id}/retry`, {})).status).toBe(202);
  });

  (hasDovecot ? it : it.skip)(
    'keeps the beginning of a mail of 60 MB that lies in a mailbox',
    async () => {
      const dovecot = await startDovecot();
      try {
        await dovecot.deliver(heavyMail('mailbox@example.com', 60));
        const { host: imapHost, port: imapPort, user: imapUser, pass: imapPass } = dovecot;
        expect(await check({ imapHost, imapPort, imapUser, imapPass, imapSecure: false })).toMatchObject({
          state: 'ok',
        });
        const message = await firstOf('mailbox@example.com');
        expect(message.text).toContain('See how the pole broke.');
        expect(message.facts?.notices).toContainEqual(expect.stringMatching(/too large/i));
      } finally {
        await check({ imapHost: '' });
        await dovecot.stop();
      }
    },
    90_000,
  );
});
