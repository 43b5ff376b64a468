import type { Subscription } from '@satchel/connectors';
import type { ConnectionBody } from '@satchel/contracts';
import type { Prepared, StepPlan } from './preparation';

/** A change of a subscription: one at a time of each. */
export function subscriptionChange(
  { connection, subscription }: { connection: ConnectionBody; subscription: Subscription },
  change: StepPlan['change'],
  args: Record<string, unknown>,
  words: Pick<Prepared, 'summary'> & { facts?: Prepared['facts'] },
): Prepared {
  const { externalId, product, variant, nextChargeOn } = subscription;
  return {
    ok: true,
    connectionId: connection.id,
    order: null,
    lockKey: `subscription:${externalId}`,
    amount: null,
    summary: words.summary,
    shown: [
      { label: 'Subscription', value: variant ? `${product}, ${variant}` : product },
      { label: 'Next charge', value: nextChargeOn ?? 'none' },
    ],
    facts: { subscriptionId: externalId, ...words.facts },
    steps: [
      { name: 'Subscription', connectionId: connection.id, change, args: { subscriptionId: externalId, ...args } },
    ],
  };
}
