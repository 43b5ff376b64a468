import { Webhook } from 'standardwebhooks';
import type { ChangeHook, ConnectorDeps, Hint, HookRequest } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import type { ShipBobClient } from './shipbob.client';
import type { ShipBobCredentials } from './shipbob.credentials';

const TOPICS = [
  'order.shipped',
  'order.shipment.delivered',
  'order.shipment.exception',
  'order.shipment.on_hold',
  'order.shipment.cancelled',
];

/** Standard Webhooks, with a secret that we name when we register, or one of a webhook made by hand. */
export function shipBobHook(client: ShipBobClient, credentials: ShipBobCredentials, deps: ConnectorDeps): ChangeHook {
  const named = `whsec_${Buffer.from(deps.sign('shipbob hook', deps.hookUrl), 'hex').toString('base64')}`;
  const secrets = [credentials.webhookSecret, named].filter(
    (one): one is string => (one?.length ?? 0) > 'whsec_'.length,
  );
  const ours = async () => {
    const answer = fieldsIn(await client.get('/webhook', { RecordsPerPage: '250' }));
    return listIn(answer.items)
      .map(fieldsIn)
      .filter((one) => textIn(one.url) === deps.hookUrl);
  };
  return {
    verify: (request) => problemOf(request, secrets),
    hints: ({ headers, body }) => hintsIn(headers['x-webhook-topic'] ?? '', fieldsIn(parsedJson(body))),
    answer: { status: 200 },
    async register() {
      const known = await ours();
      const good = known.some((one) => {
        const topics = listIn(one.topics);
        return one.enabled !== false && TOPICS.every((topic) => topics.includes(topic));
      });
      if (good) return;
      for (const { id } of known) await client.call('DELETE', `/webhook/${encodeURIComponent(textIn(id))}`);
      const made = await client.call('POST', '/webhook', { url: deps.hookUrl, topics: TOPICS, secret: named });
      const secret = textIn(made.secret);
      // Where ShipBob names its own instead, that one counts.
      if (secret && secret !== named) await deps.keep({ webhookSecret: secret });
    },
    async unregister() {
      for (const { id } of await ours()) await client.call('DELETE', `/webhook/${encodeURIComponent(textIn(id))}`);
    },
  };
}

function problemOf({ headers, body }: HookRequest, secrets: string[]): string | null {
  let reason = 'no secret is known';
  for (const secret of secrets) {
    try {
      new Webhook(secret).verify(body, headers, { jsonParse: false });
      return null;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  return `The call is not signed with the secret of this connection's webhook: ${reason}.`;
}

/** Payloads look like the resource they are about: a shipment names its order, an order is one. */
function hintsIn(topic: string, body: Record<string, unknown>): Hint[] {
  if (!topic.startsWith('order.')) return [];
  const data = 'data' in body ? fieldsIn(body.data) : body;
  const externalId = textIn(data.order_id) || ('shipments' in data ? textIn(data.id) : '');
  return /^[1-9]\d{0,17}$/.test(externalId) ? [{ resource: 'order', externalId }] : [];
}
