import type { Phones } from '../phone/phones';
import { ACCOUNT, SENDERS } from './account';
import type { Contents } from './contents';
import { twilioError, type TwilioError } from './errors';

const LONGEST_BODY = 1600;
const MOST_MEDIA = 10;

/** Twilio's own numbers for trying errors (twilio.com/docs/iam/test-credentials). */
const magic: Record<string, [code: number, message: (to: string) => string]> = {
  '+15005550001': [21211, (to) => `Invalid 'To' Phone Number: ${to}`],
  '+15005550002': [21612, (to) => `The 'To' phone number ${to} is not currently reachable using the 'From' number`],
  '+15005550003': [21408, () => 'Permission to send an SMS has not been enabled for the region of the To number'],
  '+15005550004': [21610, () => 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, (to) => `'To' number is not a valid mobile number: ${to}`],
};

export const isWhatsapp = (address: string): boolean => address.startsWith('whatsapp:');
export const plainNumber = (address: string): string => address.replace(/^whatsapp:/, '');

function senderProblem(form: URLSearchParams, to: string): TwilioError | null {
  const from = form.get('From');
  if (!from) {
    const service = form.get('MessagingServiceSid');
    if (!service) return twilioError(21603, "A 'From' phone number is required.");
    return service === ACCOUNT.serviceSid ? null : twilioError(21705, 'The Messaging Service Sid is invalid');
  }
  if (isWhatsapp(from) !== isWhatsapp(to))
    return twilioError(21910, 'Invalid From and To pair. From and To should be of the same channel');
  if (SENDERS.includes(from)) return null;
  return isWhatsapp(from)
    ? twilioError(63007, 'Twilio could not find a Channel with the specified From address')
    : twilioError(21606, `The 'From' phone number ${from} is not a valid, message-capable Twilio phone number`);
}

function contentProblem(form: URLSearchParams, contents: Contents): TwilioError | null {
  const contentSid = form.get('ContentSid');
  const body = form.get('Body') ?? '';
  const media = form.getAll('MediaUrl');
  if (contentSid) {
    if (!contents.find(contentSid)) return twilioError(21655, 'The ContentSid is Invalid');
    return contents.fill(contentSid, form.get('ContentVariables')) === null
      ? twilioError(21656, 'The ContentVariables Parameter is invalid')
      : null;
  }
  if (body === '' && media.length === 0)
    return twilioError(21619, 'A text message body or media urls must be specified.');
  if ([...body].length > LONGEST_BODY)
    return twilioError(21617, 'The concatenated message body exceeds the 1600 character limit');
  if (media.length > MOST_MEDIA) return twilioError(21623, 'Number of media files exceeds allowed limit');
  return null;
}

/** Why a message is not taken, in the order in which Twilio looks; null: it is. */
export function sendRefusal(form: URLSearchParams, phones: Phones, contents: Contents): TwilioError | null {
  const to = form.get('To') ?? '';
  if (to === '') return twilioError(21604, "A 'To' phone number is required.");
  const number = plainNumber(to);
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return twilioError(21211, `Invalid 'To' Phone Number: ${to}`);
  const sender = senderProblem(form, to);
  if (sender) return sender;
  const callback = form.get('StatusCallback');
  if (callback && !/^https?:\/\/[^/_]+(\/|$)/.test(callback))
    return twilioError(21609, `The 'StatusCallback' URL ${callback} is not a valid URL.`);
  const known = isWhatsapp(to) ? undefined : magic[number];
  if (known) return twilioError(known[0], known[1](to));
  if (!isWhatsapp(to) && phones.hasStopped(number))
    return twilioError(21610, 'Attempt to send to unsubscribed recipient');
  return contentProblem(form, contents);
}
