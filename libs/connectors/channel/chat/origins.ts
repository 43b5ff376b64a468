import { ConnectorError } from '../../port';

/** "https://shop.example", "http://localhost:3001", "https://*.shop.example". */
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

/** Whether an origin is on the list; an empty list allows any. Throws ConnectorError for an entry that is no origin. */
export function originList(typed: string | undefined): (origin: string) => boolean {
  const entries = (typed ?? '')
    .split(/[\s,]+/)
    .map((entry) => entry.toLowerCase().replace(/\/+$/, ''))
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    if (!ORIGIN.test(entry))
      throw new ConnectorError('rejected', `"${entry}" is no site: write it as https://shop.example`);
  }
  if (entries.length === 0) return () => true;
  const exact = new Set(entries.filter((entry) => !entry.includes('*')));
  const below = entries.filter((entry) => entry.includes('*')).map((entry) => entry.split('*') as [string, string]);
  return (origin) => {
    const asked = origin.toLowerCase();
    // "https://" and ".shop.example": what stands between them may hold no "/" or "@" that would end the host early.
    const isBelow = ([scheme, host]: [string, string]): boolean =>
      asked.startsWith(scheme) &&
      asked.endsWith(host) &&
      /^[a-z0-9.-]+$/.test(asked.slice(scheme.length, -host.length));
    return exact.has(asked) || below.some(isBelow);
  };
}
