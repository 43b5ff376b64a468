import type { Money, PolicyDocument } from '@satchel/contracts';
import type { Gift, PolicyFacts } from './facts';
import { exceeds, limitWords, most, moneyWords, percentOf, shareOf } from './money-limit';
import { isAi, type Rule, wary } from './rule';
import { tierPercent } from './tier.rules';

const isGift = ({ action }: PolicyFacts): boolean => action === 'create_discount' || action === 'grant_points';

/** Gifts as units beside money: points by their worth, percentages by what they count as. */
interface Worth {
  money: Money[];
  units: number;
}

const worthOf = ({ goodwill }: PolicyDocument, { money, points }: Omit<Gift, 'daysAgo'>): Worth => {
  if (money) return { money: [money], units: 0 };
  return { money: [], units: points > 0 ? points / Math.max(1, goodwill.pointsPerUnit) : goodwill.percentCountsAs };
};

const ofThis = (policy: PolicyDocument, { amount, points }: PolicyFacts): Worth =>
  worthOf(policy, { money: amount ?? null, points: points ?? 0 });

function filled(worths: readonly Worth[], limit: PolicyDocument['goodwill']['customer'] & object): number {
  const units = worths.reduce((sum, worth) => sum + worth.units, 0);
  const ofUnits = units === 0 ? 0 : units / limit.units;
  return (
    shareOf(
      worths.flatMap(({ money }) => money),
      limit,
    ) + ofUnits
  );
}

const recent = ({ goodwill }: PolicyDocument, gifts: readonly Gift[]): Gift[] =>
  gifts.filter(({ daysAgo }) => daysAgo < goodwill.withinDays);

const further: Rule = {
  name: 'goodwill.further',
  sentence: ({ goodwill: { withinDays, furtherPercent } }) =>
    furtherPercent >= 100
      ? 'Further gifts of the AI to one customer may be worth as much as the first.'
      : `Each further gift of the AI to one customer within ${withinDays} days may be worth ${furtherPercent} % of the one before; a lead approves more.`,
  judge: (policy, facts, actor) => {
    const { furtherPercent } = policy.goodwill;
    if (!isGift(facts) || !isAi(actor) || furtherPercent >= 100) return null;
    if (!facts.gifts) return wary(actor, 'What this customer was given before is not known.');
    const before = recent(policy, facts.gifts).length;
    if (before === 0) return null;
    const percent = tierPercent(policy, facts) * (furtherPercent / 100) ** before;
    const { discount, points } = policy.ai;
    const tooMuch =
      (facts.points ?? 0) > (points.mostAtOnce * percent) / 100 ||
      (facts.percent ?? 0) > (discount.mostPercent * percent) / 100 ||
      (facts.amount ? exceeds(facts.amount, percentOf(discount.mostAmount, percent)) : false);
    if (!tooMuch) return null;
    return wary(
      actor,
      `This customer was given something ${before === 1 ? 'once' : `${before} times`} already: less than this now.`,
    );
  },
};

const customer: Rule = {
  name: 'goodwill.customer',
  sentence: ({ goodwill: { customer: budget, withinDays } }) =>
    budget
      ? `One customer is given at most ${limitWords(budget)} in ${withinDays} days; a lead approves more.`
      : 'One customer may be given any number of gifts.',
  judge: (policy, facts, actor) => {
    const { customer: budget, withinDays } = policy.goodwill;
    if (!budget || !isGift(facts)) return null;
    if (!facts.gifts) return wary(actor, 'What this customer was given before is not known.');
    const tiered = isAi(actor) ? percentOf(budget, tierPercent(policy, facts)) : budget;
    const all = [...recent(policy, facts.gifts).map((gift) => worthOf(policy, gift)), ofThis(policy, facts)];
    if (filled(all, tiered) <= 1) return null;
    return wary(
      actor,
      `With this the customer would have more than ${limitWords(tiered)} of gifts in ${withinDays} days.`,
    );
  },
};

const month: Rule = {
  name: 'goodwill.month',
  sentence: ({ goodwill: { shopMonth } }) =>
    shopMonth
      ? `All gifts of a month are at most ${limitWords(shopMonth)}; a lead approves more.`
      : 'Gifts have no budget.',
  judge: (policy, facts, actor) => {
    const { shopMonth, percentCountsAs, pointsPerUnit } = policy.goodwill;
    if (!shopMonth || !isGift(facts)) return null;
    const given = facts.giftsThisMonth;
    if (!given) return wary(actor, 'What was given this month is not known.');
    const units = given.points / Math.max(1, pointsPerUnit) + given.percents * percentCountsAs;
    const share = filled([{ money: given.money, units }, ofThis(policy, facts)], shopMonth);
    if (share <= 1) return null;
    const left = facts.amount
      ? moneyWords({ ...facts.amount, amount: most(shopMonth, facts.amount.currency) })
      : limitWords(shopMonth);
    return wary(actor, `With this the gifts of this month would be more than ${left}.`);
  },
};

export const goodwillRules: readonly Rule[] = [further, customer, month];
