import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpClient, type Log } from '@satchel/kernel';
import type { ConnectorDeps, CustomAdapter } from '../port';
import { failureOf } from '../vendor/conformance-deps';
import { clubOperations } from './http/club.fixture';
import { customHttp } from './http/http.connector';
import { customMcp } from './mcp/mcp.connector';

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** Each way to a system, at an address that somebody typed. */
const ways: [string, (address: string, deps: ConnectorDeps) => CustomAdapter][] = [
  ['HTTP', (baseUrl, deps) => customHttp.connect({ baseUrl, operations: clubOperations }, deps)],
  ['MCP', (url, deps) => customMcp.connect({ url }, deps)],
];

describe.each(ways)('a system behind %s', (way, connect) => {
  const http = new HttpClient(log as unknown as Log);
  const open: Server[] = [];
  let asked = 0;

  /** A server on this machine, which nobody outside should reach through us. */
  async function inside(answer: RequestListener): Promise<string> {
    const server = createServer((request, response) => {
      asked += 1;
      answer(request, response);
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const deps = (fetch: ConnectorDeps['fetch'], baseUrl: string | null = null): ConnectorDeps => ({
    ...{ fetch, log, now: () => new Date(), sign: () => '', baseUrl, address: null, hookUrl: '' },
    keep: async () => undefined,
  });
  const guarded: ConnectorDeps['fetch'] = (url, init) => http.fetch(url, init);
  const ask = (adapter: CustomAdapter) =>
    way === 'HTTP' ? adapter.read('find_member', { email: 'a@example.com' }) : adapter.operations();
  /** As the sandbox is reached: this host alone may be a private one. */
  const atHome = (address: string, most: { timeoutMs?: number } = {}) =>
    connect(
      'https://system.example',
      deps((url, init) => http.fetch(url, { ...init, ...most, allowPrivate: url.startsWith(address) }), address),
    );

  beforeEach(() => void (asked = 0));
  afterAll(async () => {
    for (const server of open) server.closeAllConnections();
    await Promise.all(open.map((server) => new Promise((done) => server.close(done))));
    await http.onApplicationShutdown();
  });

  it.each([
    ['a loopback address', (port: string) => `http://127.0.0.1:${port}`],
    ['its short form', (port: string) => `http://127.1:${port}`],
    ['it as a number', (port: string) => `http://2130706433:${port}`],
    ['a name that leads to it', (port: string) => `http://localhost:${port}`],
    ['its IPv6 form', (port: string) => `http://[::1]:${port}`],
    ['an IPv4 address in IPv6', (port: string) => `http://[::ffff:127.0.0.1]:${port}`],
    ['an IPv4 address in NAT64', (port: string) => `http://[64:ff9b::7f00:1]:${port}`],
    ['a local IPv6 address', () => 'http://[fe80::1]'],
    ['a private IPv6 address', () => 'http://[fd00::1]'],
    ['a private address', () => 'http://10.0.0.1'],
    ["a cloud's metadata", () => 'http://169.254.169.254/latest'],
  ])('is never asked at %s', async (_, address) => {
    const { port } = new URL(await inside((_request, response) => response.end('{}')));
    const { error } = await failureOf(() => ask(connect(address(port), deps(guarded))));
    expect(error).toMatchObject({ name: 'ConnectorError', code: 'rejected', retryable: false });
    expect(asked).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('is not followed elsewhere by a %d', async (status) => {
    let reached = 0;
    const secret = await inside((_request, response) => {
      reached += 1;
      response.end('{"secret":"of the house"}');
    });
    const front = await inside((_request, response) => {
      response.writeHead(status, { location: `${secret}/latest` }).end();
    });
    const { error, text } = await failureOf(() => ask(atHome(front)));
    expect(error).toMatchObject({ name: 'ConnectorError', retryable: false });
    expect(reached).toBe(0);
    expect(text).not.toContain('of the house');
  });

  it('is cut off when its answer never ends', async () => {
    const endless = await inside((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write('"'.padEnd(64 * 1024, 'x')));
      };
      response.on('drain', more);
      more();
    });
    const { error } = await failureOf(() => ask(atHome(endless)));
    expect(error).toMatchObject({ name: 'ConnectorError' });
  });

  it('is left when it does not answer in its time', async () => {
    const silent = await inside(() => undefined);
    const { error } = await failureOf(() => ask(atHome(silent, { timeoutMs: 200 })));
    expect(error).toMatchObject({ name: 'ConnectorError', code: 'unavailable', retryable: true });
  });
});
