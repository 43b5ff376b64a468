import type { ChannelAddress, InboundItem, RawInbound } from '../../port';
import { e164 } from '../../vendor/phone';
import { storable } from '../../vendor/storable';
import { type Form, type Heard, optOutOf, readCall } from '../../vendor/twilio/twilio-reader';
import type { twilioStatuses } from '../../vendor/twilio/twilio-status';
import { consentOf } from './consent';

/** A call of Twilio's about a text message, understood. */
export const readSms = (inbound: RawInbound, words: ReturnType<typeof twilioStatuses>): Promise<InboundItem[]> =>
  readCall(inbound, words, hear);

async function hear(form: Form): Promise<Heard | null> {
  const sender = await senderOf(form.get('From') ?? '');
  if (!sender) return null;
  const { from, isProgram } = sender;
  const text = storable(form.get('Body') ?? '');
  const { consent, automated } = consentOf(text, optOutOf(form));
  return {
    from,
    text,
    consent,
    automated: automated ?? (isProgram ? 'sent by a short code or a name' : null),
    sender: isProgram ? 'unproven' : 'proven',
  };
}

interface Sender {
  from: ChannelAddress;
  isProgram: boolean;
}

async function senderOf(written: string): Promise<Sender | null> {
  const from = storable(written).trim().slice(0, 100);
  if (from === '') return null;
  const phone = await e164(from);
  if (phone) return { from: { address: phone, name: null }, isProgram: false };
  // Short codes and names belong to companies: one-time codes, offers, carriers.
  if (/^\d{3,8}$/.test(from)) return { from: { address: from, name: null }, isProgram: true };
  return { from: { address: `sms:${from}`, name: from, kind: 'account' }, isProgram: true };
}
