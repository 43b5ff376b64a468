import { exceeds, figure, limitWords, moneyWords, percentOf } from './money-limit';
import { approverOf } from './refund.rules';
import { exception, isAi, limitsOf, type Rule } from './rule';
import { tierPercent } from './tier.rules';

const isDiscount = (action: string): boolean => action === 'create_discount';
const isGrant = (action: string): boolean => action === 'grant_points';

const aiDiscount: Rule = {
  name: 'ai.discount',
  sentence: ({ ai: { discount } }) =>
    `The AI gives discounts of up to ${discount.mostPercent} % or ${limitWords(discount.mostAmount)}, and ${discount.mostIn90Days} per customer in 90 days; a lead approves more of them.`,
  judge: (policy, facts, actor) => {
    if (!isDiscount(facts.action) || !isAi(actor)) return null;
    const { discount } = policy.ai;
    const percent = tierPercent(policy, facts);
    const mostAmount = percentOf(discount.mostAmount, percent);
    if (
      (facts.percent ?? 0) > (discount.mostPercent * percent) / 100 ||
      (facts.amount && exceeds(facts.amount, mostAmount))
    )
      return { verdict: 'deny', reason: 'The discount is larger than the AI may give.' };
    const before = facts.discountsIn90Days;
    if (before === undefined)
      return { verdict: 'needs_approval', reason: 'What this customer got before is not known.', approver: 'lead' };
    if (before + 1 <= discount.mostIn90Days) return null;
    return {
      verdict: 'needs_approval',
      reason: `This customer got ${before} discounts within 90 days.`,
      approver: 'lead',
    };
  },
};

const discountSize: Rule = {
  name: 'discounts.size',
  sentence: ({ discounts }) =>
    `A discount has at most ${discounts.mostPercent} % or ${limitWords(discounts.mostAmount)}, and lasts at most ${discounts.mostDays} days; more only if a lead says so.`,
  judge: ({ discounts }, facts, actor) => {
    if (!isDiscount(facts.action)) return null;
    if ((facts.percent ?? 0) > discounts.mostPercent)
      return exception(actor, `${facts.percent} % is more than a discount has here.`);
    if (facts.amount && exceeds(facts.amount, discounts.mostAmount))
      return exception(actor, `${moneyWords(facts.amount)} is more than a discount has here.`);
    if (facts.validDays === null || (facts.validDays ?? 0) > discounts.mostDays)
      return exception(actor, `A discount lasts at most ${discounts.mostDays} days here.`);
    return null;
  },
};

const roleDiscount: Rule = {
  name: 'roles.discount',
  sentence: ({ roles }) => {
    const words = (percent: number | null): string => (percent === null ? 'any' : `up to ${percent} %`);
    return `By themselves agents give discounts of ${words(roles.agent.discountPercent)}, leads ${words(roles.lead.discountPercent)}, admins ${words(roles.admin.discountPercent)}.`;
  },
  judge: (policy, facts, actor) => {
    if (!isDiscount(facts.action) || isAi(actor) || !actor.role) return null;
    const percent = facts.percent ?? 0;
    const most = policy.roles[limitsOf(actor.role)].discountPercent;
    if (most === null || percent <= most) return null;
    const approver = approverOf(
      policy,
      actor.role,
      (limits) => limits.discountPercent === null || percent <= limits.discountPercent,
    );
    return {
      verdict: 'needs_approval',
      reason: `${percent} % is more than the role ${actor.role} gives by itself.`,
      approver,
    };
  },
};

const aiPoints: Rule = {
  name: 'ai.points',
  sentence: ({ ai: { points } }) =>
    `The AI grants up to ${figure(points.mostAtOnce)} points at once and ${figure(points.mostIn90Days)} per customer in 90 days; a lead approves more.`,
  judge: (policy, facts, actor) => {
    if (!isGrant(facts.action) || !isAi(actor)) return null;
    const { points } = policy.ai;
    const share = tierPercent(policy, facts) / 100;
    const wanted = facts.points ?? 0;
    if (wanted > points.mostAtOnce * share)
      return {
        verdict: 'needs_approval',
        reason: `${figure(wanted)} points are more than the AI grants at once.`,
        approver: 'lead',
      };
    if (wanted + (facts.pointsIn90Days ?? Infinity) > points.mostIn90Days * share)
      return {
        verdict: 'needs_approval',
        reason: 'With these, the customer would have more than the AI grants in 90 days.',
        approver: 'lead',
      };
    return null;
  },
};

const rolePoints: Rule = {
  name: 'roles.points',
  sentence: ({ roles }) => {
    const words = (points: number | null): string => (points === null ? 'any number of' : `up to ${figure(points)}`);
    return `By themselves agents grant ${words(roles.agent.points)} points, leads ${words(roles.lead.points)}, admins ${words(roles.admin.points)}.`;
  },
  judge: (policy, facts, actor) => {
    if (!isGrant(facts.action) || isAi(actor) || !actor.role) return null;
    const wanted = facts.points ?? 0;
    const most = policy.roles[limitsOf(actor.role)].points;
    if (most === null || wanted <= most) return null;
    const approver = approverOf(policy, actor.role, (limits) => limits.points === null || wanted <= limits.points);
    return {
      verdict: 'needs_approval',
      reason: `${figure(wanted)} points are more than the role ${actor.role} grants by itself.`,
      approver,
    };
  },
};

const offerFirst: Rule = {
  name: 'subscriptions.offer-first',
  sentence: ({ subscriptions: { offerFirst: first, offer } }) =>
    first
      ? `Before a subscription is cancelled, the customer is offered once: "${offer.text}"`
      : 'A subscription is cancelled without an offer.',
  judge: ({ subscriptions: { offerFirst: first, offer } }, facts) => {
    if (facts.action !== 'cancel_subscription' || !first || facts.offerDeclined) return null;
    const grant = offer.action ? { subscription: facts.subscriptionId } : {};
    return {
      verdict: 'needs_confirm',
      reason: 'An offer is made first; it is cancelled when they still want to.',
      offer: { text: offer.text, action: offer.action, arguments: grant },
    };
  },
};

export const giftRules: readonly Rule[] = [aiDiscount, discountSize, roleDiscount, aiPoints, rolePoints, offerFirst];
