import type { Connector, ConnectorDeps, LoyaltyAdapter, Verdict } from '../../port';
import { Grant } from './grant.change';
import { Members } from './members';
import { historyOf } from './points';
import { Programme } from './programme';
import { Redeem } from './redeem.change';
import { Rewards } from './rewards';
import { checkSmile } from './smile.check';
import { SmileClient } from './smile.client';
import { SmileCredentials } from './smile.credentials';
import { smileHook, smileHookUrl } from './smile.hook';

export const smile: Connector<'loyalty', SmileCredentials> = {
  id: 'smile',
  kind: 'loyalty',
  label: 'Smile.io',
  steps: [
    'The REST API takes the Smile Plus or Enterprise plan.',
    'In Smile Admin open Settings > Developer tools > Manage API keys and make a key.',
    'Copy it at once: Smile.io shows it only then.',
  ],
  scopes: [
    'customer:read',
    'points_transaction:read',
    'points_transaction:write',
    'points_product:read',
    'points_purchase:write',
    'reward_fulfillment:read',
    'vip_tier:read',
    'points_settings:read',
  ],
  credentials: SmileCredentials,
  connect(credentials: SmileCredentials, deps: ConnectorDeps): LoyaltyAdapter {
    const client = new SmileClient(credentials, deps);
    const programme = new Programme(client, deps);
    const members = new Members(client, programme, deps);
    const rewards = new Rewards(client, deps);
    return {
      check: async () => told(await checkSmile(client), credentials, deps),
      pointsLabel: () => programme.label(),
      tiers: () => programme.tiers(),
      rewards: () => rewards.all(),
      member: (email) => members.byEmail(email),
      byId: (externalId) => members.byId(externalId),
      history: (memberId, limit) => historyOf(client, memberId, limit),
      redemptions: async (memberId, limit) =>
        (await rewards.fulfilments(memberId, limit)).map((row) => rewards.redemptionOf(row, null)),
      grant: new Grant(client, members),
      redeem: new Redeem(client, members, rewards, deps),
      ...(credentials.partnerApp && { hook: smileHook(deps) }),
    };
  },
};

function told(verdict: Verdict, { partnerApp }: SmileCredentials, deps: ConnectorDeps): Verdict {
  const reason = partnerApp
    ? `Enter this address for the topic customer/updated in the Smile Partner Portal: ${smileHookUrl(deps)}`
    : 'Smile.io tells only apps of its Partner Portal when a member changes; with an API key, members are read when they are needed';
  return { ...verdict, cannot: [...verdict.cannot, { capability: 'hook', reason }] };
}
