import type { DiscountBody } from '@satchel/contracts';
import { moneyWords } from '@satchel/policies';
import { z } from 'zod';
import { defineAction } from '../action/action';
import { cannot } from '../action/preparation';
import { lookedUp } from '../action/prepared';

export const explainDiscount = defineAction({
  name: 'explain_discount',
  title: 'Explain a discount code',
  description:
    'Tells whether a code works, what it is worth, and why it does not work: over, used up, or under conditions.',
  risk: 'read',
  assurance: 0,
  needs: { kind: 'commerce', capability: 'discounts' },
  undoable: false,
  arguments: z.strictObject({ code: z.string().trim().min(1).max(100).meta({ title: 'Code' }) }),
  async prepare({ ctx, sources, now }, { code }) {
    const found = await sources.able(ctx, 'commerce', (shop) => shop.discounts !== undefined, 'discounts');
    if (!found.ok) return found;
    const { connection, adapter } = found;
    const discount = await sources.told(async () => (await adapter.discounts?.byCode(code)) ?? null);
    if (discount === null) return cannot('not_found', `${connection.label} has no code ${code}.`);
    if ('ok' in discount) return discount;
    const reasons = against(discount, now);
    const value = reasons.length > 0 ? reasons.join('; ') : 'works';
    return lookedUp(
      `Looked up the code ${discount.code}`,
      { discount, works: reasons.length === 0, reasons },
      { source: connection.label, at: now.toISOString(), facts: [{ label: discount.code, value }] },
      { connectionId: connection.id },
    );
  },
});

/** Why it would not work, as far as the shop tells. */
function against(
  { active, startsAt, endsAt, usageLimit, used, minimum, conditions }: DiscountBody,
  now: Date,
): string[] {
  const reasons: string[] = [];
  if (startsAt && Date.parse(startsAt) > now.getTime()) reasons.push(`it begins on ${startsAt.slice(0, 10)}`);
  if (endsAt && Date.parse(endsAt) <= now.getTime()) reasons.push(`it ended on ${endsAt.slice(0, 10)}`);
  if (usageLimit !== null && used >= usageLimit) reasons.push(`it was used ${used} of ${usageLimit} times`);
  if (!active && reasons.length === 0) reasons.push('it is switched off');
  if (minimum) reasons.push(`the order must be at least ${moneyWords(minimum)}`);
  return [...reasons, ...conditions];
}
