import { ConnectorError } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';

export const VENDOR = 'Lightspeed';
const LONGEST_REASON = 300;

/** The reason out of `{"error": {"code", "method", "request", "message"}}`. */
export function reasonIn(body: string): string {
  return textIn(fieldsIn(fieldsIn(parsedJson(body)).error).message).slice(0, LONGEST_REASON);
}

export const isLanguageRefusal = (status: number, reason: string): boolean =>
  status === 404 && /unknown or inactive language/i.test(reason);

/** What a refusal means, in a shop owner's words; null: it is a success. 429 is for who knows the windows. */
export function refusalOf(status: number, body: string, language: string): ConnectorError | null {
  if (status >= 200 && status < 300) return null;
  const reason = reasonIn(body);
  const told = { vendorCode: String(status) };
  if (status === 401) return new ConnectorError('auth', 'Lightspeed refused the API key or the API secret', told);
  if (status === 403) {
    const message = 'The Lightspeed key lacks a permission: tick it under Settings > Developers and check again';
    return new ConnectorError('auth', message, told);
  }
  if (isLanguageRefusal(status, reason)) {
    return new ConnectorError('auth', `The language "${language}" is not active in this Lightspeed shop`, told);
  }
  if (status === 404) return new ConnectorError('not_found', 'Lightspeed knows nothing at this address', told);
  if (status === 408 || status >= 500) return new ConnectorError('unavailable', 'Lightspeed is having trouble', told);
  return new ConnectorError('rejected', `Lightspeed rejected the request: ${reason || `status ${status}`}`, told);
}

/** Answered as done, and not there when looked at. */
export const notSeen = (what: string): ConnectorError =>
  new ConnectorError('uncertain', `Lightspeed said that ${what}, but the shop does not show it.`);

export const noSuchOrder = (): ConnectorError =>
  new ConnectorError('not_found', 'Lightspeed has no such order', { vendorCode: '404' });
