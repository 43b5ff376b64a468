import type { Delivery } from '../hooks/courier';
import { mediaView } from '../phone/media';
import type { PhoneMessage } from '../phone/phone.types';
import { taken, type Speaker, type Spoken } from '../phone/speaker';
import { ACCOUNT, API_VERSION, newSid, SMS_NUMBER, WHATSAPP_NUMBER } from './account';
import { consentAnswer, consentOf, type Consent } from './consent';
import { formPosting } from './form-posting';
import { messageUri, type TwilioMessage } from './messages';
import { progress } from './outbound';
import type { TwilioParts } from './parts';
import { segments } from './segments';

const countries: [prefix: string, code: string][] = [
  ['+353', 'IE'],
  ['+351', 'PT'],
  ['+49', 'DE'],
  ['+44', 'GB'],
  ['+39', 'IT'],
  ['+33', 'FR'],
  ['+31', 'NL'],
  ['+1', 'US'],
];
const countryOf = (number: string) => countries.find(([prefix]) => number.startsWith(prefix))?.[1] ?? '';

function formOf(parts: TwilioParts, message: TwilioMessage, spoken: Spoken): [string, string][] {
  const { sid, from, to, body, media } = message;
  const params: [string, string][] = [
    ['AccountSid', ACCOUNT.sid],
    ['ApiVersion', API_VERSION],
    ['Body', body],
    ['From', from],
    ['MessageSid', sid],
    ['NumMedia', String(media.length)],
    ['NumSegments', String(segments(body))],
    ['SmsMessageSid', sid],
    ['SmsSid', sid],
    ['SmsStatus', 'received'],
    ['To', to],
  ];
  media.forEach((one, index) => {
    params.push([`MediaUrl${index}`, `${parts.where()}/twilio${messageUri(sid)}/Media/${one.sid}`]);
    params.push([`MediaContentType${index}`, one.file.contentType]);
  });
  if (spoken.network === 'sms') {
    const geo = { FromCountry: countryOf(from), FromCity: '', FromState: '', FromZip: '' };
    const home = { ToCountry: 'US', ToCity: '', ToState: 'CA', ToZip: '' };
    return [...params, ...Object.entries({ ...geo, ...home })];
  }
  const kind = spoken.choice ? 'button' : (media[0]?.file.contentType.split('/')[0] ?? 'text');
  params.push(['ProfileName', spoken.name], ['WaId', spoken.customer.slice(1)]);
  params.push(['MessageType', kind === 'application' ? 'document' : kind]);
  if (spoken.choice) params.push(['ButtonText', spoken.choice.title], ['ButtonPayload', spoken.choice.id]);
  if (spoken.replyTo) {
    params.push(['OriginalRepliedMessageSid', spoken.replyTo.id]);
    const writer = spoken.replyTo.direction === 'out' ? to : from;
    params.push(['OriginalRepliedMessageSender', writer]);
  }
  return params;
}

/** The carrier's own answer to STOP, START and HELP; it comes whatever the store does. */
function obey(parts: TwilioParts, consent: Consent, incoming: TwilioMessage): void {
  const { phones, messages, later } = parts;
  const customer = incoming.from;
  if (consent === 'stop') phones.stop(customer);
  if (consent === 'start') phones.start(customer);
  later.in(1, () => {
    const text = consentAnswer[consent];
    const answer = { from: incoming.to, to: customer, body: text, status: 'delivered' as const, sentAt: parts.now() };
    const { sid } = messages.add({ direction: 'outbound-reply', ...answer });
    phones.add({
      ...blank,
      id: sid,
      network: 'sms',
      customer,
      line: incoming.to,
      direction: 'out',
      text,
      status: 'delivered',
    });
  });
}

const blank = { via: 'twilio' as const, media: [], choices: [], replyTo: null, reaction: null, error: null };

function keep(parts: TwilioParts, spoken: Spoken): { record: TwilioMessage; message: PhoneMessage } {
  const { messages, phones, now } = parts;
  const known = spoken.id ? messages.find(spoken.id) : undefined;
  const shown = known && phones.find(known.sid);
  // The same message told again: Twilio's own double delivery, not the customer's.
  if (known && shown) return { record: known, message: shown };
  const line = lineOf(spoken.network);
  const prefix = spoken.network === 'whatsapp' ? 'whatsapp:' : '';
  const record = messages.add({
    direction: 'inbound',
    from: prefix + spoken.customer,
    to: prefix + line,
    body: spoken.text,
    status: 'received',
    media: spoken.files.map((file) => ({ sid: newSid('ME'), file, createdAt: now() })),
    mediaCount: spoken.files.length,
    sentAt: now(),
    ...(spoken.id ? { sid: spoken.id } : {}),
  });
  const message = phones.add({
    ...blank,
    id: record.sid,
    network: spoken.network,
    customer: spoken.customer,
    line,
    direction: 'in',
    text: spoken.text,
    media: spoken.files.map(mediaView),
    replyTo: spoken.replyTo?.id ?? null,
    status: 'sent',
  });
  return { record, message };
}

const lineOf = (network: string) => (network === 'whatsapp' ? WHATSAPP_NUMBER : SMS_NUMBER);
const hookOf = (network: string) => (network === 'whatsapp' ? 'twilio-whatsapp' : 'twilio-sms');

/** What customers do on their phones, told as Twilio tells it. */
export function twilioSpeaker(parts: TwilioParts): Speaker {
  const { hooks, courier, phones, messages } = parts;
  return {
    async say(spoken) {
      const { record, message } = keep(parts, spoken);
      const consent = spoken.network === 'sms' ? consentOf(spoken.text, phones.hasStopped(spoken.customer)) : null;
      if (consent) obey(parts, consent, record);
      const hook = hooks.get(hookOf(spoken.network));
      const params = formOf(parts, record, spoken);
      const delivery: Delivery | null = hook
        ? await courier.deliver(formPosting(`Twilio ${spoken.network}`, hook.url, hook.secret, params))
        : null;
      if (taken(delivery)) phones.progress(message, 'delivered');
      return { message, delivery };
    },
    seen(read) {
      for (const { id, network } of read) {
        const record = messages.find(id);
        if (record && network === 'whatsapp') void progress(parts, record, 'read');
        else {
          const message = phones.find(id);
          if (message) phones.progress(message, 'read');
        }
      }
    },
    line: lineOf,
    connected: (network) => hooks.get(hookOf(network)) !== null,
  };
}
