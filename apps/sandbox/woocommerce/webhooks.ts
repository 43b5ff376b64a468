import type { Endpoint } from './endpoint.types';
import type { Pusher } from './push';
import type { ShopState, Webhook } from './state';
import { gmt, Refusal, siteTime, text, type Fields } from './wire';

const TOPIC = /^(order|customer|product|coupon)\.(created|updated|deleted|restored)$/;

/** The secret is told to nobody. */
function webhookView({ id, name, status, topic, deliveryUrl, at }: Webhook): Fields {
  const [resource, event] = topic.split('.');
  return {
    id,
    name,
    status,
    topic,
    resource,
    event,
    hooks: [],
    delivery_url: deliveryUrl,
    date_created: siteTime(at),
    date_created_gmt: gmt(at),
    date_modified: siteTime(at),
    date_modified_gmt: gmt(at),
  };
}

export function webhookEndpoints(state: ShopState, pusher: Pusher, now: () => Date): Endpoint[] {
  const hookOf = (id: number | undefined): Webhook => {
    const hook = state.webhooks.find((one) => one.id === id);
    if (!hook) throw new Refusal(404, 'woocommerce_rest_shop_webhook_invalid_id', 'Invalid ID.');
    return hook;
  };
  const endpoints: Endpoint[] = [
    {
      method: 'GET',
      path: 'webhooks',
      answer: ({ query }) => {
        const size = Number(query.per_page ?? 10);
        const start = (Number(query.page ?? 1) - 1) * size;
        return {
          rows: state.webhooks.slice(start, start + size).map(webhookView),
          headers: { 'x-wp-total': String(state.webhooks.length) },
        };
      },
    },
    { method: 'POST', path: 'webhooks/batch', answer: () => ({}) },
    {
      method: 'POST',
      path: 'webhooks',
      answer: ({ body }) => {
        const [topic, deliveryUrl] = [text(body.topic), text(body.delivery_url)];
        if (!TOPIC.test(topic))
          throw new Refusal(400, 'woocommerce_rest_shop_webhook_invalid_topic', 'Webhook topic must be valid.');
        if (!URL.canParse(deliveryUrl))
          throw new Refusal(
            400,
            'woocommerce_rest_shop_webhook_invalid_delivery_url',
            'Webhook delivery URL must be valid.',
          );
        const secret = text(body.secret) || 'made-up';
        const status = text(body.status) || 'active';
        const hook = { id: state.id(), name: text(body.name), status, topic, deliveryUrl, secret, at: now() };
        state.webhooks.push(hook);
        pusher.ping(hook);
        return { created: webhookView(hook) };
      },
    },
    {
      method: 'PUT',
      path: 'webhooks/:id',
      answer: ({ ids, body }) => {
        const hook = hookOf(ids[0]);
        hook.name = text(body.name) || hook.name;
        hook.status = text(body.status) || hook.status;
        hook.deliveryUrl = text(body.delivery_url) || hook.deliveryUrl;
        hook.secret = text(body.secret) || hook.secret;
        return webhookView(hook);
      },
    },
    {
      method: 'DELETE',
      path: 'webhooks/:id',
      answer: ({ ids, query }) => {
        if (query.force !== 'true')
          throw new Refusal(501, 'woocommerce_rest_trash_not_supported', 'Webhooks do not support trashing.');
        const hook = hookOf(ids[0]);
        state.webhooks = state.webhooks.filter((one) => one !== hook);
        return webhookView(hook);
      },
    },
  ];
  return endpoints.map((one) => ({ ...one, managers: true }));
}
