import { page } from './lists';
import { failed, refused, Unprocessable } from './refusals';
import type { Kept, Route, Webhook } from './wire.types';

const MOST_OF_A_TOPIC = 10;

/** Where it is told to call; a topic each. */
export function webhookRoutes(route: Route, { webhooks }: Kept, now: () => Date): void {
  route('get', '/webhooks', null, (request, reply) => {
    const found = page(webhooks, request.query as Record<string, string>);
    return found instanceof Unprocessable
      ? refused(reply, found)
      : { webhooks: found.rows, next_cursor: found.next_cursor };
  });

  route('post', '/webhooks', null, (request, reply) => {
    const { address, topic } = (request.body ?? {}) as Partial<Webhook>;
    if (!address || !URL.canParse(address)) return refused(reply, new Unprocessable({ address: ['is not valid'] }));
    if (!topic || !/^\w+\/\w+$/.test(topic)) return refused(reply, new Unprocessable({ topic: ['is not valid'] }));
    if (webhooks.filter((one) => one.topic === topic).length >= MOST_OF_A_TOPIC)
      return refused(reply, new Unprocessable({ topic: ['has too many webhooks'] }));
    const id = Math.max(0, ...webhooks.map((one) => one.id)) + 1;
    const webhook = { id, address, topic, created_at: now().toISOString() };
    webhooks.push(webhook);
    return reply.code(201).send({ webhook });
  });

  route('delete', '/webhooks/:id', null, (request, reply) => {
    const place = webhooks.findIndex((one) => one.id === Number((request.params as { id: string }).id));
    if (place < 0) return failed(reply, 404, 'Not Found');
    webhooks.splice(place, 1);
    return reply.code(204).send();
  });
}
