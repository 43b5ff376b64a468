import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChangeHook, HookRequest, Write } from '../../../port';
import { operation } from '../graphql/operation';
import type { ShopifyClient } from '../shopify.client';
import { hintsOf } from './hints';

const WEBHOOKS = operation('Webhooks');
const CREATE_WEBHOOK = operation('CreateWebhook');
const DELETE_WEBHOOK = operation('DeleteWebhook');

/** Returns are told by `RETURNS_*` alone; all else of an order comes with its own update. */
export const TOPICS = [
  'ORDERS_CREATE',
  'ORDERS_UPDATED',
  'ORDERS_CANCELLED',
  'FULFILLMENTS_CREATE',
  'FULFILLMENTS_UPDATE',
  'REFUNDS_CREATE',
  'RETURNS_REQUEST',
  'RETURNS_APPROVE',
  'RETURNS_DECLINE',
  'RETURNS_UPDATE',
  'RETURNS_CLOSE',
  'CUSTOMERS_CREATE',
  'CUSTOMERS_UPDATE',
  'PRODUCTS_CREATE',
  'PRODUCTS_UPDATE',
] as const;

interface Subscription {
  id: string;
  topic: string;
  uri: string;
}

/** A registration twice is no harm, and its own list tells whether it is there. */
const registration: Write = { key: 'register', beforeCommit: async () => undefined };

export function shopifyHook(client: ShopifyClient, secret: string, hookUrl: string): ChangeHook {
  const ours = async (): Promise<Subscription[]> => {
    type Found = { webhookSubscriptions: { nodes: Subscription[] } };
    const { webhookSubscriptions } = await client.run<Found>(WEBHOOKS, { uri: hookUrl });
    return webhookSubscriptions.nodes.filter(({ uri }) => uri === hookUrl);
  };

  return {
    verify: (request) => verified(request, secret),
    hints: hintsOf,
    answer: { status: 200 },
    async register() {
      const there = new Set((await ours()).map(({ topic }) => topic));
      for (const topic of TOPICS.filter((one) => !there.has(one))) {
        await client.change(CREATE_WEBHOOK, { topic, webhook: { uri: hookUrl, format: 'JSON' } }, registration);
      }
    },
    async unregister() {
      for (const { id } of await ours()) await client.change(DELETE_WEBHOOK, { id }, registration);
    },
  };
}

/** X-Shopify-Hmac-Sha256: base64 of HMAC-SHA256 over the body as it came, under the app's client secret. */
function verified({ headers, body }: HookRequest, secret: string): string | null {
  const given = Buffer.from(headers['x-shopify-hmac-sha256'] ?? '', 'base64');
  const right = createHmac('sha256', secret).update(body).digest();
  if (given.length === right.length && timingSafeEqual(given, right)) return null;
  return "The webhook is not signed with this app's client secret: look at the secret in the connection's settings";
}
