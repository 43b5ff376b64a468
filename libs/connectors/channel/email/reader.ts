import type { ChannelAddress, InboundItem, InboundMessage, RawInbound } from '../../port';
import { whyAutomated } from './automated';
import type { Content } from './content';
import { contentOfMail } from './content';
import { forwardedFrom } from './forwarded';
import type { Headers } from './headers';
import type { Sign } from './message-ids';
import { readOwnMessageId } from './message-ids';
import { normaliseCharset } from './mime/charset';
import { toInboundFiles } from './mime/files';
import type { Part } from './mime/part';
import { leavesOf, parsePart } from './mime/part';
import { decodeWords } from './mime/words';
import { noticesOf } from './notices';
import { authorOf, copiesOf, NOBODY, ownAddressTest, replyToOf } from './people';
import type { Verification } from './proof/own-verification';
import { verifySender } from './proof/own-verification';
import { filterNotices, transportResults } from './proof/transport-results';
import type { Finding } from './proof/trusted-results';
import { trustedResults } from './proof/trusted-results';
import type { DeliveryReport } from './report/delivery-report';
import { isGoodNews, readDeliveryReport, toStatuses } from './report/delivery-report';
import { reportKind } from './report/report-kind';
import { splitAddress } from './reply-address';
import { storable } from '../../vendor/storable';
import type { OwnMarks } from './thread-ids';
import { deliveredTo, readThread, recipientsOf } from './thread-ids';
import { UnreadableMailError } from './unreadable-mail.error';

export { mailId } from './mail-id';

export interface ReaderSettings {
  sign: Sign;
  address: string | null;
  authservId: string | null;
  /** Other addresses of this workspace's connections. */
  ownAddresses?: string[];
  /** Colleagues' addresses: what they forward is somebody else's. */
  agentAddresses?: string[];
  /** Checks the sender ourselves; absent: only our own mail server's word counts. */
  verify?: Verification;
  /** Reads the marks of our own mails, beside their ids and reply addresses. */
  marks?: OwnMarks;
}

/** One mail on its way to being understood. */
interface Mail {
  inbound: RawInbound;
  root: Part;
  headers: Headers;
  from: ChannelAddress;
  subject: string | null;
  /** Where it was delivered to and where it says it goes. */
  recipients: string[];
  mailFrom: string | null;
  isOurs: (address: string) => boolean;
  isAgent: (address: string) => boolean;
}

const TOO_LARGE = '[This mail was too large; only its beginning was kept.]';

/** Understands a mail, however odd; throws UnreadableMailError, with its reason, when that truly cannot be done. */
export async function readMail(inbound: RawInbound, settings: ReaderSettings): Promise<InboundItem[]> {
  try {
    const mail = open(inbound, settings);
    // Our own mail came back (a copy to self, a mail list's echo, a synchronised Sent folder): known already.
    if (isOwnMessage(mail, settings) && mail.from.address === settings.address?.toLowerCase()) return [];
    const content = await contentOfMail(mail.root, mail.subject);
    const report = reportOf(mail, content, settings);
    const statuses = report ? toStatuses(report) : [];
    if (statuses.length > 0 || (report && isGoodNews(report))) return statuses;
    return [await messageOf(mail, content, report !== null, settings)];
  } catch (error) {
    throw new UnreadableMailError(error);
  }
}

function open(inbound: RawInbound, settings: ReaderSettings): Mail {
  const root = parsePart(inbound.raw);
  const headers = root.headers.in(charsetOf(root));
  const mailFrom = typeof inbound.meta.mailFrom === 'string' ? inbound.meta.mailFrom : null;
  return {
    inbound,
    root,
    headers,
    from: authorOf(headers, mailFrom),
    subject: storable(decodeWords(headers.first('subject') ?? '')).trim() || null,
    recipients: recipientsOf(headers, envelopeTo(inbound)),
    mailFrom,
    isOurs: ownAddressTest([settings.address, ...(settings.ownAddresses ?? [])]),
    isAgent: ownAddressTest(settings.agentAddresses ?? []),
  };
}

async function messageOf(
  mail: Mail,
  content: Content,
  isReport: boolean,
  settings: ReaderSettings,
): Promise<InboundMessage> {
  const { inbound, headers, from, root } = mail;
  const truncated = Boolean(inbound.meta.truncated);
  const kind = isReport ? 'delivery report' : reportKind(root);
  const isDeliveredTo = ownAddressTest([...envelopeTo(inbound), ...deliveredTo(headers)]);
  const finding = await findingOf(mail, settings);
  const inner = mail.isAgent(from.address) ? forwardedFrom(content.fullText, mail.subject) : null;
  const quoted = `${content.html ?? ''}\n${content.fullText}`;
  return {
    type: 'message',
    externalId: inbound.externalId,
    from,
    replyTo: replyToOf(headers, from),
    subject: mail.subject,
    text: truncated ? `${content.text}\n\n${TOO_LARGE}` : content.text,
    fullText: content.fullText,
    html: content.html,
    files: toInboundFiles(content.files, content.html),
    sentAt: sentAt(headers),
    automated: kind ?? (from.address === NOBODY ? 'no sender' : programOf(mail, settings)),
    cc: copiesOf(headers, from, (address) => mail.isOurs(address) || isDeliveredTo(address)),
    notices: [
      ...noticesOf({ root, from, text: content.fullText, hides: content.hides, truncated, report: kind }),
      ...filterNotices(inbound.meta),
    ],
    consent: null,
    thread: readThread(headers, { recipients: mail.recipients, quoted }, settings.sign, settings.marks),
    sender: finding?.proof ?? 'unproven',
    ...(finding && { verdicts: finding.verdicts }),
    ...(inner && { forwardedFrom: inner }),
  };
}

function programOf(mail: Mail, settings: ReaderSettings): string | null {
  const { headers, from, subject, mailFrom } = mail;
  const host = splitAddress(mail.inbound.externalId.toLowerCase())[1];
  return whyAutomated(headers, {
    from: from.address,
    subject,
    returnPath: mailFrom,
    isOwnAddress: mail.isOurs(from.address),
    isOwnMessage: isOwnMessage(mail, settings),
    isOwnHost: settings.address !== null && host === splitAddress(settings.address.toLowerCase())[1],
  });
}

const isOwnMessage = (mail: Mail, settings: ReaderSettings): boolean =>
  readOwnMessageId(settings.sign, mail.inbound.externalId) !== null;

function reportOf(mail: Mail, content: Content, { sign, marks }: ReaderSettings): DeliveryReport | null {
  const { headers, from, subject, recipients, isOurs } = mail;
  const nullSender = mail.mailFrom === '' || headers.all('return-path').some((it) => /^<\s*>$/.test(it));
  const readReturnPath = (address: string): string | null => marks?.readReturnPath?.(sign, address) ?? null;
  return readDeliveryReport(
    mail.root,
    {
      headers,
      from: from.address,
      subject: subject ?? '',
      text: content.fullText,
      nullSender,
      isOwn: isOurs,
      recipients,
    },
    { sign, readReturnPath },
  );
}

/** Our own mail server's word where it gave one; else what we find out ourselves. */
async function findingOf(
  { inbound, headers, from, mailFrom }: Mail,
  settings: ReaderSettings,
): Promise<Finding | null> {
  const told =
    trustedResults(headers, from.address, settings.authservId) ?? transportResults(inbound.meta, headers, from.address);
  // The beginning of a mail has no body to check a signature over.
  if (told || !settings.verify || inbound.meta.truncated) return told;
  const { client, helo } = inbound.meta;
  const hop = {
    client: typeof client === 'string' ? client : null,
    mailFrom,
    helo: typeof helo === 'string' ? helo : null,
  };
  return verifySender(inbound.raw, headers, from.address, hop, settings.verify);
}

/** What the first text says it is written in; raw header bytes are mostly of the same. */
const charsetOf = (root: Part): string | null => {
  const labelled = leavesOf(root).find((it) => it.type.startsWith('text/') && it.params.charset);
  return normaliseCharset(labelled?.params.charset);
};

const envelopeTo = ({ meta }: RawInbound): string[] =>
  Array.isArray(meta.rcptTo) ? meta.rcptTo.filter((it): it is string => typeof it === 'string') : [];

function sentAt(headers: Headers): Date | null {
  const field = headers.first('date')?.replace(/\([^()]*\)/g, ' ') ?? '';
  const date = new Date(field);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1980 || date.getUTCFullYear() > 9999 ? null : date;
}
