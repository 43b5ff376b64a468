import { ConnectorError, type ConnectorDeps } from '../port';

/** A vendor that has not answered by then is down for whoever waits on the screen. */
const ANSWER_LIMIT_MS = 10_000;
/** When a vendor says "slow down" without saying for how long. */
const DEFAULT_RETRY_MS = 5_000;

/** One request to a vendor; the answer of any status, or ConnectorError `unavailable` when none came. */
export async function ask(
  deps: Pick<ConnectorDeps, 'fetch'>,
  vendor: string,
  url: string,
  init: RequestInit,
): Promise<Response> {
  try {
    // A redirect would carry the credentials to a host nobody chose.
    return await deps.fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  } catch (cause) {
    // The house itself will not go to that address, today or tomorrow.
    if ((cause as { retryable?: unknown }).retryable === false) {
      throw new ConnectorError('rejected', `${vendor} is at an address that we do not call`, { cause });
    }
    throw new ConnectorError('unavailable', `${vendor} did not answer`, { cause });
  }
}

/** The JSON of an answer; an HTML error page or a broken body means the vendor is not itself. */
export async function readJson(vendor: string, response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ConnectorError('unavailable', `${vendor} sent an answer that we cannot read`, {
      vendorCode: String(response.status),
      cause,
    });
  }
}

/** What an HTTP status means, for vendors that use them as RFC 9110 does. Null: it is a success. */
export function refusalOf(vendor: string, response: Response, now: Date, vendorCode?: string): ConnectorError | null {
  const { status } = response;
  const told = { vendorCode: vendorCode ?? String(status) };
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return new ConnectorError('auth', `${vendor} refused our credentials`, told);
  if (status === 404) return new ConnectorError('not_found', `${vendor} knows nothing at this address`, told);
  if (status === 429) {
    const retryAfterMs = retryAfter(response.headers.get('retry-after'), now) ?? DEFAULT_RETRY_MS;
    return new ConnectorError('rate_limited', `${vendor} asked us to slow down`, { ...told, retryAfterMs });
  }
  if (status === 408 || status >= 500) return new ConnectorError('unavailable', `${vendor} is having trouble`, told);
  return new ConnectorError('rejected', `${vendor} rejected the request`, told);
}

/** Retry-After (RFC 9110, 10.2.3): seconds, which some vendors write as "2.0", or an HTTP date. */
function retryAfter(header: string | null, now: Date): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
