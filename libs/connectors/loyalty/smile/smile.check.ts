import { ConnectorError, type Verdict } from '../../port';
import type { SmileClient } from './smile.client';

/** Reads by what they are for, with the scope that an app's key needs for each. */
const READS = [
  { capability: 'members', path: '/customers', query: { limit: 1 }, scope: 'customer:read' },
  { capability: 'history', path: '/points_transactions', query: { limit: 1 }, scope: 'points_transaction:read' },
  { capability: 'rewards', path: '/points_products', query: { page_size: 1 }, scope: 'points_product:read' },
  { capability: 'redemptions', path: '/reward_fulfillments', query: { limit: 1 }, scope: 'reward_fulfillment:read' },
  { capability: 'tiers', path: '/vip_tiers', query: {}, scope: 'vip_tier:read' },
  { capability: 'label', path: '/points_settings', query: {}, scope: 'points_settings:read' },
] as const;

/** Nobody has the number 0, and no points move: these calls show whether they are allowed, and nothing else. */
const WRITES = [
  {
    capability: 'grant',
    path: '/points_transactions',
    body: { points_transaction: { customer_id: 0, points_change: 0, description: 'Connection check' } },
    scope: 'points_transaction:write',
  },
  {
    capability: 'redeem',
    path: '/points_products/0/purchase',
    body: { customer_id: 0 },
    scope: 'points_purchase:write',
  },
] as const;

/** Tries each part once; throws `auth` when the key opens nothing. */
export async function checkSmile(client: SmileClient): Promise<Verdict> {
  const verdict: Verdict = { can: [], cannot: [], account: null };
  let refused: ConnectorError | null = null;
  for (const { capability, path, query, scope } of READS) {
    const refusal = await refusalTo(client.get(path, query));
    refused ??= refusal;
    note(verdict, capability, scope, refusal);
  }
  if (refused && verdict.can.length === 0) throw refused;
  if (!verdict.can.includes('members')) {
    const reason = verdict.cannot.find((one) => one.capability === 'members')?.reason;
    throw new ConnectorError('auth', reason ?? 'Smile.io does not let this API key read members', {
      vendorCode: '403',
    });
  }
  for (const { capability, path, body, scope } of WRITES) {
    note(verdict, capability, scope, await client.probe(path, body));
  }
  return verdict;
}

function note({ can, cannot }: Verdict, capability: string, scope: string, refusal: ConnectorError | null): void {
  if (!refusal) can.push(capability);
  else cannot.push({ capability, reason: `Smile.io does not let this API key do that: give it the scope ${scope}` });
}

/** A wrong key stops the check; a missing scope is a verdict. */
async function refusalTo(call: Promise<unknown>): Promise<ConnectorError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'auth' && !error.vendorCode?.startsWith('401')) return error;
    throw error;
  }
}
