import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Log } from '../log/log';
import { guardedLookup, isPublicAddress } from './address-guard';
import { HttpClient } from './http-client';

describe('the HTTP client', () => {
  const client = new HttpClient(new Log({ logLevel: 'silent' }));
  const servers: Server[] = [];
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterAll(async () => {
    await client.onApplicationShutdown();
    for (const server of servers) server.closeAllConnections();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  });

  it.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['192.168.0.1', false],
    ['172.16.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['224.0.0.1', false],
    ['198.18.0.1', false],
    ['::1', false],
    ['::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['93.184.215.14', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['::ffff:93.184.215.14', true],
  ])('knows whether %s is on the public Internet: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  it.each([
    'http://127.0.0.1:4999/',
    'http://[::1]:4999/',
    'http://localhost:4999/',
    'http://2130706433:4999/',
    'http://0x7f.1:4999/',
    'http://[::ffff:10.0.0.1]/',
  ])('refuses %s before a byte leaves', async (url) => {
    await expect(client.fetch(url)).rejects.toMatchObject({ code: 'address_refused', retryable: false });
  });

  it('refuses other schemes', async () => {
    await expect(client.fetch('file:///etc/passwd')).rejects.toMatchObject({ code: 'address_refused' });
  });

  it('connects to the address that it checked: the check sits in the look-up of the socket', async () => {
    const error = await new Promise((resolve) => guardedLookup('localhost', { all: true }, resolve));
    expect(error).toMatchObject({ code: 'address_refused' });
  });

  it('asks inside only when told so, and follows redirects without the credentials to another origin', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await serve((request, reply) => {
      seen.push(request.method, request.headers.authorization);
      reply.end('there');
    });
    const url = await serve((_request, reply) => reply.writeHead(303, { location: `${elsewhere}/x` }).end());
    const headers = { authorization: 'Bearer t' };
    const response = await client.fetch(url, { method: 'POST', body: 'b', headers, allowPrivate: true });
    expect([response.status, await response.text(), response.url]).toEqual([200, 'there', `${elsewhere}/x`]);
    expect(seen).toEqual(['GET', undefined]);
  });

  it('stops a chain of redirects, and hands one over when asked not to follow', async () => {
    const url = await serve((_request, reply) => reply.writeHead(302, { location: '/again' }).end());
    await expect(client.fetch(url, { allowPrivate: true })).rejects.toMatchObject({ code: 'too_many_redirects' });
    expect((await client.fetch(url, { allowPrivate: true, redirect: 'manual' })).status).toBe(302);
  });

  it('gives up after its time, also in the middle of a body', async () => {
    const silent = await serve(() => undefined);
    const asked = client.fetch(silent, { allowPrivate: true, timeoutMs: 60 });
    await expect(asked).rejects.toMatchObject({ code: 'timeout', retryable: true });
    const slow = await serve((_request, reply) => reply.writeHead(200).write('begin'));
    const response = await client.fetch(slow, { allowPrivate: true, timeoutMs: 150 });
    await expect(response.text()).rejects.toThrow();
  });

  it('says that nobody is there, as something to try again', async () => {
    await expect(client.fetch('http://127.0.0.1:4999/', { allowPrivate: true })).rejects.toMatchObject({
      code: 'unreachable',
      retryable: true,
      message: '127.0.0.1:4999 cannot be reached (ECONNREFUSED).',
    });
  });

  it('reads no more than allowed', async () => {
    const url = await serve((_request, reply) => reply.end('x'.repeat(10_000)));
    expect(await (await client.fetch(url, { allowPrivate: true, maxBytes: 10_000 })).text()).toHaveLength(10_000);
    const tooMuch = await client.fetch(url, { allowPrivate: true, maxBytes: 9_999 });
    await expect(tooMuch.text()).rejects.toMatchObject({ code: 'too_large' });
  });
});
