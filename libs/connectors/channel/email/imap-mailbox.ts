import type { ChannelAdapter, ConnectorDeps, RawInbound } from '../../port';
import type { EmailCredentials } from './email.credentials';
import type { ImapSettings } from './imap';
import { folderNames } from './imap-folders';
import { fetchSources, listSources, type Wrap } from './imap-inventory';
import { followMailbox } from './imap-listener';
import { sourceOf } from './imap-source';
import type { MailToken } from './oauth-token';

export function imapSettings(
  credentials: EmailCredentials,
  address: string,
  token: MailToken | null,
): ImapSettings | null {
  if (!credentials.imapHost) return null;
  const port = credentials.imapPort ?? 993;
  return {
    host: credentials.imapHost,
    port,
    secure: credentials.imapSecure ?? port === 993,
    user: credentials.imapUser || address,
    pass: credentials.imapPass ?? '',
    token,
  };
}

/** The adapter's pulling half. */
export function mailbox(
  imap: ImapSettings,
  credentials: EmailCredentials,
  deps: ConnectorDeps,
  receive: (raw: Buffer, meta: Record<string, unknown>) => RawInbound,
): Pick<Required<ChannelAdapter>, 'listen' | 'inventory' | 'refetch'> {
  const choice = { names: folderNames(credentials.folders), watchJunk: credentials.watchJunk ?? false };
  const wrap: Wrap = (mail, at) => ({
    ...receive(mail.raw, {
      via: 'imap',
      folder: at.folder,
      uidValidity: at.uidValidity,
      uid: at.uid,
      receivedAt: mail.at?.toISOString() ?? null,
      truncated: mail.truncated,
      size: mail.size,
      ...(at.junk && { junk: true }),
    }),
    source: sourceOf(at),
  });
  return {
    listen: (sink, stop) => followMailbox(imap, choice, sink, stop, { log: deps.log, now: deps.now, wrap }),
    inventory: (since) => listSources(imap, choice, since),
    refetch: (sources, sink) => fetchSources(imap, choice, sources, sink, wrap),
  };
}
