import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACCOUNT, API_VERSION } from './account';
import { notFound, refuse, twilioError } from './errors';
import { formOf } from './guard';
import { messageUri, messageView, type TwilioMessage } from './messages';
import { sendOut } from './outbound';
import { page } from './paging';
import type { TwilioParts } from './parts';
import { sendRefusal } from './refusals';

const LIST = `/twilio/${API_VERSION}/Accounts/:account/Messages.json`;
const ONE = `/twilio/${API_VERSION}/Accounts/:account/Messages/:sid.json`;

export function messageRoutes(scope: FastifyInstance, parts: TwilioParts): void {
  const { messages } = parts;

  scope.post(LIST, async (request, reply) => {
    const form = formOf(request);
    const refusal = sendRefusal(form, parts.phones, parts.contents);
    if (refusal) return refuse(reply, refusal);
    return reply.code(201).send(messageView(sendOut(parts, form)));
  });

  scope.get(LIST, async (request) => {
    const query = request.query as Record<string, string>;
    const found = messages.list({
      to: query.To,
      from: query.From,
      sentOn: query.DateSent,
      sentAfter: query['DateSent>'],
      sentBefore: query['DateSent<'],
    });
    const { rows, links } = page(found, `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages.json`, query);
    return { ...links, messages: rows.map(messageView) };
  });

  const one =
    (work: (message: TwilioMessage, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { sid } = request.params as { sid: string };
      const message = messages.find(sid);
      return message ? work(message, request, reply) : refuse(reply, notFound(`${messageUri(sid)}.json`));
    };

  scope.get(
    ONE,
    one((message) => messageView(message)),
  );

  scope.post(
    ONE,
    one((message, request, reply) => {
      const form = formOf(request);
      if (form.get('Status') === 'canceled') {
        if (message.status !== 'scheduled')
          return refuse(reply, twilioError(30409, 'Message is not in a cancelable state', 409));
        message.status = 'canceled';
      }
      if (form.has('Body')) {
        if (form.get('Body') !== '') return refuse(reply, twilioError(20001, 'Body may only be redacted'));
        message.body = '';
      }
      message.updatedAt = parts.now();
      return messageView(message);
    }),
  );

  scope.delete(
    ONE,
    one((message, _request, reply) => {
      if (message.status === 'queued')
        return refuse(reply, twilioError(20009, 'Resource not complete, cannot delete', 409));
      messages.remove(message.sid);
      return reply.code(204).send();
    }),
  );
}
