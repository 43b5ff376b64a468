import type { Sources } from '@satchel/actions';
import type { Subscription } from '@satchel/connectors';
import { z } from 'zod';
import { cleanLine } from '../text/normalise';
import { provenEmails } from './identity-of';
import type { SubscriptionsData } from './tool-data';
import type { AiTool } from './tool';
import { defineTool } from './tool';

const MOST = 10;

export const subscriptionsTool = (sources: Pick<Sources, 'all'>): AiTool =>
  defineTool({
    name: 'subscriptions',
    description:
      "The customer's subscriptions: what, how often, and when the next charge is. Only for a customer who is proven.",
    schema: z.strictObject({}),
    async run(ctx, binding) {
      const services = await sources.all(ctx, 'subscription');
      const asked = services.flatMap(({ adapter }) => provenEmails(binding).map((email) => adapter.byEmail(email)));
      const found = (await Promise.all(asked)).flat();
      const unique = [...new Map(found.map((one) => [one.externalId, one])).values()].slice(0, MOST);
      const data: SubscriptionsData = { found: unique.length, subscriptions: unique.map(factsOf), incomplete: false };
      const source = `subscriptions, read ${binding.now().toISOString()}`;
      return {
        ok: true,
        data,
        evidence: data.subscriptions.map(({ product, status }) => ({ label: product, value: status, source })),
        summary: `Found ${unique.length} subscriptions`,
      };
    },
  });

function factsOf(one: Subscription): SubscriptionsData['subscriptions'][number] {
  return {
    subscriptionId: one.externalId,
    product: cleanLine(one.product, 100),
    variant: one.variant === null ? null : cleanLine(one.variant, 80),
    status: one.status,
    quantity: one.quantity,
    price: { amount: one.price.amount, currency: one.price.currency },
    every: { count: one.every.count, unit: one.every.unit },
    nextChargeOn: one.nextChargeOn,
    skipped: one.skipped,
  };
}
