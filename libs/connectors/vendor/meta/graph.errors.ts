import { ConnectorError, type ConnectorErrorCode } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../loose';
import type { Answer } from '../send-once';
import { refusalOf } from '../vendor-http';

/** https://developers.facebook.com/docs/graph-api/guides/error-handling and WhatsApp's own error codes. */
const CODES: Readonly<Record<number, ConnectorErrorCode>> = {
  1: 'unavailable',
  2: 'unavailable',
  3: 'auth',
  4: 'rate_limited',
  10: 'auth',
  17: 'rate_limited',
  32: 'rate_limited',
  102: 'auth',
  190: 'auth',
  200: 'auth',
  368: 'auth',
  613: 'rate_limited',
  80007: 'rate_limited',
  130429: 'rate_limited',
  131000: 'unavailable',
  131005: 'auth',
  131016: 'unavailable',
  131031: 'auth',
  131047: 'window_closed',
  131048: 'rate_limited',
  131056: 'rate_limited',
};

/** Messenger and Instagram tell a closed window by the subcode of a permission error. */
const WINDOW_CLOSED = new Set([2018278, 2018065, 2534022]);

/** What happened, for the person who wrote the message. */
const WORDS: Readonly<Record<number, string>> = {
  130472: 'Meta left this customer out of marketing messages for an experiment of its own.',
  131026: 'The number does not use WhatsApp, or its app is too old for this message.',
  131042: 'WhatsApp wants a valid way of payment for this account.',
  131047: 'The last message of the customer is more than 24 hours old: WhatsApp takes only an approved template now.',
  131048: 'WhatsApp limits this number because too many of its messages were reported.',
  131049: 'WhatsApp held the message back: the customer gets many marketing messages.',
  131050: 'The customer does not want marketing messages from us.',
  131051: 'WhatsApp does not support this kind of message.',
  131052: "WhatsApp could not fetch the customer's file.",
  131053: 'WhatsApp could not take the file.',
  131056: 'Too many messages went to this customer in a short time.',
  132000: 'The template has another number of blanks.',
  132001: 'The template does not exist in this language, or is not approved.',
  132012: 'A blank of the template was filled with something that it does not take.',
  132015: 'WhatsApp paused this template because of its quality.',
  132016: 'WhatsApp disabled this template because of its quality.',
};

const DEFAULT_RETRY_MS = 5_000;

/** An `error` (or an entry of `errors`) of Meta's, as one plain sentence with its number. */
export function graphReason(vendor: string, error: unknown): string {
  const { code, message, title, error_data: data } = fieldsIn(error);
  const told = textIn(fieldsIn(data).details) || textIn(message) || textIn(title);
  const words = WORDS[Number(code)] ?? (told.trim().slice(0, 300) || 'It was not delivered.');
  return textIn(code) ? `${words} (${vendor} ${textIn(code)})` : words;
}

/** What an answer of the Graph API says went wrong; null: nothing did. */
export function graphRefusal(vendor: string, answer: Answer, now: Date): ConnectorError | null {
  const error = fieldsIn(fieldsIn(parsedJson(answer.text)).error);
  const code = Number(error.code);
  const subcode = Number(error.error_subcode);
  const vendorCode = [textIn(error.code), textIn(error.error_subcode)].filter(Boolean).join('/') || undefined;
  const shell = new Response(null, { status: answer.status, headers: answer.headers });
  const byStatus = refusalOf(vendor, shell, now, vendorCode);
  if (!byStatus || !vendorCode) return byStatus;
  const ours = WINDOW_CLOSED.has(subcode)
    ? 'window_closed'
    : (CODES[code] ?? (error.is_transient === true ? 'unavailable' : statusCode(byStatus.code)));
  const message = WINDOW_CLOSED.has(subcode)
    ? `The last message of the customer is too old: ${vendor} takes no answer until they write again.`
    : ours === 'auth'
      ? byStatusMessage(vendor, error)
      : graphReason(vendor, error);
  return new ConnectorError(ours, message, {
    vendorCode,
    retryAfterMs: ours === 'rate_limited' ? (byStatus.retryAfterMs ?? DEFAULT_RETRY_MS) : undefined,
  });
}

/** Meta answers 401 and 403 to much that has nothing to do with credentials. */
const statusCode = (code: ConnectorErrorCode): ConnectorErrorCode => (code === 'auth' ? 'rejected' : code);

/** Meta's own words say which permission is missing; they carry no secret. */
function byStatusMessage(vendor: string, error: Record<string, unknown>): string {
  return `${vendor} refused our credentials: ${textIn(error.message).slice(0, 300) || 'no reason given'}`;
}
