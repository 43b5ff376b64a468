import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChangeHook, ConnectorDeps, Hint, HookRequest } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import type { RechargeClient } from './recharge.client';

/** Recharge repeats what we did not take for two days. */
const WINDOW_MS = 48 * 60 * 60_000;
const TOPICS = [
  ...['created', 'updated', 'activated', 'cancelled', 'skipped', 'unskipped', 'swapped', 'deleted'].map(
    (what) => `subscription/${what}`,
  ),
  'charge/paid',
  'charge/failed',
];

export function rechargeHook(client: RechargeClient, clientSecret: string, deps: ConnectorDeps): ChangeHook {
  const ours = async () => (await client.list('webhooks', {})).filter((one) => textIn(one.address) === deps.hookUrl);
  return {
    verify: (request) => {
      const signed = request.headers['x-recharge-webhook-signature'];
      return signed === undefined
        ? legacyProblem(request, clientSecret)
        : problemOf(signed, request.body, clientSecret, deps.now());
    },
    hints: ({ body }) => hintsIn(fieldsIn(parsedJson(body))),
    answer: { status: 200 },
    async register() {
      const known = new Set((await ours()).map((one) => textIn(one.topic)));
      for (const topic of TOPICS) {
        if (!known.has(topic)) await client.call('POST', '/webhooks', { address: deps.hookUrl, topic });
      }
    },
    async unregister() {
      for (const { id } of await ours()) await client.call('DELETE', `/webhooks/${textIn(id)}`);
    },
  };
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over "<t>.<body>" with the client secret. */
function problemOf(signed: string, body: Buffer, secret: string, now: Date): string | null {
  const parts = new Map(signed.split(',').map((part) => part.trim().split('=', 2) as [string, string]));
  const seconds = parts.get('t') ?? '';
  if (!/^\d{9,11}$/.test(seconds)) return 'The signature names no time.';
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  if (!same(parts.get('v1') ?? '', expected))
    return 'The signature was not made with the API client secret of this connection.';
  return Math.abs(now.getTime() - Number(seconds) * 1000) > WINDOW_MS ? 'The call is more than two days old.' : null;
}

/** Called HMAC, and plain SHA-256 over the secret and the body. */
function legacyProblem({ headers, body }: HookRequest, secret: string): string | null {
  const expected = createHash('sha256').update(secret).update(body).digest('hex');
  const given = headers['x-recharge-hmac-sha256'];
  if (!given) return 'The call is not signed.';
  return same(given, expected) ? null : 'The signature was not made with the API client secret of this connection.';
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given.toLowerCase()), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function hintsIn({ subscription, charge }: Record<string, unknown>): Hint[] {
  const ids = [
    textIn(fieldsIn(subscription).id),
    ...listIn(fieldsIn(charge).line_items).map((line) => textIn(fieldsIn(line).purchase_item_id)),
  ];
  return [...new Set(ids)]
    .filter((id) => /^[1-9]\d{0,17}$/.test(id))
    .map((externalId) => ({ resource: 'subscription', externalId }));
}
