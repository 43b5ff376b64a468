import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Mailboxes } from '../mail/mailboxes';
import type { World } from '../seed/world';
import { pageCss } from './page-style';
import { pageHtml } from './page';
import { actionsJs } from './page-actions';
import { viewsJs } from './page-views';
import { personaList, strangerFacts } from './personas';

/** Everything comes from here: no inline code, no other host. */
export const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
const HEARTBEAT_MS = 20_000;

export function sendPage(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply.header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-cache').type(type).send(text);
}

export function deskRoutes(
  app: FastifyInstance,
  { world, mailboxes, support }: { world: World; mailboxes: Mailboxes; support: string },
): void {
  app.get('/', async (_request, reply) => reply.redirect('/desk'));
  app.get('/desk', async (_request, reply) => sendPage(reply, 'text/html; charset=utf-8', pageHtml));
  app.get('/desk/desk.css', async (_request, reply) => sendPage(reply, 'text/css; charset=utf-8', pageCss));
  app.get('/desk/desk.js', async (_request, reply) =>
    sendPage(reply, 'text/javascript; charset=utf-8', `'use strict';\n(() => {\n${viewsJs}\n${actionsJs}\n})();\n`),
  );

  app.get('/desk/people', async () => ({ support, people: personaList(world), boxes: mailboxes.counts() }));
  app.get('/desk/people/:address', async (request) =>
    strangerFacts(world, (request.params as { address: string }).address),
  );

  /** Server-sent events: the address whose mailbox changed, and the counts of all. */
  app.get('/desk/events', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' });
    raw.write('retry: 1000\n\n');
    const tell = (address: string) =>
      raw.write(`event: mail\ndata: ${JSON.stringify({ address, boxes: mailboxes.counts() })}\n\n`);
    const beat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    mailboxes.changes.on('change', tell);
    request.raw.on('close', () => {
      clearInterval(beat);
      mailboxes.changes.off('change', tell);
    });
  });
}
