import type { ChannelAddress, ConnectorLog, InboundItem, InboundMessage, InboundStatus, RawInbound } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { graphReason } from '../../vendor/meta/graph.errors';
import { e164 } from '../../vendor/phone';
import { Vocabulary } from '../../vendor/vocabulary';
import { contentOf } from './cloud-content';
import { NETWORK } from './rules';

type Fields = Record<string, unknown>;

const STATUSES: Readonly<Record<string, InboundStatus['status']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  // A voice message was heard.
  played: 'read',
  failed: 'failed',
};

const KINDS = [
  'audio',
  'button',
  'contacts',
  'document',
  'image',
  'interactive',
  'location',
  'order',
  'reaction',
  'sticker',
  'system',
  'text',
  'unknown',
  'unsupported',
  'video',
] as const;

/** Understands one message or report as `cloud-hook` cut it out of its call. */
export function cloudReader(log: ConnectorLog): (inbound: RawInbound) => Promise<InboundItem[]> {
  const statuses = new Vocabulary('WhatsApp status', STATUSES, log);
  const kinds = new Vocabulary('WhatsApp message type', Object.fromEntries(KINDS.map((kind) => [kind, kind])), log);
  return async ({ externalId, raw }) => {
    const part = fieldsIn(parsedJson(raw));
    if (part.status) return readStatus(fieldsIn(part.status), statuses);
    const message = fieldsIn(part.message);
    kinds.ours(textIn(message.type));
    const from = await senderOf(message, fieldsIn(part.contact));
    return from ? [messageOf(externalId, message, from)] : [];
  };
}

function readStatus(status: Fields, words: Vocabulary<InboundStatus['status']>): InboundStatus[] {
  const externalId = textIn(status.id);
  const ours = words.ours(textIn(status.status));
  if (externalId === '' || ours === 'unknown') return [];
  const [first] = listIn(status.errors);
  const error = ours === 'failed' ? graphReason('WhatsApp', first) : null;
  return [{ type: 'status', externalId, status: ours, error, recipient: null, block: null }];
}

/** By phone number where there is one; else by the account's own id, which newer accounts have instead. */
async function senderOf(message: Fields, contact: Fields): Promise<ChannelAddress | null> {
  const name = textIn(fieldsIn(contact.profile).name).trim().slice(0, 200) || null;
  const phone = await e164(textIn(message.from) || textIn(contact.wa_id));
  if (phone) return { address: phone, name };
  const id = [message.from_user_id, contact.user_id, message.from].map(textIn).find(Boolean);
  return id ? { address: `${NETWORK}${id.slice(0, 150)}`, name, kind: 'account' } : null;
}

function messageOf(externalId: string, message: Fields, from: ChannelAddress): InboundMessage {
  const content = contentOf(message);
  const answered = textIn(fieldsIn(message.context).id);
  const seconds = Number(message.timestamp);
  const sentAt = new Date(seconds * 1000);
  return {
    type: 'message',
    externalId,
    from,
    replyTo: null,
    subject: null,
    text: content.text,
    fullText: content.text,
    html: null,
    files: content.files,
    sentAt: seconds > 0 && !Number.isNaN(sentAt.getTime()) ? sentAt : null,
    automated: content.automated,
    cc: [],
    notices: [...content.notices, ...referralNotices(message)],
    consent: null,
    thread: { ticketId: null, externalIds: [content.about, answered].filter(Boolean) },
    sender: 'proven',
  };
}

function referralNotices(message: Fields): string[] {
  const referral = fieldsIn(message.referral);
  const headline = textIn(referral.headline) || textIn(referral.source_url);
  return [
    ...(headline ? [`Came from an ad: ${headline.slice(0, 200)}`] : []),
    ...(fieldsIn(message.context).forwarded === true ? ['Forwarded from another chat.'] : []),
  ];
}
