import type { ChannelAddress, InboundItem, RawInbound } from '../../port';
import { e164 } from '../../vendor/phone';
import { storable } from '../../vendor/storable';
import { type Form, type Heard, optOutOf, readCall } from '../../vendor/twilio/twilio-reader';
import type { twilioStatuses } from '../../vendor/twilio/twilio-status';
import { placeOf } from './cloud-content';
import { NETWORK } from './rules';

/** A call of Twilio's about WhatsApp, understood. */
export const readTwilio = (inbound: RawInbound, words: ReturnType<typeof twilioStatuses>): Promise<InboundItem[]> =>
  readCall(inbound, words, hear);

async function hear(form: Form): Promise<Heard | null> {
  const from = await senderOf(form);
  if (!from) return null;
  const answered = storable(form.get('OriginalRepliedMessageSid') ?? '');
  // WhatsApp senders know no words of their own: only a messaging service tells consent.
  const consent = optOutOf(form);
  return {
    from,
    text: textOf(form),
    consent,
    automated: consent ? 'opt-out keyword' : null,
    notices: noticesOf(form),
    thread: { ticketId: null, externalIds: answered ? [answered] : [] },
    sender: 'proven',
  };
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
