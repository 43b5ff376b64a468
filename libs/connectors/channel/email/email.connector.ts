import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, Connector } from '../../port';
import { ConnectorError } from '../../port';
import { compose } from './compose';
import { EmailCredentials } from './email.credentials';
import type { ImapSettings } from './imap';
import { openImap } from './imap';
import { followInbox } from './imap-listener';
import { ownMessageId } from './message-ids';
import { mailId, readMail } from './reader';
import { replyAddress, splitAddress } from './reply-address';
import { findInSent } from './sent-folder';
import { SmtpSender } from './smtp-sender';

const traits: ChannelTraits = {
  addressKind: 'email',
  html: true,
  files: true,
  maxFiles: null,
  maxFileBytes: null,
  maxChars: null,
  replyWindowHours: null,
  templates: false,
  choices: 0,
  segments: false,
  typing: false,
  receipts: false,
  subject: true,
  copies: true,
  threads: 'ids',
  announcesAi: false,
};

/** E-mail by the open standards: SMTP out; in by our SMTP door, or from a mailbox by IMAP. */
export const email: Connector<'channel', EmailCredentials> = {
  id: 'email',
  kind: 'channel',
  label: 'Email',
  credentials: EmailCredentials,

  connect(credentials, deps): ChannelAdapter {
    const { address, sign } = deps;
    if (!address || splitAddress(address)[1] === '') {
      throw new ConnectorError('rejected', 'An email connection needs the mail address that it writes from.');
    }
    const sender = new SmtpSender({
      host: credentials.smtpHost,
      port: credentials.smtpPort,
      secure: credentials.smtpSecure ?? credentials.smtpPort === 465,
      user: credentials.smtpUser || null,
      pass: credentials.smtpPass || null,
    });
    const imap = imapSettings(credentials);
    const idOf = (message: { ticketId: string; messageId: string }): string =>
      ownMessageId(sign, message, splitAddress(address)[1]);
    const receive = (raw: Buffer, meta: Record<string, unknown>) => ({ externalId: mailId(raw), raw, meta });

    return {
      traits,
      receive,
      async send(outbound, beforeCommit) {
        const messageId = idOf(outbound);
        const replyTo = credentials.plusAddresses ? replyAddress(sign, address, outbound.ticketId) : null;
        const from = { name: credentials.fromName ?? '', address };
        const mail = await compose(outbound, { messageId, from, replyTo, date: deps.now() });
        await sender.send({ from: address, to: outbound.to.address }, mail, beforeCommit);
        return { externalId: messageId, status: 'sent' };
      },
      async find(outbound) {
        return imap ? findInSent(imap, idOf(outbound)) : 'unknown';
      },
      async check() {
        await sender.check();
        if (imap) (await openImap(imap, { disableAutoIdle: true })).close();
      },
      read: (inbound) => readMail(inbound, { sign, address, authservId: credentials.authservId || null }),
      ...(imap && {
        listen: (sink, stop) => followInbox(imap, sink, stop, { log: deps.log, now: deps.now, wrap: receive }),
      }),
    };
  },
};

function imapSettings(credentials: EmailCredentials): ImapSettings | null {
  if (!credentials.imapHost) return null;
  const port = credentials.imapPort ?? 993;
  return {
    host: credentials.imapHost,
    port,
    secure: credentials.imapSecure ?? port === 993,
    user: credentials.imapUser ?? '',
    pass: credentials.imapPass ?? '',
  };
}
