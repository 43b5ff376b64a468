import type { Connector, ConnectorDeps, SubscriptionAdapter, Verdict } from '../../port';
import { Cancel, Reschedule, Skip, Swap } from './changes';
import { checkRecharge } from './recharge.check';
import { RechargeClient } from './recharge.client';
import { RechargeCredentials } from './recharge.credentials';
import { rechargeHook } from './recharge.hook';
import { Subscriptions } from './subscriptions';

export const recharge: Connector<'subscription', RechargeCredentials> = {
  id: 'recharge',
  kind: 'subscription',
  label: 'Recharge',
  steps: [
    'In Recharge open Tools & apps > API tokens and create a token.',
    'Give it read and write access to customers, subscriptions and orders.',
    'Copy the API token, and the API client secret below it.',
  ],
  scopes: ['Customers: read', 'Subscriptions: read and write', 'Orders: read and write'],
  credentials: RechargeCredentials,
  connect(credentials: RechargeCredentials, deps: ConnectorDeps): SubscriptionAdapter {
    const client = new RechargeClient(credentials, deps);
    const subscriptions = new Subscriptions(client, credentials, deps);
    const { clientSecret } = credentials;
    return {
      check: async () => told(await checkRecharge(client), credentials),
      byEmail: (email) => subscriptions.byEmail(email),
      byId: (externalId) => subscriptions.byId(externalId),
      skip: new Skip(client, subscriptions),
      reschedule: new Reschedule(client, subscriptions),
      swap: new Swap(client, subscriptions),
      cancel: new Cancel(client, subscriptions),
      ...(clientSecret && { hook: rechargeHook(client, clientSecret, deps) }),
    };
  },
};

function told(verdict: Verdict, { clientSecret }: RechargeCredentials): Verdict {
  if (clientSecret) return verdict;
  const reason = 'Enter the API client secret: Recharge signs with it what it tells us about changes';
  return { ...verdict, cannot: [...verdict.cannot, { capability: 'hook', reason }] };
}
