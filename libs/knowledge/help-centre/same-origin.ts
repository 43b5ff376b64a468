import type { IncomingHttpHeaders } from 'node:http';

/** Whether a browser sent this form from one of our own pages; a page of somebody else cannot make it seem so. */
export function isOwnForm(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === headers.host;
}
