import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { WIDGET_DIR } from './paths';

/** "app-CwXWfJIB.js": its content's hash is in its name. */
const HASHED = /-[\w-]{8,}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
const LOADER = 'widget.js';

/** Scripts that shops' pages load from here; on any page, as they hold nothing that is secret. */
const OPEN: Record<string, string> = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** `/widget.js`, whose name never changes and which is asked for anew each time, and `/widget/*`, which never changes. */
export async function serveWidget(fastify: FastifyInstance, dir = WIDGET_DIR): Promise<void> {
  const isBuilt = existsSync(dir);
  await fastify.register(fastifyStatic, {
    root: isBuilt ? dir : __dirname,
    prefix: '/widget/',
    decorateReply: false,
    index: false,
    serve: isBuilt,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.headers({ ...OPEN, 'cache-control': HASHED.test(basename(path)) ? FOR_EVER : 'no-cache' });
    },
  });
  fastify.get(`/${LOADER}`, (_request, reply: FastifyReply) => {
    reply.headers({ ...OPEN, 'cache-control': 'no-cache' });
    return reply.sendFile(LOADER, dir, { cacheControl: false });
  });
}
