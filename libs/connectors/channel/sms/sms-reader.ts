import type { ChannelAddress, InboundItem, InboundMessage, RawInbound } from '../../port';
import { e164 } from '../../vendor/phone';
import { storable } from '../../vendor/storable';
import { filesOf } from '../../vendor/twilio/twilio-files';
import { formOf, statusWord } from '../../vendor/twilio/twilio-hook';
import { readStatus, type twilioStatuses } from '../../vendor/twilio/twilio-status';
import { consentOf } from './consent';

/** A call of Twilio's, understood. One that names no sender says nothing. */
export async function readSms(inbound: RawInbound, words: ReturnType<typeof twilioStatuses>): Promise<InboundItem[]> {
  const form = formOf(inbound.raw);
  if (statusWord(form) !== null) return readStatus(form, words);
  const sender = await senderOf(form.get('From') ?? '');
  return sender ? [messageOf(inbound.externalId, form, sender)] : [];
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

function messageOf(externalId: string, form: Map<string, string>, { from, isProgram }: Sender): InboundMessage {
  const text = storable(form.get('Body') ?? '');
  const { consent, automated } = consentOf(text, form.get('OptOutType'));
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
    automated: automated ?? (isProgram ? 'sent by a short code or a name' : null),
    cc: [],
    notices: [],
    consent,
    thread: { ticketId: null, externalIds: [] },
    sender: isProgram ? 'unproven' : 'proven',
  };
}
