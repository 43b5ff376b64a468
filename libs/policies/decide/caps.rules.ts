import type { Cap, CapPair, PolicyDocument } from '@satchel/contracts';
import type { Given, GivenBy, Judgement, PolicyActor, PolicyFacts } from './facts';
import { byName, exceeds, figure, limitWords, moneyWords, percentOf, shareOf } from './money-limit';
import { movedBy } from './moved';
import { isAi, type Rule } from './rule';
import { tierPercent } from './tier.rules';

/** Why one more would be too much; null: it would not. */
function over(cap: Cap, given: Given | null | undefined, facts: PolicyFacts): string | null {
  if (cap.count === null && cap.amount === null) return null;
  if (!given) return 'nobody knows how much was given before';
  if (cap.count !== null && given.count + 1 > cap.count) return `it would be more than ${figure(cap.count)} times`;
  const moved = movedBy(facts);
  if (cap.amount === null || moved === 'none') return null;
  if (moved === 'unknown') return 'nobody knows how much it is';
  if (shareOf([...given.money, moved], cap.amount) <= 1) return null;
  return `with ${moneyWords(moved)} it would be more than ${limitWords(cap.amount)}`;
}

const judged = (actor: PolicyActor, forAll: string | null, forAi: string | null, where: string): Judgement | null => {
  if (forAll) return { verdict: 'deny', reason: `Not beyond what is given ${where}: ${forAll}.` };
  if (!isAi(actor) || !forAi) return null;
  return { verdict: 'needs_approval', reason: `More than the AI gives ${where}: ${forAi}.`, approver: 'lead' };
};

const capWords = ({ count, amount }: Cap): string | null => {
  const parts = [...(amount ? [limitWords(amount)] : []), ...(count === null ? [] : [`${figure(count)} times`])];
  return parts.length > 0 ? parts.join(' and ') : null;
};

function pairWords({ ai, all }: CapPair, where: string): string {
  const [forAi, forAll] = [capWords(ai), capWords(all)];
  const first = forAi ? `${where} the AI gives at most ${forAi}; a lead approves more` : null;
  const second = forAll ? `${where} nobody gives more than ${forAll}` : null;
  const said = [first, second].filter(Boolean).join('; ') || `${where} there is no limit of what is given`;
  return `${said[0]?.toUpperCase()}${said.slice(1)}.`;
}

function span(
  name: keyof Omit<PolicyDocument['caps'], 'action' | 'order'>,
  where: string,
  givenOf: (facts: PolicyFacts) => GivenBy | null | undefined,
): Rule {
  return {
    name: `caps.${name}`,
    sentence: ({ caps }) => pairWords(caps[name], where),
    judge: (policy, facts, actor) => {
      if (facts.risk !== 'money') return null;
      const { ai, all } = policy.caps[name];
      const given = givenOf(facts);
      const tiered = name === 'customer30Days' && ai.amount;
      const own = tiered ? { ...ai, amount: percentOf(tiered, tierPercent(policy, facts)) } : ai;
      return judged(actor, over(all, given?.all, facts), over(own, given?.ai, facts), where);
    },
  };
}

const action: Rule = {
  name: 'caps.action',
  sentence: ({ caps }) => {
    const each = byName(caps.action).map(([name, limit]) => `${name} ${limitWords(limit)}`);
    return each.length > 0
      ? `The AI gives at most, at once: ${each.join('; ')}. A lead approves more.`
      : 'No action has a limit of its own at once.';
  },
  judge: ({ caps }, facts, actor) => {
    const limit = Object.hasOwn(caps.action, facts.action) ? caps.action[facts.action] : undefined;
    const moved = movedBy(facts);
    if (!limit || !isAi(actor) || moved === 'none') return null;
    if (moved !== 'unknown' && !exceeds(moved, limit)) return null;
    const reason =
      moved === 'unknown' ? 'Nobody knows how much it is.' : `${moneyWords(moved)} is more than the AI gives at once.`;
    return { verdict: 'needs_approval', reason, approver: 'lead' };
  },
};

const order: Rule = {
  name: 'caps.order',
  sentence: ({ caps }) => {
    const { ai, all } = caps.order;
    const pair = { ai: { amount: null, count: ai }, all: { amount: null, count: all } };
    return pairWords(pair, 'on one order');
  },
  judge: ({ caps }, facts, actor) => {
    // An action of no order is none of its concern.
    if (facts.risk !== 'money' || facts.onOrder === undefined) return null;
    const [ai, all] = [caps.order.ai, caps.order.all].map((count) => ({ amount: null, count }));
    return judged(
      actor,
      over(all as Cap, facts.onOrder?.all, facts),
      over(ai as Cap, facts.onOrder?.ai, facts),
      'on one order',
    );
  },
};

export const capRules: readonly Rule[] = [
  action,
  order,
  span('customer30Days', 'to one customer in 30 days', (facts) => facts.customer30Days),
  span('shopHour', 'within an hour', (facts) => facts.shopHour),
  span('shopDay', 'within a day', (facts) => facts.shopDay),
];
