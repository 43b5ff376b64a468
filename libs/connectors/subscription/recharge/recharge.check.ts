import { ConnectorError, type Verdict } from '../../port';
import type { RechargeClient } from './recharge.client';

/** No subscription or charge has the number 0: these calls show whether they are allowed, and nothing else. */
const DOORS = [
  { path: '/subscriptions/0/cancel', can: ['reschedule', 'swap', 'cancel'], scope: 'Subscriptions: read and write' },
  { path: '/charges/0/skip', can: ['skip'], scope: 'Orders: read and write' },
] as const;

export async function checkRecharge(client: RechargeClient): Promise<Verdict> {
  const verdict: Verdict = { can: [], cannot: [], account: null };
  for (const name of ['customers', 'subscriptions', 'charges']) await client.get(`/${name}`, { limit: '1' });
  verdict.can.push('subscriptions');
  for (const { path, can, scope } of DOORS) {
    if (await isOpen(client, path)) verdict.can.push(...can);
    else {
      const reason = `Recharge does not let this API token do that: give it "${scope}" under Tools & apps > API tokens`;
      verdict.cannot.push(...can.map((capability) => ({ capability, reason })));
    }
  }
  return verdict;
}

async function isOpen(client: RechargeClient, path: string): Promise<boolean> {
  try {
    await client.call('POST', path, {});
    return true;
  } catch (error) {
    if (!(error instanceof ConnectorError) || (error.retryable && error.vendorCode !== '409')) throw error;
    return error.code !== 'auth';
  }
}
