import { fetchMedia } from '../phone/fetch-media';
import { mediaView, type StoredMedia } from '../phone/media';
import { ACCOUNT, API_VERSION, newSid, SMS_NUMBER, WHATSAPP_NUMBER } from './account';
import { formPosting } from './form-posting';
import type { TwilioMessage, TwilioStatus } from './messages';
import type { TwilioParts } from './parts';
import { isWhatsapp, plainNumber } from './refusals';

const MEDIA_UNREACHABLE = { sms: 11200, whatsapp: 63019 };
const OUTSIDE_WINDOW = 63016;

const wordsOf: Record<number, string> = {
  11200: 'HTTP retrieval failure',
  63016: 'Failed to send freeform message because you are outside the allowed window.',
  63019: 'Media failed to download',
};

/** Takes a message that nothing speaks against; what becomes of it shows a moment later. */
export function sendOut(parts: TwilioParts, form: URLSearchParams): TwilioMessage {
  const { messages, contents, later } = parts;
  const to = form.get('To') ?? '';
  const contentSid = form.get('ContentSid');
  const urls = contentSid ? [] : form.getAll('MediaUrl');
  const message = messages.add({
    direction: 'outbound-api',
    from: form.get('From') ?? (isWhatsapp(to) ? `whatsapp:${WHATSAPP_NUMBER}` : SMS_NUMBER),
    to,
    body: contentSid ? (contents.fill(contentSid, form.get('ContentVariables')) ?? '') : (form.get('Body') ?? ''),
    status: 'queued',
    mediaCount: urls.length,
    serviceSid: form.get('MessagingServiceSid'),
    statusCallback: form.get('StatusCallback'),
  });
  later.in(1, () => carry(parts, message, urls, contentSid));
  return message;
}

async function carry(parts: TwilioParts, message: TwilioMessage, urls: string[], contentSid: string | null) {
  const { phones, media, hooks, faults, later, now } = parts;
  const network = isWhatsapp(message.to) ? 'whatsapp' : 'sms';
  const customer = plainNumber(message.to);
  const files = await Promise.all(urls.map((url) => fetchMedia(hooks, media, url)));
  if (files.some((file) => file === null)) return fail(parts, message, 'failed', MEDIA_UNREACHABLE[network]);
  const free = !contentSid || !parts.contents.approved(contentSid);
  if (network === 'whatsapp' && free && !phones.windowUntil({ network, via: 'twilio', customer }))
    return fail(parts, message, 'undelivered', OUTSIDE_WINDOW);

  const arrived = files.filter((file): file is StoredMedia => file !== null);
  message.media = arrived.map((file) => ({ sid: newSid('ME'), file, createdAt: now() }));
  message.sentAt = now();
  phones.add({
    id: message.sid,
    network,
    via: 'twilio',
    customer,
    line: plainNumber(message.from),
    direction: 'out',
    text: message.body,
    media: arrived.map(mediaView),
    choices: contentSid ? parts.contents.choices(contentSid) : [],
    replyTo: null,
    reaction: null,
    status: 'sent',
    error: null,
  });
  if (faults.take('twilio', ['out_of_order'])) {
    later.in(1, async () => {
      await progress(parts, message, 'delivered');
      await tell(parts, message, 'sent');
    });
    return;
  }
  await progress(parts, message, 'sent');
  later.in(1, () => progress(parts, message, 'delivered'));
}

async function fail(parts: TwilioParts, message: TwilioMessage, status: 'failed' | 'undelivered', code: number) {
  message.errorCode = code;
  message.errorMessage = wordsOf[code] ?? null;
  await progress(parts, message, status);
}

/** Sets the status and calls the sender back, if it asked for that. */
export async function progress(parts: TwilioParts, message: TwilioMessage, status: TwilioStatus): Promise<void> {
  message.status = status;
  message.updatedAt = parts.now();
  const onPhone = parts.phones.find(message.sid);
  if (onPhone && (status === 'delivered' || status === 'read')) parts.phones.progress(onPhone, status);
  await tell(parts, message, status);
}

async function tell(parts: TwilioParts, message: TwilioMessage, status: TwilioStatus): Promise<void> {
  if (!message.statusCallback) return;
  const whatsapp = isWhatsapp(message.to);
  const params: [string, string][] = [
    ['AccountSid', ACCOUNT.sid],
    ['ApiVersion', API_VERSION],
    ['From', message.from],
    ['MessageSid', message.sid],
    ['MessageStatus', status],
    ['SmsSid', message.sid],
    ['SmsStatus', status],
    ['To', message.to],
  ];
  if (message.serviceSid) params.push(['MessagingServiceSid', message.serviceSid]);
  if (message.errorCode !== null && (status === 'failed' || status === 'undelivered')) {
    params.push(['ErrorCode', String(message.errorCode)]);
    if (message.errorMessage) params.push(['ErrorMessage', message.errorMessage]);
  }
  if (whatsapp) {
    params.push(['ChannelInstallSid', `XE${'5a4d'.repeat(8)}`], ['ChannelPrefix', 'whatsapp']);
    params.push(['ChannelToAddress', `${plainNumber(message.to).slice(0, -4)}XXXX`]);
    if (status === 'delivered' || status === 'read') params.push(['EventType', status.toUpperCase()]);
  } else if (status === 'delivered') {
    params.push(['RawDlrDoneDate', parts.now().toISOString().slice(2, 16).replace(/\D/g, '')]);
  }
  await parts.courier.deliver(formPosting(`Twilio status ${status}`, message.statusCallback, ACCOUNT.token, params));
}
