import { ConnectorError } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { refusalOf } from '../../vendor/vendor-http';
import { ISSUE } from './paypal.words';

/** `{name, message, debug_id, details: [{issue, description}]}`; null: it is a success. */
export function paypalRefusal(status: number, headers: Headers, text: string, now: Date): ConnectorError | null {
  const { name, message, debug_id: debugId, details } = fieldsIn(parsedJson(text));
  const { issue, description } = fieldsIn(listIn(details)[0]);
  const word = textIn(issue) || textIn(name);
  const vendorCode = [String(status), word, textIn(debugId)].filter(Boolean).join(' ');
  const refusal = refusalOf('PayPal', new Response(null, { status, headers }), now, vendorCode);
  if (!refusal || refusal.retryable) return refusal;
  if (status === 401) {
    return new ConnectorError(
      'auth',
      'PayPal refused the client ID or the secret key, or they are of the other mode.',
      {
        vendorCode,
      },
    );
  }
  if (status === 403) {
    return new ConnectorError('auth', 'PayPal does not let this app do that: allow it in the settings of the app.', {
      vendorCode,
    });
  }
  const why = ISSUE[word] ?? (textIn(description) || textIn(message) || 'it did not say why.').slice(0, 300);
  return new ConnectorError(status === 404 ? 'not_found' : 'rejected', `PayPal refused: ${why}`, { vendorCode });
}
