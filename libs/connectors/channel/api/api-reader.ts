import type { ChannelAddress, ConnectorLog, InboundItem, InboundMessage, InboundStatus, RawInbound } from '../../port';
import { ConnectorError } from '../../port';
import { plainType } from '../../vendor/file-names';
import { parsedJson } from '../../vendor/loose';
import { e164 } from '../../vendor/phone';
import { storable } from '../../vendor/storable';
import { Vocabulary } from '../../vendor/vocabulary';
import type { ApiMessage, ApiStatus } from './wire';

const STATUSES: Readonly<Record<string, InboundStatus['status']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
};

/**
 * Understands one call. Throws ConnectorError `rejected` with the reason for one that it does not: it stays in quarantine,
 * where whoever writes the other side sees what to mend, and is lost to nobody.
 */
export function apiReader(network: string, log: ConnectorLog): (inbound: RawInbound) => Promise<InboundItem[]> {
  const words = new Vocabulary('status of a custom channel', STATUSES, log);
  return async ({ externalId, raw }) => {
    // Loaded with the first message: a house without such a channel does not pay for the checker.
    const { understand } = await import('./wire');
    const body = parsedJson(raw);
    if (body === null) throw new ConnectorError('rejected', 'The body is not JSON.');
    const understood = understand(body);
    if ('problem' in understood) {
      throw new ConnectorError('rejected', storable(`The body is not understood. ${understood.problem}`));
    }
    const { said } = understood;
    return said.type === 'status' ? statusOf(said, words) : [await messageOf(externalId, network, said)];
  };
}

function statusOf(said: ApiStatus, words: Vocabulary<InboundStatus['status']>): InboundStatus[] {
  const status = words.ours(said.status);
  if (status === 'unknown') return [];
  const error = status === 'failed' ? storable(said.error ?? '').slice(0, 300) || 'It was not delivered.' : null;
  return [{ type: 'status', externalId: storable(said.messageId), status, error, recipient: null, block: null }];
}

async function messageOf(externalId: string, network: string, said: ApiMessage): Promise<InboundMessage> {
  const text = storable(said.text);
  const answered = Array.isArray(said.thread) ? said.thread : [said.thread ?? ''];
  return {
    type: 'message',
    externalId,
    from: await senderOf(said.from, network),
    replyTo: null,
    subject: storable(said.subject ?? '').trim() || null,
    text,
    fullText: text,
    html: said.html ? storable(said.html) : null,
    files: (said.files ?? []).map(({ filename, contentType, base64 }) => ({
      filename: storable(filename),
      contentType: plainType(contentType),
      content: Buffer.from(base64, 'base64'),
      contentId: null,
      inline: false,
    })),
    sentAt: said.sentAt ? new Date(said.sentAt) : null,
    automated: null,
    cc: [],
    notices: [],
    consent: null,
    thread: { ticketId: null, externalIds: answered.map(storable).filter(Boolean) },
    sender: said.from.verified ? 'proven' : 'unproven',
  };
}

async function senderOf(from: ApiMessage['from'], network: string): Promise<ChannelAddress> {
  const name = storable(from.name ?? '').trim() || null;
  if (from.id) return { address: `${network}:${storable(from.id)}`, name };
  if (from.email) return { address: from.email.toLowerCase(), name, kind: 'email' };
  const phone = await e164(from.phone ?? '');
  if (!phone) throw new ConnectorError('rejected', 'from.phone is not an international number like +15552229999.');
  return { address: phone, name, kind: 'phone' };
}
