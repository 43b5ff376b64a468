import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Mailboxes } from '../mail/mailboxes';
import type { PhoneParts } from '../phone/phone.routes';
import type { Network } from '../phone/phone.types';
import type { World } from '../seed/world';
import { pageCss } from './page-style';
import { pageHtml } from './page';
import { actionsJs } from './page-actions';
import { callsJs } from './page-calls';
import { viewsJs } from './page-views';
import { personaList, strangerFacts } from './personas';
import { contactsOf, threadsOf, unreadCounts } from './phone-facts';
import { phoneActionsJs } from './phone-actions';
import { phoneCss } from './phone-style';
import { phoneViewsJs } from './phone-views';

/** Everything comes from here: no inline code, no other host. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
const HEARTBEAT_MS = 20_000;

export function sendPage(reply: FastifyReply, type: string, text: string, policy = PAGE_POLICY): FastifyReply {
  return reply.header('content-security-policy', policy).header('cache-control', 'no-cache').type(type).send(text);
}

export function deskRoutes(
  app: FastifyInstance,
  { world, mailboxes, support, phone }: { world: World; mailboxes: Mailboxes; support: string; phone: PhoneParts },
): void {
  app.get('/', async (_request, reply) => reply.redirect('/desk'));
  app.get('/desk', async (_request, reply) => sendPage(reply, 'text/html; charset=utf-8', pageHtml));
  app.get('/desk/desk.css', async (_request, reply) => sendPage(reply, 'text/css; charset=utf-8', pageCss + phoneCss));
  app.get('/desk/desk.js', async (_request, reply) =>
    sendPage(
      reply,
      'text/javascript; charset=utf-8',
      `'use strict';\n(() => {\n${[viewsJs, callsJs, phoneViewsJs, phoneActionsJs, actionsJs].join('\n')}\n})();\n`,
    ),
  );

  app.get('/desk/people', async () => ({
    support,
    people: personaList(world),
    boxes: mailboxes.counts(),
    unread: unreadCounts(phone),
  }));
  app.get('/desk/people/:address', async (request) =>
    strangerFacts(world, (request.params as { address: string }).address),
  );

  app.get('/desk/people/:address/phone', async (request) => ({
    threads: threadsOf(phone, contactsOf(world, (request.params as { address: string }).address)),
  }));

  /** Server-sent events: whose mailbox or phone changed with the counts of all, and where the store is typing. */
  app.get('/desk/events', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' });
    raw.write('retry: 1000\n\n');
    const tell = (address: string) =>
      raw.write(`event: mail\ndata: ${JSON.stringify({ address, boxes: mailboxes.counts() })}\n\n`);
    const beat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    const tellPhone = (customer: string) =>
      raw.write(`event: phone\ndata: ${JSON.stringify({ customer, unread: unreadCounts(phone) })}\n\n`);
    const tellTyping = (customer: string, network: Network, ms: number) =>
      raw.write(`event: typing\ndata: ${JSON.stringify({ customer, network, ms })}\n\n`);
    mailboxes.changes.on('change', tell);
    phone.phones.changes.on('change', tellPhone).on('typing', tellTyping);
    request.raw.on('close', () => {
      clearInterval(beat);
      mailboxes.changes.off('change', tell);
      phone.phones.changes.off('change', tellPhone).off('typing', tellTyping);
    });
  });
}
