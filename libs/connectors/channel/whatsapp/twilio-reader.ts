import type { ChannelAddress, InboundItem, InboundMessage, RawInbound } from '../../port';
import { e164 } from '../../vendor/phone';
import { storable } from '../../vendor/storable';
import { filesOf } from '../../vendor/twilio/twilio-files';
import { formOf, statusWord } from '../../vendor/twilio/twilio-hook';
import { readStatus, type twilioStatuses } from '../../vendor/twilio/twilio-status';
import { placeOf } from './cloud-content';
import { NETWORK } from './rules';

type Form = Map<string, string>;

const CONSENT: Readonly<Record<string, InboundMessage['consent']>> = { STOP: 'stop', START: 'start', HELP: 'help' };

/** A call of Twilio's about WhatsApp, understood. One that names no sender says nothing. */
export async function readTwilio(
  inbound: RawInbound,
  words: ReturnType<typeof twilioStatuses>,
): Promise<InboundItem[]> {
  const form = formOf(inbound.raw);
  if (statusWord(form) !== null) return readStatus(form, words);
  const from = await senderOf(form);
  return from ? [messageOf(inbound.externalId, form, from)] : [];
}

async function senderOf(form: Form): Promise<ChannelAddress | null> {
  const told = storable(form.get('From') ?? '').trim();
  const name =
    storable(form.get('ProfileName') ?? '')
      .trim()
      .slice(0, 200) || null;
  const phone = (await e164(told)) ?? (await e164(form.get('WaId') ?? ''));
  if (phone) return { address: phone, name };
  const id = told.replace(/^whatsapp:/i, '').slice(0, 150);
  return id ? { address: `${NETWORK}${id}`, name, kind: 'account' } : null;
}

function messageOf(externalId: string, form: Form, from: ChannelAddress): InboundMessage {
  const text = textOf(form);
  const answered = storable(form.get('OriginalRepliedMessageSid') ?? '');
  // WhatsApp senders know no words of their own: only a messaging service tells consent.
  const consent = CONSENT[form.get('OptOutType')?.trim().toUpperCase() ?? ''] ?? null;
  return {
    type: 'message',
    externalId,
    from,
    replyTo: null,
    subject: null,
    text,
    fullText: text,
    html: null,
    files: filesOf(form),
    sentAt: null,
    automated: consent ? 'opt-out keyword' : null,
    cc: [],
    notices: noticesOf(form),
    consent,
    thread: { ticketId: null, externalIds: answered ? [answered] : [] },
    sender: 'proven',
  };
}

function textOf(form: Form): string {
  const [body, button] = ['Body', 'ButtonText'].map((name) => storable(form.get(name) ?? ''));
  const value = { name: form.get('Label'), address: form.get('Address') };
  const point = { latitude: form.get('Latitude'), longitude: form.get('Longitude') };
  const place = point.latitude && point.longitude ? placeOf({ ...value, ...point }) : '';
  return [body || button || storable(form.get('ButtonPayload') ?? ''), place].filter(Boolean).join('\n');
}

function noticesOf(form: Form): string[] {
  const headline = storable(form.get('ReferralHeadline') || form.get('ReferralSourceUrl') || '').slice(0, 200);
  return [
    ...(headline ? [`Came from an ad: ${headline}`] : []),
    ...(form.get('Forwarded') === 'true' ? ['Forwarded from another chat.'] : []),
  ];
}
