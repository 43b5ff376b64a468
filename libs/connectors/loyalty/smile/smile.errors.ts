import { ConnectorError } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { refusalOf } from '../../vendor/vendor-http';

/** Smile.io names no time: the limit is one second's. */
const SECOND_MS = 1_000;

/** What Smile.io says of a failure: `{"error": {message, request_id}}`, some say `{"errors": {field: [...]}}`. */
function told(body: string): { message: string; requestId: string } {
  const { error, errors } = fieldsIn(parsedJson(body));
  const fields = Object.entries(fieldsIn(errors)).map(
    ([name, list]) => `${name} ${listIn(list).map(textIn).join(', ')}`,
  );
  const message = textIn(fieldsIn(error).message) || textIn(error) || fields.join('; ');
  return { message: message.slice(0, 300), requestId: textIn(fieldsIn(error).request_id) };
}

/** Null: it is a success. */
export function smileRefusal(status: number, headers: Headers, body: string, now: Date): ConnectorError | null {
  const { message, requestId } = told(body);
  const vendorCode = [status, requestId].filter(Boolean).join(' ');
  const refusal = refusalOf(
    'Smile.io',
    new Response(null, { status: status === 204 ? 200 : status, headers }),
    now,
    vendorCode,
  );
  if (!refusal) return null;
  if (status === 401) {
    const words =
      'Smile.io refused the API key: it is wrong or was deleted, or the plan has no API (that takes Smile Plus or Enterprise)';
    return new ConnectorError('auth', words, { vendorCode });
  }
  if (status === 403) {
    return new ConnectorError(
      'auth',
      'Smile.io does not let this API key do that: its access or the plan does not include it',
      {
        vendorCode,
      },
    );
  }
  if (status === 429) {
    const retryAfterMs = headers.has('retry-after') ? (refusal.retryAfterMs ?? SECOND_MS) : SECOND_MS;
    return new ConnectorError('rate_limited', 'Smile.io asked us to slow down', { vendorCode, retryAfterMs });
  }
  if (message && (refusal.code === 'rejected' || refusal.code === 'not_found')) {
    return new ConnectorError(refusal.code, `Smile.io refused: ${message}`, { vendorCode });
  }
  return refusal;
}
