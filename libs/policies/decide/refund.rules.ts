import { ROLES, type PolicyDocument, type Role } from '@satchel/contracts';
import { exceeds, limitWords, moneyWords, percentOf } from './money-limit';
import { isAi, limitsOf, type Rule } from './rule';
import { tierPercent } from './tier.rules';

const isRefund = (action: string): boolean => action === 'refund';

const amount: Rule = {
  name: 'refund.amount',
  sentence: ({ ai: { refund } }) =>
    `The AI refunds up to ${limitWords(refund.approvalAbove)} in the order's currency by itself, up to ${limitWords(refund.denyAbove)} with a lead's approval, and never more.`,
  judge: (policy, facts, actor) => {
    if (!isRefund(facts.action) || !isAi(actor)) return null;
    const { ai } = policy;
    const percent = tierPercent(policy, facts);
    // An amount that nobody knows is no small one.
    if (!facts.amount)
      return { verdict: 'needs_approval', reason: 'The amount is not known beforehand.', approver: 'lead' };
    // No tier lifts this one.
    if (exceeds(facts.amount, percentOf(ai.refund.denyAbove, Math.min(100, percent))))
      return { verdict: 'deny', reason: `${moneyWords(facts.amount)} is more than the AI may refund.` };
    if (exceeds(facts.amount, percentOf(ai.refund.approvalAbove, percent)))
      return {
        verdict: 'needs_approval',
        reason: `${moneyWords(facts.amount)} is more than the AI may refund by itself.`,
        approver: 'lead',
      };
    return null;
  },
};

const days: Rule = {
  name: 'refund.days',
  sentence: ({ ai }) =>
    `The AI refunds within ${ai.refund.withinDaysOfDelivery} days of delivery; a parcel that is still on its way is for a lead to decide.`,
  judge: ({ ai }, facts, actor) => {
    if (!isRefund(facts.action) || !isAi(actor)) return null;
    const { deliveredDaysAgo, fulfilment } = facts;
    if (typeof deliveredDaysAgo === 'number' && deliveredDaysAgo > ai.refund.withinDaysOfDelivery)
      return {
        verdict: 'deny',
        reason: `It was delivered ${deliveredDaysAgo} days ago, later than the AI may refund.`,
      };
    const nothingSent = fulfilment === 'unfulfilled' || fulfilment === 'cancelled' || fulfilment === 'on_hold';
    if (typeof deliveredDaysAgo !== 'number' && !nothingSent)
      return { verdict: 'needs_approval', reason: 'It was sent and is not known to have arrived.', approver: 'lead' };
    return null;
  },
};

const count: Rule = {
  name: 'refund.count',
  sentence: ({ ai }) =>
    `From a customer's refund number ${ai.refund.mostIn90Days + 1} within 90 days on, a lead approves what the AI wants to refund.`,
  judge: ({ ai }, facts, actor) => {
    if (!isRefund(facts.action) || !isAi(actor)) return null;
    const before = facts.refundsIn90Days;
    if (before === undefined)
      return {
        verdict: 'needs_approval',
        reason: 'How many refunds this customer had is not known.',
        approver: 'lead',
      };
    if (before + 1 <= ai.refund.mostIn90Days) return null;
    return {
      verdict: 'needs_approval',
      reason: `This customer had ${before} refunds within 90 days.`,
      approver: 'lead',
    };
  },
};

/** The least role whose limit allows it; above all of them, an admin. */
export function approverOf(
  policy: PolicyDocument,
  above: Role,
  allows: (limits: PolicyDocument['roles']['agent']) => boolean,
): Role {
  const higher = ROLES.slice(ROLES.indexOf(above) + 1);
  return higher.find((role) => allows(policy.roles[limitsOf(role)])) ?? 'owner';
}

const roles: Rule = {
  name: 'roles.refund',
  sentence: ({ roles: { agent, lead, admin } }) => {
    const words = (limit: typeof agent.refund): string =>
      limit === null ? 'any amount' : `up to ${limitWords(limit)}`;
    return `By themselves agents refund ${words(agent.refund)}, leads ${words(lead.refund)}, admins ${words(admin.refund)}, in the order's currency; above that a higher role approves.`;
  },
  judge: (policy, facts, actor) => {
    if (!isRefund(facts.action) || isAi(actor) || !actor.role) return null;
    const { amount: money } = facts;
    const allowed = policy.roles[limitsOf(actor.role)].refund;
    if (allowed === null || (money && !exceeds(money, allowed))) return null;
    return {
      verdict: 'needs_approval',
      reason: money
        ? `${moneyWords(money)} is more than the role ${actor.role} refunds by itself.`
        : 'The amount is not known beforehand.',
      approver: approverOf(policy, actor.role, ({ refund }) => refund === null || (!!money && !exceeds(money, refund))),
    };
  },
};

export const refundRules: readonly Rule[] = [amount, days, count, roles];
