import { ConnectorError } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { refusalOf } from '../../vendor/vendor-http';

/** `{message, code}`, problem details `{title, detail}`, or `{field: ["reason"]}`. */
function told(body: string): string {
  const parsed = parsedJson(body);
  if (typeof parsed === 'string') return parsed.slice(0, 300);
  const fields = fieldsIn(parsed);
  const plain =
    textIn(fields.message) || textIn(fieldsIn(fields.error).message) || textIn(fields.detail) || textIn(fields.title);
  const reasons = Object.entries(fields).filter(([, list]) => listIn(list).length > 0);
  return (plain || reasons.map(([name, list]) => `${name} ${listIn(list).map(textIn).join(', ')}`).join('; ')).slice(
    0,
    300,
  );
}

/** Null: it is a success. ShipBob says in a header of its own how many seconds to wait. */
export function shipBobRefusal(status: number, headers: Headers, body: string, now: Date): ConnectorError | null {
  const wait = headers.get('x-retry-after') ?? headers.get('retry-after');
  const response = new Response(null, {
    status: status === 204 ? 200 : status,
    headers: wait ? { 'retry-after': wait } : {},
  });
  const refusal = refusalOf('ShipBob', response, now);
  if (!refusal) return null;
  const vendorCode = String(status);
  if (status === 401) return new ConnectorError('auth', 'ShipBob refused the personal access token', { vendorCode });
  if (status === 403) {
    return new ConnectorError('auth', 'ShipBob does not let this token do that on this channel', { vendorCode });
  }
  const words = told(body);
  if (words && (refusal.code === 'rejected' || refusal.code === 'not_found')) {
    return new ConnectorError(refusal.code, `ShipBob refused: ${words}`, { vendorCode });
  }
  return refusal;
}
