import { ConnectorError, type ConnectorErrorCode } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../loose';
import type { Answer } from '../send-once';
import { refusalOf } from '../vendor-http';

/** https://www.twilio.com/docs/api/errors, those that need another answer than their HTTP status gives. */
const CODES: Readonly<Record<number, ConnectorErrorCode>> = {
  20003: 'auth',
  20005: 'auth',
  20006: 'auth',
  20429: 'rate_limited',
  14107: 'rate_limited',
  63018: 'rate_limited',
  63038: 'rate_limited',
  63016: 'window_closed',
  21610: 'opted_out',
};

/** What happened, for the person who wrote the message. */
const WORDS: Readonly<Record<number, string>> = {
  21211: 'The phone number is not valid.',
  21408: "The Twilio account may not send to this number's country.",
  21606: 'The sending number cannot send text messages.',
  21608: 'A Twilio trial account sends to verified numbers only.',
  21610: 'The customer opted out with STOP: nothing can be sent until they write START.',
  21612: 'No route leads from the sending number to this number.',
  21614: 'The number is not a mobile phone.',
  21617: 'The text is longer than 1600 characters.',
  30003: 'The phone is switched off or out of reach.',
  30004: 'The phone or its carrier blocks messages from us.',
  30005: 'The number is unknown or no longer in use.',
  30006: 'The number is a landline, or its carrier cannot be reached.',
  30007: "The carrier's filter stopped the message.",
  30008: 'The carrier did not deliver it and gave no reason.',
  30034: 'The sending number is not registered for messages to US numbers (A2P 10DLC).',
  63001: 'WhatsApp refused the sender of this connection.',
  63003: 'WhatsApp does not know this recipient.',
  63016: 'The last message of the customer is more than 24 hours old: WhatsApp takes only an approved template now.',
  63018: 'The sender reached its limit at WhatsApp.',
  63024: 'The number does not use WhatsApp.',
  63032: 'WhatsApp does not deliver this kind of message to this customer.',
};

export const OPTED_OUT = 21610;

/** One plain sentence with Twilio's number, for a message that failed. */
export function twilioReason(code: number, message?: string | null): string {
  const words = WORDS[code] ?? (message?.trim().slice(0, 300) || 'It was not delivered.');
  return `${words} (Twilio ${code})`;
}

/** What an answer of Twilio's says went wrong; null: nothing did. */
export function twilioRefusal(answer: Answer, now: Date): ConnectorError | null {
  const body = fieldsIn(parsedJson(answer.text));
  const code = typeof body.code === 'number' ? body.code : null;
  const shell = new Response(null, { status: answer.status, headers: answer.headers });
  const byStatus = refusalOf('Twilio', shell, now, code === null ? undefined : String(code));
  if (!byStatus || code === null) return byStatus;
  const ours = CODES[code] ?? (byStatus.code === 'auth' && code in WORDS ? 'rejected' : byStatus.code);
  const message = ours === 'auth' ? byStatus.message : twilioReason(code, textIn(body.message));
  return new ConnectorError(ours, message, {
    vendorCode: String(code),
    retryAfterMs: ours === 'rate_limited' ? (byStatus.retryAfterMs ?? DEFAULT_RETRY_MS) : undefined,
  });
}

const DEFAULT_RETRY_MS = 5_000;
