import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelDeps } from './channel-deps.fixture';
import { download, type Download } from './download';

describe('a file from a vendor', () => {
  let server: Server;
  let origin: string;
  const seen: { path: string; authorization: string | undefined }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
      const [, kind, rest] = (request.url ?? '').split('/');
      if (kind === 'to') return void response.writeHead(302, { location: decodeURIComponent(rest ?? '') }).end();
      if (kind === 'status') return void response.writeHead(Number(rest)).end();
      if (kind === 'half') {
        response.writeHead(200, { 'content-length': '100' }).write('half');
        return void setImmediate(() => response.destroy());
      }
      response.writeHead(200, { 'content-type': 'image/png' }).end('a'.repeat(Number(rest)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const fetchFrom = (path: string, given: Partial<Download> = {}) =>
    download(channelDeps({}).deps, {
      vendor: 'Vendor',
      url: `${origin}${path}`,
      headers: { authorization: 'Bearer secret' },
      hosts: ['files.example'],
      origin,
      maxBytes: 1000,
      ...given,
    });

  it('comes whole, with its type', async () => {
    const { content, contentType } = await fetchFrom('/bytes/1000');
    expect([content.length, contentType]).toEqual([1000, 'image/png']);
  });

  it('is followed to where a redirect leads, without the credentials', async () => {
    seen.length = 0;
    await fetchFrom('/to/%2Fbytes%2F3');
    expect(seen).toEqual([
      { path: '/to/%2Fbytes%2F3', authorization: 'Bearer secret' },
      { path: '/bytes/3', authorization: undefined },
    ]);
  });

  it.each([
    ['/bytes/1001', 'rejected'],
    ['/to/http%3A%2F%2F169.254.169.254%2Flatest', 'rejected'],
    ['/to/%2Fto%2F%252Fto%252Fx', 'rejected'],
    ['/status/401', 'auth'],
    ['/status/404', 'not_found'],
    ['/status/429', 'rate_limited'],
    ['/status/503', 'unavailable'],
    ['/half/way', 'unavailable'],
  ])('%s ends as "%s"', async (path, code) => {
    await expect(fetchFrom(path)).rejects.toMatchObject({ code });
  });

  it.each([
    ['https://files.example/a', ['files.example'], true],
    ['https://files.example.evil.example/a', ['files.example', '.files.example'], false],
    ['https://a7.cdn.example/a', ['.cdn.example'], true],
    ['https://evilcdn.example/a', ['.cdn.example'], false],
    ['http://files.example/a', ['files.example'], false],
    ['https://files.example:8443/a', ['files.example'], false],
    ['https://user@files.example/a', ['files.example'], false],
  ])('%s from the hosts %j: %s', async (url, hosts, isAsked) => {
    const asked: string[] = [];
    const { deps } = channelDeps({
      fetch: async (address) => {
        asked.push(address);
        return new Response('a');
      },
    });
    const given = { vendor: 'Vendor', url, headers: {}, hosts, origin: null, maxBytes: 10 };
    await download(deps, given).catch(() => undefined);
    expect(asked).toEqual(isAsked ? [url] : []);
  });
});
