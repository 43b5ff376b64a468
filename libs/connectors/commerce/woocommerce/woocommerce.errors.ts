import { ConnectorError } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { refusalOf as plainRefusal } from '../../vendor/vendor-http';

export const VENDOR = 'WooCommerce';
const LONGEST_REASON = 300;

/** `{code, message, data: {status, params}}`, as WordPress words a refusal; a page of HTML has none of it. */
export interface Told {
  code: string;
  message: string;
}

export function toldIn(body: string): Told {
  const fields = fieldsIn(parsedJson(body));
  const params = Object.values(fieldsIn(fieldsIn(fields.data).params))
    .map(textIn)
    .filter(Boolean);
  const message = [textIn(fields.message), ...params].filter(Boolean).join(' ');
  return { code: textIn(fields.code), message: message.replace(/<[^>]*>/g, '').slice(0, LONGEST_REASON) };
}

const isReadOnly = ({ message }: Told): boolean => /does not have write permissions/i.test(message);

/** What a refusal means, in a shop owner's words; null: it is a success. */
export function refusalIn(status: number, headers: Headers, body: string, now: Date): ConnectorError | null {
  if (status >= 200 && status < 300) return null;
  const told = toldIn(body);
  const vendorCode = told.code || String(status);
  if (status === 401 || status === 403) return new ConnectorError('auth', authWords(status, told), { vendorCode });
  if (told.code === 'rest_no_route') {
    const message = 'This site has no WooCommerce REST API: the plug-in may be switched off';
    return new ConnectorError('unavailable', message, { vendorCode });
  }
  if (status >= 300 && status < 400) {
    const message = 'The shop sends us on to another address: look at the shop address';
    return new ConnectorError('unavailable', message, { vendorCode });
  }
  if (status === 404 || /_invalid_id$/.test(told.code)) {
    return new ConnectorError('not_found', 'The WooCommerce shop has no such record', { vendorCode });
  }
  const plain = plainRefusal(VENDOR, new Response(null, { status, headers }), now, vendorCode);
  if (plain?.code !== 'rejected') return plain;
  return new ConnectorError('rejected', `WooCommerce rejected the request: ${told.message || `status ${status}`}`, {
    vendorCode,
  });
}

/** As WooCommerce answers them: an unknown key is nobody, who "cannot view"; a wrong secret is named. */
function authWords(status: number, told: Told): string {
  if (isReadOnly(told)) return 'The WooCommerce key may only read: give it the permission Read/Write';
  if (/does not have read permissions/i.test(told.message))
    return 'The WooCommerce key may only write: give it the permission Read/Write';
  if (/secret/i.test(told.message)) return 'WooCommerce refused the consumer secret';
  if (status === 401) return 'WooCommerce refused the consumer key';
  return "The WooCommerce key's user may not do this: the key needs a user who is a shop manager or an administrator";
}

/**
 * A refund that the shop or its payment service refuses is answered with 500 and this code, after the shop took its own
 * record back. Any other 5xx may have come after the change.
 */
export const REFUND_REFUSED = 'woocommerce_rest_cannot_create_order_refund';

/** Answered as done, and not there when looked at. */
export const notSeen = (what: string): ConnectorError =>
  new ConnectorError('uncertain', `WooCommerce said that ${what}, but the shop does not show it.`);

export const noSuchOrder = (): ConnectorError =>
  new ConnectorError('not_found', 'The WooCommerce shop has no such order', { vendorCode: '404' });
