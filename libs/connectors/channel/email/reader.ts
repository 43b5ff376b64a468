import type { AddressObject, EmailAddress, ParsedMail } from 'mailparser';
import type { ChannelAddress, InboundFile, InboundItem, InboundMessage, RawInbound } from '../../port';
import { whyAutomated } from './automated';
import { Headers } from './headers';
import { mailFiles } from './mail-files';
import type { Sign } from './message-ids';
import { normaliseId, readOwnMessageId, syntheticId } from './message-ids';
import { parseMime } from './mime';
import { withoutQuotes } from './quotes';
import { proofOf } from './sender-authentication';
import { storable } from './storable';
import { readThread } from './thread-ids';

export interface ReaderSettings {
  sign: Sign;
  address: string | null;
  authservId: string | null;
}

/** RFC 2606: no mail ever goes there. */
const NOBODY = 'unknown@sender.invalid';

/** The id under which a mail is taken only once: its Message-ID, or one made of its content. */
export function mailId(raw: Buffer): string {
  const headers = Headers.of(raw);
  const own = headers
    .all('message-id')
    .map(normaliseId)
    .find((id) => id !== null);
  if (own) return storable(own);
  const [date, from, to, subject] = ['date', 'from', 'to', 'subject'].map((name) => headers.first(name) ?? '');
  return syntheticId({
    date: date ?? '',
    from: from ?? '',
    to: to ?? '',
    subject: subject ?? '',
    body: raw.subarray(headers.bodyStart),
  });
}

/** Understands a mail, however odd; what cannot be understood is kept as a file. */
export async function readMail(inbound: RawInbound, settings: ReaderSettings): Promise<InboundItem[]> {
  const headers = Headers.of(inbound.raw);
  const mail = await parseMime(inbound.raw);
  const from = author(mail, headers, inbound.meta);
  const isOwnMessage = readOwnMessageId(settings.sign, inbound.externalId) !== null;
  // Our own mail came back (a copy to self, a mail list's echo, a synchronised Sent folder): known already.
  if (isOwnMessage && from.address === settings.address?.toLowerCase()) return [];

  const html = mail?.html ? storable(mail.html) : null;
  const fullText = storable(mail ? (mail.text ?? '') : '').trim();
  const text = withoutQuotes(fullText);
  const returnPath = typeof inbound.meta.mailFrom === 'string' ? inbound.meta.mailFrom : null;
  const sender = { from: from.address, returnPath, ownAddress: settings.address, isOwnMessage };
  const message: InboundMessage = {
    type: 'message',
    externalId: inbound.externalId,
    from,
    replyTo: differing(firstOf(mail?.replyTo), from),
    subject: storable(mail?.subject ?? '').trim() || null,
    text: inbound.meta.truncated ? `${text}\n\n[This mail was too large; only its beginning was kept.]` : text,
    fullText,
    html,
    files: mail ? mailFiles(mail.attachments, html) : [wholeMail(inbound.raw)],
    sentAt: sentAt(headers),
    automated: from.address === NOBODY ? 'no sender' : whyAutomated(headers, sender),
    thread: readThread(headers, recipients(inbound.meta), settings.sign),
    sender: proofOf(headers, from.address, settings.authservId),
    cc: [],
    notices: [],
    consent: null,
  };
  return [message];
}

function author(mail: ParsedMail | null, headers: Headers, meta: Record<string, unknown>): ChannelAddress {
  const named = firstOf(mail?.from) ?? firstOf(mail?.headers.get('sender') as AddressObject | undefined);
  if (named) return named;
  // Not even a sender that can be read: what the transport saw.
  const seen = [meta.mailFrom, headers.first('return-path'), headers.first('from')].find(
    (it): it is string => typeof it === 'string' && it.includes('@'),
  );
  const address = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(seen ?? '')?.[0];
  return { address: storable(address ?? NOBODY).toLowerCase(), name: null };
}

function firstOf(list: AddressObject | undefined): ChannelAddress | null {
  const flat = (list?.value ?? []).flatMap((it: EmailAddress) => [it, ...(it.group ?? [])]);
  const found = flat.find((it) => it.address?.includes('@'));
  if (!found?.address) return null;
  const address = storable(found.address).trim().toLowerCase();
  const name = storable(found.name ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { address, name: name === '' || name.toLowerCase() === address ? null : name.slice(0, 200) };
}

const differing = (replyTo: ChannelAddress | null, from: ChannelAddress): ChannelAddress | null =>
  replyTo && replyTo.address !== from.address ? replyTo : null;

/** Read from the header itself: the parser answers with the present for a date it cannot read. */
function sentAt(headers: Headers): Date | null {
  const date = new Date(headers.first('date') ?? Number.NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1980 || date.getUTCFullYear() > 9999 ? null : date;
}

function recipients(meta: Record<string, unknown>): string[] {
  return Array.isArray(meta.rcptTo) ? meta.rcptTo.filter((it): it is string => typeof it === 'string') : [];
}

function wholeMail(raw: Buffer): InboundFile {
  return {
    filename: 'unreadable-mail.eml',
    contentType: 'message/rfc822',
    content: raw,
    contentId: null,
    inline: false,
  };
}
