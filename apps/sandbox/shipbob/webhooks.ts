import { randomBytes } from 'node:crypto';
import { failed } from './refusals';
import type { Kept, Route, Webhook } from './wire.types';

/** Where it is told to call; the secret is shown once. */
export function webhookRoutes(route: Route, { webhooks }: Kept, now: () => Date): void {
  route('get', '/webhook', 'webhooks_read', () => ({
    items: webhooks.map(({ secret: _, ...shown }) => shown),
    next: null,
    prev: null,
  }));

  route('post', '/webhook', 'webhooks_write', (request, reply) => {
    const { url, topics, secret } = (request.body ?? {}) as Partial<Webhook>;
    if (!url || !URL.canParse(url) || !topics?.length) return failed(reply, 422, 'url and topics are needed');
    const made = {
      id: `wh_${randomBytes(6).toString('hex')}`,
      url,
      topics,
      enabled: true,
      created_at: now().toISOString(),
      secret: secret ?? `whsec_${randomBytes(24).toString('base64')}`,
    };
    webhooks.push(made);
    return made;
  });

  route('delete', '/webhook/:id', 'webhooks_write', (request, reply) => {
    const place = webhooks.findIndex((one) => one.id === (request.params as { id: string }).id);
    if (place < 0) return reply.code(404).send();
    webhooks.splice(place, 1);
    return reply.code(204).send();
  });
}
