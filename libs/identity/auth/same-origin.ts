import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isWrite = (method: string): boolean => !SAFE_METHODS.has(method);

/**
 * Whether a browser sent this from one of our own pages. Browsers state it themselves (Fetch Metadata); older ones send
 * `Origin` with every write, which must name this host or the public address that a proxy serves us under.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = headers.origin;
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.host || (URL.canParse(publicUrl) && origin === new URL(publicUrl).origin);
}
