import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ConnectorError, type ConnectorDeps } from '../../port';
import { neverConnected } from '../../vendor/send-once';
import { refusalOf } from '../../vendor/vendor-http';
import { headerLines } from '../settings-check';
import type { McpCredentials } from './mcp.credentials';

export const ANSWER_MS = 15_000;
/** How long one look for news of the server lasts; the list of tools is asked anew all the same. */
const LISTEN_MS = 60_000;
const MOST_BYTES = 2 * 1024 * 1024;

export interface McpSession {
  client: Client;
  /** The answer of this moment's call broke off. */
  broken: AbortSignal;
  close(): Promise<void>;
}

/** Names the part of the work that could not be done because the line was dead before anything left. */
export const NEVER_LEFT = 'never_left';

/**
 * Begins a session. `listen`: with a line for news of the server, told to `onNews`. The library is loaded when the first
 * session begins: who has no such connection does not pay for it.
 */
export async function beginSession(
  { url, ...credentials }: McpCredentials,
  deps: ConnectorDeps,
  name: string,
  onNews: (() => void) | null,
): Promise<McpSession> {
  const [{ Client }, { StreamableHTTPClientTransport }, { ToolListChangedNotificationSchema }] = await Promise.all([
    import('@modelcontextprotocol/sdk/client/index.js'),
    import('@modelcontextprotocol/sdk/client/streamableHttp.js'),
    import('@modelcontextprotocol/sdk/types.js'),
  ]);
  const breaking = new AbortController();
  const transport = new StreamableHTTPClientTransport(new URL(deps.baseUrl ?? url), {
    requestInit: { headers: ownHeaders(credentials) },
    reconnectionOptions: {
      initialReconnectionDelay: 1_000,
      maxReconnectionDelay: 5_000,
      reconnectionDelayGrowFactor: 2,
      maxRetries: 1,
    },
    fetch: async (address, init) => {
      const listens = init?.method === 'GET';
      if (listens && !onNews) return new Response(null, { status: 405 });
      const response = await guarded(deps, name, String(address), init ?? {}, listens);
      return listens ? response : watched(response, (reason) => breaking.abort(reason));
    },
  });
  const client = new Client({ name: 'satchel', version: '0.1.0' }, { capabilities: {} });
  client.onerror = (error) => deps.log.debug({ reason: error.message }, 'an MCP session stumbled');
  if (onNews) client.setNotificationHandler(ToolListChangedNotificationSchema, () => onNews());
  const close = async (): Promise<void> => {
    await transport.terminateSession().catch(() => undefined);
    await client.close();
  };
  try {
    await client.connect(transport, { timeout: ANSWER_MS });
  } catch (error) {
    await client.close();
    throw asConnectorError(name, error);
  }
  return { client, broken: breaking.signal, close };
}

/** What went wrong, for callers of the port. */
export function asConnectorError(name: string, error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const { code, message = '' } = error as { code?: number; message?: string };
  const told = { vendorCode: code === undefined ? undefined : String(code), cause: error };
  // An HTTP status, or the code of a JSON-RPC error.
  if (code === 404) return new ConnectorError('not_found', `${name} knows no such session or address.`, told);
  const refused = typeof code === 'number' && ((code >= 300 && code < 500) || [-32600, -32601, -32602].includes(code));
  if (refused) return new ConnectorError('rejected', `${name} rejected the request: ${message.slice(0, 300)}`, told);
  return new ConnectorError('unavailable', `${name} did not answer as an MCP server does.`, told);
}

async function guarded(
  deps: ConnectorDeps,
  name: string,
  address: string,
  init: RequestInit,
  listens: boolean,
): Promise<Response> {
  let response: Response;
  try {
    response = await deps.fetch(address, {
      ...init,
      redirect: 'manual',
      timeoutMs: listens ? LISTEN_MS : ANSWER_MS,
      maxBytes: MOST_BYTES,
    });
  } catch (cause) {
    if ((cause as { retryable?: unknown }).retryable === false)
      throw new ConnectorError('rejected', `${name} is at an address that we do not call`, { cause });
    const vendorCode = neverConnected(cause) ? NEVER_LEFT : undefined;
    throw new ConnectorError('unavailable', `${name} did not answer`, { vendorCode, cause });
  }
  const { status } = response;
  if ([401, 403, 408, 429].includes(status) || status >= 500) {
    await response.body?.cancel();
    const refusal = refusalOf(name, response, deps.now());
    if (refusal?.code === 'auth')
      throw new ConnectorError('auth', `${name} refused our credentials: see "Token or key".`, {
        vendorCode: String(status),
      });
    if (refusal) throw refusal;
  }
  return response;
}

/** The same answer, which says when it breaks off. */
function watched(response: Response, onBroken: (reason: unknown) => void): Response {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (!reader) return response;
  // Whoever has its answer lets go of the stream while a read is under way.
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (left) return;
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (left) return;
        onBroken(error);
        controller.error(error);
      }
    },
    cancel: (reason) => {
      left = true;
      return reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function ownHeaders({ auth, secret = '', keyName, headers }: Omit<McpCredentials, 'url'>): Record<string, string> {
  const own = headerLines(headers).headers;
  if (auth === 'bearer') own.authorization = `Bearer ${secret}`;
  if (auth === 'header' && keyName) own[keyName.toLowerCase()] = secret;
  return own;
}
