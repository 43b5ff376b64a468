import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { hasDovecot, startDovecot, type Dovecot } from '../../../testing/dovecot';
import type { ChannelAdapter, ConnectorDeps } from '../../port';
import { channelConformance, type ChannelUnderTest } from '../channel.conformance';
import { email } from './email.connector';
import type { EmailCredentials } from './email.credentials';
import { MailServer } from './mail-server.fixture';

const deps: ConnectorDeps = {
  fetch: () => Promise.reject(new Error('mail needs no HTTP')),
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  now: () => new Date(),
  sign: (purpose, text) => createHmac('sha256', `test ${purpose}`).update(text).digest('hex'),
  baseUrl: null,
  address: 'support@fernhill.example',
  hookUrl: 'https://desk.fernhill.example/hooks/1',
  keep: async () => undefined,
};

async function start(imap: Dovecot | null): Promise<ChannelUnderTest> {
  const server = await MailServer.start();
  const adapter = (changes: Partial<EmailCredentials> = {}): ChannelAdapter =>
    email.connect(
      {
        smtpHost: '127.0.0.1',
        smtpPort: server.port,
        smtpUser: 'support',
        smtpPass: 'secret-pw',
        ...(imap && { imapHost: imap.host, imapPort: imap.port, imapUser: imap.user, imapPass: imap.pass }),
        ...changes,
      },
      deps,
    );
  const good = adapter();
  const composed = new Map<string, Buffer>();
  return {
    adapter: good,
    withBadCredentials: adapter({ smtpPass: 'wrong' }),
    withVendorAway: adapter({ smtpPort: await closedPort() }),
    delivered: () =>
      server.mails.map(({ mail }) => ({
        externalId: (mail.messageId ?? '').replace(/^<|>$/g, ''),
        text: mail.text ?? '',
        files: mail.attachments.map((file) => ({ filename: file.filename ?? '', content: file.content })),
      })),
    next: (trouble) => server.next(trouble),
    inbound: ({ id, text, files = [], answers }) => {
      const raw = composed.get(id) ?? plainMail(id, text, files, answers);
      composed.set(id, raw);
      if (!good.receive) throw new Error('mail comes through the door');
      return good.receive(raw, { mailFrom: 'anna@example.com', rcptTo: [deps.address] });
    },
    odd: [
      Buffer.alloc(0),
      Buffer.from('\r\n'),
      Buffer.from('no header at all'),
      Buffer.from('Message-ID:\r\nFrom: <>\r\n\r\n'),
      Buffer.from('From: a@b, "c, d" <e@f>\r\nContent-Type: multipart/mixed\r\n\r\nno boundary'),
      Buffer.from(
        'Content-Type: text/plain; charset=x-unknown\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%not base64%%%',
      ),
      Buffer.from('Subject: =?utf-8?B?w7\u0000?= =?x?Q?=\r\nDate: yesterday\r\n\r\n\u0000'),
      randomBytes(4096),
    ],
    ...(imap && { post: async (id: string) => imap.deliver(plainMail(id, 'Hello', [])) }),
    close: async () => {
      await server.stop();
      await imap?.stop();
    },
  };
}

/** Written by hand: a composer of our own choice on both ends would share its mistakes. */
function plainMail(
  id: string,
  text: string,
  files: { filename: string; contentType: string; content: Buffer }[],
  answers?: string,
): Buffer {
  const boundary = `b${randomUUID()}`;
  const part = (head: string[], content: Buffer): string =>
    [
      `--${boundary}`,
      ...head,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '',
    ].join('\r\n');
  return Buffer.from(
    [
      `Message-ID: <${id}@example.com>`,
      'From: Anna Bergmann <anna@example.com>',
      'To: support@fernhill.example',
      'Subject: Where is my order?',
      ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      part(['Content-Type: text/plain; charset=utf-8'], Buffer.from(text)) +
        files
          .map((file) =>
            part(
              [
                `Content-Type: ${file.contentType}`,
                `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(file.filename)}`,
              ],
              file.content,
            ),
          )
          .join(''),
    ].join('\r\n') + `--${boundary}--\r\n`,
  );
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

channelConformance('Email over SMTP', () => start(null));

if (hasDovecot) channelConformance('Email over SMTP and IMAP', async () => start(await startDovecot()));
else describe.skip('Email over SMTP and IMAP (install dovecot-imapd to run this)', () => it.todo('needs Dovecot'));
