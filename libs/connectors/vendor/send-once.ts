import { ConnectorError, type BeforeCommit, type ConnectorDeps } from '../port';

/** A vendor's answer with its whole body: a body that breaks off is no answer. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** How long a vendor may take over something that must not happen twice. */
const ANSWER_LIMIT_MS = 15_000;
export const FILE_LIMIT_MS = 60_000;

/** The connection was never made, so nothing of ours has left. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  // The house itself will not go to that address.
  'address_refused',
]);

/**
 * One request that makes something happen at a vendor without a key of its own against doubles. `beforeCommit` is awaited
 * right before it leaves; from then on only an answer, or a connection that was never made, tells that nothing happened.
 */
export async function sendOnce(
  deps: ConnectorDeps,
  vendor: string,
  url: string,
  init: RequestInit,
  beforeCommit: BeforeCommit,
  timeoutMs = ANSWER_LIMIT_MS,
): Promise<Answer> {
  await beforeCommit();
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await deps.fetch(url, { ...init, redirect: 'manual', signal, timeoutMs });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    if (answer.status === 504) throw new Error('the vendor waited for itself in vain');
    return answer;
  } catch (cause) {
    const code = neverConnected(cause);
    if (code === 'address_refused') {
      throw new ConnectorError('rejected', `${vendor} is at an address that we do not call.`, { cause });
    }
    if (code) throw new ConnectorError('unavailable', `${vendor} cannot be reached.`, { vendorCode: code, cause });
    throw new ConnectorError('uncertain', `${vendor} took the message and never confirmed it.`, { cause });
  }
}

/** Why the connection was never made; null: it was, or nobody knows. */
export function neverConnected(error: unknown): string | null {
  let at = error as { code?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    if (typeof at.code === 'string' && NEVER_CONNECTED.has(at.code)) return at.code;
    at = at.cause as typeof at;
  }
  return null;
}
