import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter, ChannelHook, Connector, ConnectorDeps } from '../../port';
import { ConnectorError } from '../../port';
import { readBodyMarker } from './body-marker';
import { compose } from './compose';
import { envelopeAddress, isMailAddress, recipientsOf } from './compose-recipients';
import { dkimKeyOf, newDkimKey, nextSelector, signMail } from './dkim';
import { resolverOf } from './dns';
import { contentHash } from './content-hash';
import { EmailCredentials } from './email.credentials';
import { Headers } from './headers';
import { openImap } from './imap';
import { imapSettings, mailbox } from './imap-mailbox';
import { parseHook } from './inbound-parse';
import { ownMessageId } from './message-ids';
import { mailSignIn } from './oauth-sign-in';
import { OAuthToken } from './oauth-token';
import { mailId, readMail } from './reader';
import { replyAddress } from './reply-address';
import { readReturnPath, returnPath } from './return-path';
import { findInSent } from './sent-folder';
import { sesHook } from './ses/ses-hook';
import { asMail } from './ses/ses-report';
import { dkimCheck, mailSetup } from './setup';
import type { SmtpAuth } from './smtp-connect';
import { SmtpSender } from './smtp-sender';
import { readThreadIndex } from './thread-index';

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
  needsAddress: true,
  credentials: EmailCredentials,
  oauth: mailSignIn,

  connect(credentials, deps): ChannelAdapter {
    const { address, sign } = deps;
    if (!address || !isMailAddress(address)) {
      throw new ConnectorError('rejected', 'An email connection needs the mail address that it writes from.');
    }
    const token = tokenOf(credentials, deps);
    const sender = new SmtpSender({
      host: credentials.smtpHost,
      port: credentials.smtpPort,
      secure: credentials.smtpSecure ?? credentials.smtpPort === 465,
      auth: smtpAuth(credentials, address, token),
    });
    const domain = envelopeAddress(address).slice(address.lastIndexOf('@') + 1);
    const dkim = dkimKeyOf(credentials, domain);
    const imap = imapSettings(credentials, address, token);
    const idOf = (message: { ticketId: string; messageId: string }): string => ownMessageId(sign, message, domain);
    /** An acknowledgement has no return path where it has none of its own, so that no bounce answers it (RFC 3834 3.3). */
    const envelopeSender = (outbound: { messageId: string; notice: boolean }): string => {
      const own = credentials.verp ? returnPath(sign, envelopeAddress(address), outbound.messageId) : null;
      return own ?? (outbound.notice ? '' : envelopeAddress(address));
    };
    const receive = (raw: Buffer, meta: Record<string, unknown>) => {
      const headers = Headers.of(raw);
      // The beginning of a large mail is not what was said, and differs with where it was cut.
      const hash = meta.truncated ? {} : { contentHash: contentHash(raw, headers) };
      return { externalId: mailId(raw, headers), raw, meta, ...hash };
    };

    const reading = {
      sign,
      address,
      authservId: credentials.authservId || null,
      verify: { dns: resolverOf(deps), trustPrivateClients: deps.baseUrl !== null },
      marks: { readReturnPath, readBodyMarker, readThreadIndex },
    };

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
        const externalId = idOf(outbound);
        const found = imap ? await findInSent(imap, externalId) : 'unknown';
        return found === 'sent' ? { externalId, status: 'sent' } : found;
      },
      async check() {
        await sender.check().catch(naming(token ? 'smtpUser, oauthRefreshToken' : 'smtpUser, smtpPass'));
        if (imap) (await openImap(imap, { disableAutoIdle: true })).close();
      },
      read: async (inbound) => readMail(asMail(inbound), reading),
      ...(imap && mailbox(imap, credentials, deps, receive)),
      ...(credentials.parseProvider && { hook: hookOf(credentials.parseProvider, credentials, receive, deps) }),
      setup: () => mailSetup({ domain, smtpHost: credentials.smtpHost, dkim, resolve: resolverOf(deps) }),
      async newSigningKey() {
        const key = { domain: dkim?.domain ?? domain, selector: nextSelector(deps.now(), dkim?.selector) };
        const { privateKey } = await newDkimKey(key.domain, key.selector);
        const stored = { dkimDomain: key.domain, dkimSelector: key.selector, dkimPrivateKey: privateKey };
        return { credentials: stored, record: dkimCheck({ ...key, privateKey }) };
      },
      ...(token && { expiresAt: () => token.expiresAt() }),
    };
  },
};

function hookOf(
  provider: NonNullable<EmailCredentials['parseProvider']>,
  { parseSecret, parseTopic }: EmailCredentials,
  receive: NonNullable<ChannelAdapter['receive']>,
  deps: ConnectorDeps,
): ChannelHook {
  if (provider === 'ses') return sesHook({ topic: parseTopic ?? '', receive }, deps);
  return parseHook({ provider, secret: parseSecret ?? '', now: deps.now, receive });
}

/** One sign-in serves both: the mailbox's own token where there is one, else the user and password of SMTP. */
function smtpAuth(
  { smtpUser, smtpPass }: EmailCredentials,
  address: string,
  token: OAuthToken | null,
): SmtpAuth | null {
  if (token) return { user: smtpUser || address, accessToken: (renew) => token.accessToken(renew) };
  return smtpUser ? { user: smtpUser, pass: smtpPass ?? '' } : null;
}

function tokenOf(credentials: EmailCredentials, deps: ConnectorDeps): OAuthToken | null {
  const { auth, oauthClientId, oauthClientSecret, oauthRefreshToken, oauthTenant } = credentials;
  if (!auth || auth === 'password') return null;
  const client = { clientId: oauthClientId ?? '', clientSecret: oauthClientSecret ?? '' };
  const grant = { refreshToken: oauthRefreshToken ?? '', tenant: oauthTenant || 'common' };
  return new OAuthToken({ provider: auth, ...client, ...grant }, deps);
}

/** Says which fields a refused sign-in is about. */
function naming(fields: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ConnectorError) || error.code !== 'auth') throw error;
    // A token endpoint's refusal names its own already.
    if (fields.split(', ').some((field) => error.message.includes(field))) throw error;
    const options = { vendorCode: error.vendorCode ?? undefined, cause: error };
    throw new ConnectorError('auth', `${error.message} (${fields})`, options);
  };
}
