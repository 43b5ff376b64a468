import { ConnectorError } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { refusalOf } from '../../vendor/vendor-http';

/** The bucket empties by two requests a second; nothing sooner than this is worth a try. */
const SHORTEST_WAIT_MS = 2_000;

/** `{"errors": {field: ["reason"]}}`, `{"errors": "reason"}` or `{"error": "reason"}`. */
function told(body: string): string {
  const { error, errors } = fieldsIn(parsedJson(body));
  const fields = Object.entries(fieldsIn(errors)).map(
    ([name, reasons]) => `${name} ${[reasons].flat().map(textIn).join(', ')}`,
  );
  return (fields.join('; ') || textIn(errors) || textIn(error)).slice(0, 300);
}

/** Null: it is a success. */
export function rechargeRefusal(status: number, headers: Headers, body: string, now: Date): ConnectorError | null {
  const refusal = refusalOf('Recharge', new Response(null, { status: status === 204 ? 200 : status, headers }), now);
  if (!refusal) return null;
  const words = told(body);
  const options = { vendorCode: String(status) };
  if (status === 401) return new ConnectorError('auth', 'Recharge refused the API token', options);
  if (status === 403) {
    return new ConnectorError(
      'auth',
      'Recharge does not let this API token do that: its scopes are set under Tools & apps > API tokens',
      options,
    );
  }
  if (status === 429) {
    const retryAfterMs = Math.max(SHORTEST_WAIT_MS, headers.has('retry-after') ? (refusal.retryAfterMs ?? 0) : 0);
    return new ConnectorError('rate_limited', 'Recharge asked us to slow down', { ...options, retryAfterMs });
  }
  // A charge is being made at this moment; nothing has happened.
  if (status === 409)
    return new ConnectorError(
      'unavailable',
      `Recharge is busy with this subscription: ${words || 'a charge is being made'}`,
      options,
    );
  if (words && (refusal.code === 'rejected' || refusal.code === 'not_found')) {
    return new ConnectorError(refusal.code, `Recharge refused: ${words}`, options);
  }
  return refusal;
}
