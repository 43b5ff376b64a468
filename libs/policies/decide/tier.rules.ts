import type { PolicyDocument, TierStep } from '@satchel/contracts';
import type { PolicyFacts } from './facts';
import { exceeds, limitWords, moneyWords } from './money-limit';
import { movedBy } from './moved';
import { isAi, type Rule } from './rule';

const USUAL = 100;
const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether a step is for this customer; null: nobody knows. */
function isFor({ tier, tag }: TierStep, facts: PolicyFacts): boolean | null {
  const byTier = tier === null ? true : facts.tier === undefined ? null : facts.tier !== null && same(facts.tier, tier);
  const tags = facts.customerTags;
  const byTag = tag === null ? true : tags ? tags.some((one) => same(one, tag)) : null;
  if (byTier === false || byTag === false) return false;
  return byTier === null || byTag === null ? null : true;
}

/** The share of the AI's limits that holds for this customer. A step that lowers wins over those that raise. */
export function tierPercent({ tiers }: PolicyDocument, facts: PolicyFacts): number {
  const found = tiers.steps.map((step) => ({ percent: step.percent, mine: isFor(step, facts) }));
  const lowered = found.filter(({ percent, mine }) => mine !== false && percent < USUAL).map(({ percent }) => percent);
  if (lowered.length > 0) return Math.min(...lowered);
  const raised = found.filter(({ percent, mine }) => mine === true && percent > USUAL).map(({ percent }) => percent);
  return Math.max(USUAL, ...raised);
}

const ceiling: Rule = {
  name: 'tiers.ceiling',
  sentence: ({ tiers }) => {
    const each = tiers.steps.map(({ tier, tag, percent }) => {
      const who = [...(tier === null ? [] : [`tier ${tier}`]), ...(tag === null ? [] : [`tag "${tag}"`])].join(
        ' with ',
      );
      return `${who || 'everybody'} ${percent} %`;
    });
    const steps =
      each.length > 0
        ? `The AI's limits by customer: ${each.join('; ')}.`
        : 'The AI has the same limits for all customers.';
    return tiers.ceiling
      ? `${steps} More than ${limitWords(tiers.ceiling)} at once it gives to nobody by itself.`
      : steps;
  },
  judge: ({ tiers }, facts, actor) => {
    const moved = movedBy(facts);
    if (!tiers.ceiling || !isAi(actor) || moved === 'none') return null;
    if (moved !== 'unknown' && !exceeds(moved, tiers.ceiling)) return null;
    const reason =
      moved === 'unknown'
        ? 'How much it is nobody knows.'
        : `${moneyWords(moved)} is more than the AI gives to any tier.`;
    return { verdict: 'needs_approval', reason, approver: 'lead' };
  },
};

export const tierRules: readonly Rule[] = [ceiling];
