import { createHmac } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import type { ConnectorDeps } from '../port';

export const HOOK_URL = 'https://desk.fernhill.example/hooks/1';

/** What a channel gets from the house, over real HTTP, with what it told the log and what it asked for. */
export function channelDeps(given: Partial<ConnectorDeps>): {
  deps: ConnectorDeps;
  warnings: object[];
  asked: AskedRequest[];
} {
  const warnings: object[] = [];
  const asked: AskedRequest[] = [];
  const deps: ConnectorDeps = {
    fetch: async (url, init = {}) => {
      const body = init.body ? Buffer.from(init.body as string | Buffer).toString() : null;
      asked.push({ url, method: init.method ?? 'GET', headers: new Headers(init.headers), body });
      return fetch(url, init);
    },
    log: { debug: () => undefined, info: () => undefined, warn: (fields) => void warnings.push(fields) },
    now: () => new Date(),
    sign: (purpose, text) => createHmac('sha256', `test ${purpose}`).update(text).digest('hex'),
    baseUrl: null,
    address: null,
    hookUrl: HOOK_URL,
    keep: async () => undefined,
    ...given,
  };
  return { deps, warnings, asked };
}

export interface AskedRequest {
  url: string;
  method: string;
  headers: Headers;
  body: string | null;
}

/** An address where nobody answers. */
export async function nobodysUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
