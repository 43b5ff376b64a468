import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { ValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONSOLE_DIR } from './paths';
import { refuse } from './validation';
import { serveWidget } from './widget-files';

const JSON_LIMIT = 1024 * 1024;
const UPLOAD_LIMIT = 25 * 1024 * 1024;

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // Mantine sets style attributes; scripts come from our own files alone. Pictures of mails load only when asked for.
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; connect-src 'self' ws: wss:; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
};

export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    // Whoever comes from outside could write any address into X-Forwarded-For; a proxy beside us is believed.
    trustProxy: 'loopback, linklocal, uniquelocal',
  });
}

/** What every request passes, whichever room answers it. */
export async function dressHttp(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
    done();
  });
  await app.register(fastifyMultipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1 } });
  const assets = join(CONSOLE_DIR, 'assets');
  await app.register(fastifyStatic as never, {
    root: existsSync(assets) ? assets : __dirname,
    prefix: '/assets/',
    // Names carry their content's hash.
    maxAge: '1y',
    immutable: true,
    index: false,
    serve: existsSync(assets),
  });
  await serveWidget(fastify);
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: refuse }),
  );
  app.useWebSocketAdapter(new IoAdapter(app));
}
