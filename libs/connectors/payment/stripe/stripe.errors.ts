import { ConnectorError, type ConnectorErrorCode } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { refusalOf } from '../../vendor/vendor-http';
import { REFUSAL } from './stripe.words';

/** Stripe's limits are of one second. */
const SECOND_MS = 1_000;

export interface StripeAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Null: it is a success. `changed`: the request was one that makes something happen. */
export function stripeRefusal({ status, headers, text }: StripeAnswer, now: Date, changed = false) {
  const { type, code, message, decline_code: declined } = fieldsIn(fieldsIn(parsedJson(text)).error);
  const word = textIn(code) || textIn(type);
  const vendorCode = [String(status), word, headers.get('request-id')].filter(Boolean).join(' ');
  const refusal = refusalOf('Stripe', new Response(null, { status, headers }), now, vendorCode);
  if (!refusal) return null;
  const told = (as: ConnectorErrorCode, words: string, retryAfterMs?: number) =>
    new ConnectorError(as, words, { vendorCode, retryAfterMs });

  // The messages of these two repeat parts of the key.
  if (status === 401) {
    return word === 'api_key_expired'
      ? told('auth', 'The key has expired at Stripe: make a new one.')
      : told('auth', 'Stripe refused the key: it is wrong or was deleted.');
  }
  if (status === 403) return told('auth', 'Stripe does not let this key do that: it lacks a permission.');
  // One of this action was made before: whoever asked looks which.
  if (changed && (type === 'idempotency_error' || word === 'idempotency_key_in_use' || status === 409)) {
    return told('uncertain', 'Stripe has this very action already, or is still at it.');
  }
  if (status === 429) {
    const wait = headers.has('retry-after') ? (refusal.retryAfterMs ?? SECOND_MS) : SECOND_MS;
    return told('rate_limited', 'Stripe asked us to slow down', wait);
  }
  if (!changed && (status === 409 || headers.get('stripe-should-retry') === 'true')) {
    return told('unavailable', 'Stripe asks to try this again');
  }
  if (refusal.retryable) return refusal;
  const why = REFUSAL[word] ?? REFUSAL[textIn(declined)] ?? (textIn(message).slice(0, 300) || 'it did not say why.');
  return told(status === 404 ? 'not_found' : 'rejected', `Stripe refused: ${why}`);
}
