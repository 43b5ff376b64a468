import type { OperationTrialBody } from '@satchel/contracts';
import type { ConnectorFetch } from '../port';
import { fieldsIn, parsedJson } from '../vendor/loose';
import type { Cover } from './cover';

const BODY_CHARS = 64_000;

/** What left for a system and what status came back; the last request that was about the operation itself. */
export interface Recorded {
  request: OperationTrialBody['request'];
  status: number | null;
}

/** The house's own way out, which writes down what went through, secrets covered. */
export function recordingFetch(fetch: ConnectorFetch, cover: Cover): { fetch: ConnectorFetch; recorded: Recorded } {
  const recorded: Recorded = { request: null, status: null };
  const recording: ConnectorFetch = async (url, init) => {
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? init.body : null;
    if (!isOfTheOperation(method, body, new Headers(init?.headers))) return fetch(url, init);
    recorded.request = {
      method,
      url: cover.address(url),
      headers: Object.fromEntries(
        [...new Headers(init?.headers)].map(([name, value]) => [name, cover.header(name, value)]),
      ),
      body: body === null ? null : cover.text(body.slice(0, BODY_CHARS)),
    };
    recorded.status = null;
    const response = await fetch(url, init);
    recorded.status = response.status;
    return response;
  };
  return { fetch: recording, recorded };
}

/** MCP says hello, asks for the list, listens and says goodbye around the call that is meant. */
function isOfTheOperation(method: string, body: string | null, headers: Headers): boolean {
  const { jsonrpc, method: called } = fieldsIn(parsedJson(body ?? ''));
  if (jsonrpc === '2.0') return called === 'tools/call';
  return !headers.has('mcp-session-id') && !(method === 'GET' && headers.get('accept') === 'text/event-stream');
}
