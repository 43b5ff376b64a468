import type { PolicyFacts } from './facts';
import { byName } from './money-limit';
import { isExcluded } from './order.rules';
import { exception, isAi, type Rule, wary } from './rule';

const changes = ({ risk }: PolicyFacts): boolean => risk !== 'read';

const off: Rule = {
  name: 'off',
  sentence: ({ off: switched }) => {
    const named = (who: 'ai' | 'everybody'): string =>
      byName(switched)
        .filter(([, one]) => one === who)
        .map(([action]) => action)
        .join(', ');
    const [ai, everybody] = [named('ai'), named('everybody')];
    const said = [
      ...(everybody ? [`Switched off: ${everybody}.`] : []),
      ...(ai ? [`Switched off for the AI: ${ai}.`] : []),
    ];
    return said.join(' ') || 'No action is switched off.';
  },
  judge: ({ off: switched }, { action }, actor) => {
    const who = Object.hasOwn(switched, action) ? switched[action] : undefined;
    if (!who || (who === 'ai' && !isAi(actor))) return null;
    return { verdict: 'deny', reason: who === 'ai' ? 'This is switched off for the AI.' : 'This is switched off.' };
  },
};

const tagged: Rule = {
  name: 'fraud.tags',
  sentence: ({ fraud }) => {
    if (fraud.tags.length === 0) return 'No tag of a customer calls for care.';
    const what = fraud.tagged === 'deny' ? 'the AI does nothing, and a lead decides' : 'a lead looks first';
    return `For customers tagged ${fraud.tags.map((tag) => `"${tag}"`).join(', ')} ${what}.`;
  },
  judge: ({ fraud }, facts, actor) => {
    if (fraud.tags.length === 0 || !changes(facts)) return null;
    const tags = facts.customerTags?.map((tag) => tag.trim().toLowerCase()) ?? null;
    const found = tags && fraud.tags.find((tag) => tags.includes(tag.trim().toLowerCase()));
    if (tags && found === undefined) return null;
    const reason = tags
      ? `The customer is tagged "${found}".`
      : 'Whether a tag of the customer calls for care is not known.';
    return fraud.tagged === 'deny' ? exception(actor, reason) : wary(actor, reason);
  },
};

const risky: Rule = {
  name: 'fraud.order',
  sentence: ({ fraud: { highRisk } }) =>
    ({
      allow: 'That the shop finds an order risky changes nothing here.',
      needs_approval: 'Of an order that the shop finds risky, a lead approves every change.',
      deny: 'Of an order that the shop finds risky the AI changes nothing, and a lead decides.',
    })[highRisk],
  judge: ({ fraud: { highRisk } }, { risk, orderRisk }, actor) => {
    if (highRisk === 'allow' || risk === 'read' || (orderRisk !== 'high' && orderRisk !== null)) return null;
    const reason =
      orderRisk === 'high' ? 'The shop finds this order risky.' : 'Whether this order is risky could not be asked.';
    return highRisk === 'deny' ? exception(actor, reason) : wary(actor, reason);
  },
};

const finalSale: Rule = {
  name: 'refund.final-sale',
  sentence: ({ finalSale: { noRefund } }) =>
    noRefund
      ? 'What is final sale is not refunded either; only if a lead says so.'
      : 'Final sale is refunded like anything else.',
  judge: (policy, facts, actor) => {
    if (facts.action !== 'refund' || !policy.finalSale.noRefund) return null;
    if (!facts.lines) return isAi(actor) ? wary(actor, 'Whether something of it is final sale is not known.') : null;
    const final = facts.lines.filter((line) => isExcluded(policy, line));
    if (final.length === 0) return null;
    return exception(actor, `${final.map(({ title }) => title).join(', ')} is final sale and is not refunded.`);
  },
};

/** What a customer claims, or may: money or goods for nothing. */
const isClaim = ({ action, risk }: PolicyFacts): boolean =>
  action === 'refund' ||
  action === 'start_return' ||
  action === 'exchange' ||
  (action === 'create_discount' && risk === 'money');

const claims: Rule = {
  name: 'claims',
  sentence: ({ claims: { from, percentOfOrders } }) =>
    from === null
      ? 'How often a customer wants money back is not looked at.'
      : `From claim number ${from} of a customer in 90 days on, and at least ${percentOfOrders} % of their orders, a lead looks first.`,
  judge: ({ claims: { from, percentOfOrders } }, facts, actor) => {
    if (from === null || !isClaim(facts)) return null;
    const { claimsIn90Days: before, ordersIn90Days: orders } = facts;
    if (typeof before !== 'number') return wary(actor, 'How often this customer claimed something is not known.');
    if (before + 1 < from) return null;
    // Of orders that nobody can count, any share may be claimed.
    if (typeof orders === 'number' && (before + 1) * 100 < percentOfOrders * orders) return null;
    const of = typeof orders === 'number' ? ` of ${orders} orders` : '';
    return wary(actor, `With this one the customer has ${before + 1} claims${of} in 90 days.`);
  },
};

export const careRules: readonly Rule[] = [off, tagged, risky, finalSale, claims];
