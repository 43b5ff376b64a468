import type { FastifyInstance } from 'fastify';
import { PHONE_NUMBER_ID } from './account';
import { graphError, refuse, unknownObject } from './graph-error';
import { sendOut } from './outbound';
import type { MetaParts } from './parts';
import { understand, type SendBody } from './understand';

/** The WhatsApp line: sends, and tells the customer's phone that a message was read. */
export function messageRoutes(scope: FastifyInstance, parts: MetaParts): void {
  const { phones, settings } = parts;

  scope.post('/meta/:version/:id/messages', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (id !== PHONE_NUMBER_ID) return refuse(reply, unknownObject(id));
    const body = (request.body ?? {}) as SendBody;
    if (body.status !== undefined) {
      const message = phones.find(body.message_id ?? '');
      if (body.status !== 'read' || message?.direction !== 'in')
        return refuse(reply, graphError(100, 'Invalid parameter', 'message_id is of a received message'));
      phones.progress(message, 'read');
      if (body.typing_indicator) phones.storeTypes(message.customer, 'whatsapp', message.id);
      return { success: true };
    }
    const taken = understand(parts, body);
    if ('code' in taken) return refuse(reply, taken);
    const key = { network: 'whatsapp' as const, via: 'meta' as const, customer: taken.to };
    if (settings.outsideWindow === 'answer' && !taken.template && !phones.windowUntil(key))
      return refuse(
        reply,
        graphError(131047, 'Re-engagement message', 'More than 24 hours have passed since the customer last replied.'),
      );
    return {
      messaging_product: 'whatsapp',
      contacts: [{ input: body.to, wa_id: taken.to.slice(1) }],
      messages: [{ id: sendOut(parts, taken), ...(taken.template ? { message_status: 'accepted' } : {}) }],
    };
  });
}
