import type { ConnectorDeps } from '../port';

/**
 * Where a vendor can report to us. Null on an address that only this machine knows (it would refuse the whole message),
 * unless the vendor is a stand-in that is reached by a base URL; and with "_" in its host, which Twilio does not take.
 */
export function callbackUrl({ hookUrl, baseUrl }: ConnectorDeps): string | null {
  const { hostname } = new URL(hookUrl);
  if (hostname.includes('_')) return null;
  const local = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return local && !baseUrl ? null : hookUrl;
}
