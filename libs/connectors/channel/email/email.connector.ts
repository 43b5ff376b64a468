import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, Connector } from '../../port';
import { ConnectorError } from '../../port';
import { compose } from './compose';
import { envelopeAddress, isMailAddress, recipientsOf } from './compose-recipients';
import { dkimKeyOf, signMail } from './dkim';
import { EmailCredentials } from './email.credentials';
import type { ImapSettings } from './imap';
import { openImap } from './imap';
import { followInbox } from './imap-listener';
import { ownMessageId } from './message-ids';
import { mailId, readMail } from './reader';
import { replyAddress } from './reply-address';
import { returnPath } from './return-path';
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
    if (!address || !isMailAddress(address)) {
      throw new ConnectorError('rejected', 'An email connection needs the mail address that it writes from.');
    }
    const sender = new SmtpSender({
      host: credentials.smtpHost,
      port: credentials.smtpPort,
      secure: credentials.smtpSecure ?? credentials.smtpPort === 465,
      auth: credentials.smtpUser ? { user: credentials.smtpUser, pass: credentials.smtpPass ?? '' } : null,
    });
    const domain = envelopeAddress(address).slice(address.lastIndexOf('@') + 1);
    const dkim = dkimKeyOf(credentials, domain);
    const imap = imapSettings(credentials);
    const idOf = (message: { ticketId: string; messageId: string }): string => ownMessageId(sign, message, domain);
    /** An acknowledgement has no return path where it has none of its own, so that no bounce answers it (RFC 3834 3.3). */
    const envelopeSender = (outbound: { messageId: string; notice: boolean }): string => {
      const own = credentials.verp ? returnPath(sign, envelopeAddress(address), outbound.messageId) : null;
      return own ?? (outbound.notice ? '' : envelopeAddress(address));
    };
    const receive = (raw: Buffer, meta: Record<string, unknown>) => ({ externalId: mailId(raw), raw, meta });

    return {
      traits,
      receive,
      async send(outbound, beforeCommit) {
        const messageId = idOf(outbound);
        const { to, cc, refused } = recipientsOf(outbound, address);
        const replyTo = credentials.plusAddresses ? replyAddress(sign, address, outbound.ticketId) : null;
        const from = { name: credentials.fromName ?? '', address };
        const mail = await compose(outbound, { messageId, from, to, cc, replyTo, date: deps.now(), sign });
        const envelope = {
          from: envelopeSender(outbound),
          ownAddress: envelopeAddress(address),
          to: envelopeAddress(to.address),
          cc: cc.map((it) => envelopeAddress(it.address)),
        };
        refused.push(...(await sender.send(envelope, dkim ? await signMail(mail, dkim) : mail, beforeCommit)));
        if (refused.length > 0) deps.log.warn({ messageId, refused: refused.length }, 'copies of a mail were refused');
        return { externalId: messageId, status: 'sent', ...(refused.length > 0 && { refused }) };
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
