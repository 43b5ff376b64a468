import { ConnectorError, type ConnectorDeps } from '../port';

const TIME_LIMIT_MS = 60_000;
const MAX_HOPS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface Download {
  vendor: string;
  url: string;
  /** Sent to the first host only: what a redirect leads to is another's. */
  headers: Record<string, string>;
  /** Hosts that a file may come from (https), besides `origin`; one with a leading dot stands for all below it. */
  hosts: readonly string[];
  /** Where the vendor answers instead of its own host; http is fine there. */
  origin: string | null;
  maxBytes: number;
}

/** A file from a vendor, whose address came in a message and is therefore not believed. */
export async function download(
  deps: ConnectorDeps,
  given: Download,
): Promise<{ content: Buffer; contentType: string | null }> {
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  let url = allowed(given, given.url, undefined);
  let headers = given.headers;
  for (let hops = 0; hops <= MAX_HOPS; hops += 1) {
    const response = await deps
      .fetch(url.href, { headers, redirect: 'manual', signal, timeoutMs: TIME_LIMIT_MS, maxBytes: given.maxBytes })
      .catch((cause: unknown) => {
        throw new ConnectorError('unavailable', `${given.vendor} did not hand out the file.`, { cause });
      });
    if (!REDIRECTS.includes(response.status)) return take(given, response);
    await response.body?.cancel();
    url = allowed(given, response.headers.get('location') ?? '', url.href);
    headers = {};
  }
  throw new ConnectorError('rejected', `${given.vendor} sent us from one address to the next for a file.`);
}

function allowed({ vendor, hosts, origin }: Download, address: string, base: string | undefined): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  const known = url?.origin === origin || (url?.protocol === 'https:' && hosts.some((host) => isAt(url.host, host)));
  if (!url || !known || url.username || url.password) {
    throw new ConnectorError('rejected', `The file lies at an address that is not ${vendor}'s.`);
  }
  return url;
}

const isAt = (host: string, known: string): boolean => (known.startsWith('.') ? host.endsWith(known) : host === known);

async function take({ vendor, maxBytes }: Download, response: Response) {
  const { status } = response;
  const told = { vendorCode: String(status) };
  if (status === 401 || status === 403) throw new ConnectorError('auth', `${vendor} refused our credentials.`, told);
  if (status === 404 || status === 410)
    throw new ConnectorError('not_found', `${vendor} no longer has the file.`, told);
  if (status === 429) throw new ConnectorError('rate_limited', `${vendor} asked us to slow down.`, told);
  if (status >= 500) throw new ConnectorError('unavailable', `${vendor} is having trouble.`, told);
  if (!response.ok) throw new ConnectorError('rejected', `${vendor} does not hand out the file.`, told);
  return { content: await bounded(vendor, response, maxBytes), contentType: response.headers.get('content-type') };
}

async function bounded(vendor: string, response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let seen = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      seen += chunk.byteLength;
      if (seen > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    // The house's own HTTP client may have counted as well.
    if ((cause as { code?: unknown }).code !== 'too_large') {
      throw new ConnectorError('unavailable', `${vendor} stopped in the middle of the file.`, { cause });
    }
    seen = Infinity;
  }
  if (seen > maxBytes) {
    throw new ConnectorError('rejected', `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
  }
  return Buffer.concat(chunks);
}
