import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveWidget } from './widget-files';

describe('the scripts for the pages of shops', () => {
  let dir: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'satchel-widget-'));
    await writeFile(join(dir, 'widget.js'), 'loader');
    await writeFile(join(dir, 'app-CwXWfJIB.js'), 'app');
    server = fastify();
    await server.register(fastifyStatic, { root: dir, prefix: '/assets/', serve: false });
    await serveWidget(server, dir);
  });
  afterAll(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });

  it('begin with a loader that any page may load, and that is never stale', async () => {
    const first = await server.inject({ url: '/widget.js', headers: { origin: 'https://shop.example' } });
    expect([first.statusCode, first.body]).toEqual([200, 'loader']);
    expect(first.headers).toMatchObject({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
    expect(first.headers['content-type']).toContain('javascript');
    const etag = String(first.headers.etag);
    expect((await server.inject({ url: '/widget.js', headers: { 'if-none-match': etag } })).statusCode).toBe(304);
  });

  it('go on with files that are kept for ever', async () => {
    const { headers, body } = await server.inject('/widget/app-CwXWfJIB.js');
    expect(body).toBe('app');
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect((await server.inject('/widget/widget.js')).headers['cache-control']).toBe('no-cache');
  });

  it('are nothing else of the disk', async () => {
    for (const path of ['/widget/', '/widget/..%2f..%2fetc%2fpasswd', '/widget/app-none.js'])
      expect((await server.inject(path)).statusCode).toBeGreaterThanOrEqual(400);
  });
});
