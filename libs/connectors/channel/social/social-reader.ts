import type { ConnectorLog, InboundItem, InboundMessage, RawInbound } from '../../port';
import { ConnectorError } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { storable } from '../../vendor/storable';
import { Vocabulary } from '../../vendor/vocabulary';
import type { Profiles } from './profiles';
import { contentOf } from './social-content';

type Fields = Record<string, unknown>;

const EVENTS = ['message', 'postback', 'reaction', 'read', 'delivery'] as const;

/**
 * Understands one event. Kinds that we do not know are told to the log once and say nothing. Throws ConnectorError
 * `rejected` for words of a sender whom nobody could answer: they stay in quarantine for a person.
 */
export function socialReader(
  network: string,
  profiles: Profiles,
  log: ConnectorLog,
): (inbound: RawInbound) => Promise<InboundItem[]> {
  const kinds = new Vocabulary('Messenger event', Object.fromEntries(EVENTS.map((one) => [one, one])), log);
  return async ({ externalId, raw }) => {
    const event = fieldsIn(parsedJson(raw));
    const id = textIn(fieldsIn(event.sender).id);
    const kind = EVENTS.find((one) => one in event);
    if (!kind) {
      kinds.ours(Object.keys(event).find((name) => !['sender', 'recipient', 'timestamp'].includes(name)));
      return [];
    }
    const isReceipt = kind === 'read' || kind === 'delivery';
    if (!/^\d{1,30}$/.test(id)) {
      if (isReceipt) return [];
      throw new ConnectorError(
        'rejected',
        storable(`Nobody could be answered at this sender id: "${id.slice(0, 60)}".`),
      );
    }
    const address = `${network}:${id}`;
    if (isReceipt) return receiptOf(externalId, kind, address, fieldsIn(event[kind]));
    const from = { address, name: await profiles.nameOf(id) };
    return [{ ...messageOf(event), externalId, from }];
  };
}

/** Messenger says "everything up to here"; Instagram names the message. */
function receiptOf(externalId: string, kind: 'read' | 'delivery', address: string, value: Fields): InboundItem[] {
  const status = kind === 'read' ? 'read' : 'delivered';
  const mid = textIn(value.mid);
  if (mid) return [{ type: 'status', externalId: mid, status, error: null, recipient: address, block: null }];
  const at = timeOf(value.watermark);
  return at ? [{ type: 'watermark', externalId, from: { address, name: null }, status, at }] : [];
}

function messageOf(event: Fields): Omit<InboundMessage, 'externalId' | 'from'> {
  const content = contentOf(event);
  return {
    type: 'message',
    replyTo: null,
    subject: null,
    text: content.text,
    fullText: content.text,
    html: null,
    files: content.files,
    sentAt: timeOf(event.timestamp),
    automated: content.automated,
    cc: [],
    notices: content.notices,
    consent: null,
    thread: { ticketId: null, externalIds: content.about ? [content.about] : [] },
    sender: 'proven',
  };
}

function timeOf(value: unknown): Date | null {
  const at = new Date(Number(value));
  return typeof value === 'number' && value > 0 && !Number.isNaN(at.getTime()) ? at : null;
}
