import type { MoneyLimit } from '@satchel/contracts';
import type { PolicyFacts } from './facts';
import { exceeds, limitWords, moneyWords } from './money-limit';
import { movedBy } from './moved';
import { isAi, type Rule, wary } from './rule';

/** Whoever owns the account's address owns the account: a person does these, whatever the rules say. */
export const NEVER_BY_AI: readonly string[] = [
  'change_account_email',
  'change_account_phone',
  'change_account_password',
  'delete_account',
  'delete_customer',
];
/** More than this at once no AI gives away by itself, whatever the rules say. */
export const AI_MOST_AT_ONCE: MoneyLimit = {
  units: 5_000,
  byCurrency: { JPY: 750_000, KRW: 7_000_000, HUF: 2_000_000 },
};
/** A second change of where an order goes is how parcels are led away. */
const ADDRESS_CHANGES = 1;

const account: Rule = {
  name: 'engine.account',
  sentence: () => 'The AI never changes the address of an account and never deletes one.',
  judge: (_, { action }, actor) =>
    isAi(actor) && NEVER_BY_AI.includes(action)
      ? { verdict: 'deny', reason: 'Who a customer is and where their account leads only a person changes.' }
      : null,
};

const atOnce: Rule = {
  name: 'engine.at-once',
  sentence: () => `The AI never gives more than ${limitWords(AI_MOST_AT_ONCE)} at once by itself.`,
  judge: (_, facts, actor) => {
    const moved = movedBy(facts);
    if (!isAi(actor) || moved === 'none') return null;
    if (moved !== 'unknown' && !exceeds(moved, AI_MOST_AT_ONCE)) return null;
    const reason =
      moved === 'unknown' ? 'How much it gives is not known.' : `${moneyWords(moved)} at once is for a person.`;
    return { verdict: 'needs_approval', reason, approver: 'lead' };
  },
};

const addressOnce: Rule = {
  name: 'engine.address-once',
  sentence: () => 'The AI changes where an order goes once; a lead approves a second time.',
  judge: (_, { action, sameOnOrder }, actor) => {
    if (!isAi(actor) || action !== 'change_address') return null;
    if (typeof sameOnOrder === 'number' && sameOnOrder < ADDRESS_CHANGES) return null;
    const reason =
      typeof sameOnOrder === 'number'
        ? 'The address of this order was changed before.'
        : 'Nobody knows whether the address of this order was changed before.';
    return { verdict: 'needs_approval', reason, approver: 'lead' };
  },
};

/** Actions that give back what was paid for an order. */
const givesBack = ({ action }: PolicyFacts): boolean => action === 'refund' || action === 'cancel_order';

const currency: Rule = {
  name: 'engine.currency',
  sentence: () => 'Money goes back in the currency in which it was paid.',
  judge: (_, facts) => {
    if (!givesBack(facts) || !facts.amount || !facts.paid || facts.amount.currency === facts.paid.currency) return null;
    return {
      verdict: 'deny',
      reason: `It was paid in ${facts.paid.currency}, so nothing goes back in ${facts.amount.currency}.`,
    };
  },
};

const orderSum: Rule = {
  name: 'engine.order-sum',
  sentence: () => 'Of one order no more goes back than was paid for it and has not gone back yet.',
  judge: (_, facts, actor) => {
    // A cancellation gives back what the shop finds left.
    if (facts.action !== 'refund' || !facts.amount) return null;
    const { paid, refunded, amount } = facts;
    if (!paid || !refunded || facts.onOrder === null)
      return wary(actor, 'How much of this order is left is not known.');
    // The shop may not show yet what has just been done from here, and knows of what was done without us.
    const ours = (facts.onOrder?.all.money ?? []).filter((money) => money.currency === paid.currency);
    const given = Math.max(
      refunded.amount,
      ours.reduce((sum, money) => sum + money.amount, 0),
    );
    if (given + amount.amount <= paid.amount) return null;
    const left = { amount: Math.max(0, paid.amount - given), currency: paid.currency };
    return { verdict: 'deny', reason: `Of this order ${moneyWords(left)} is left, not ${moneyWords(amount)}.` };
  },
};

const dispute: Rule = {
  name: 'engine.dispute',
  sentence: () => 'What a customer disputes at their bank is not given back from here as well.',
  judge: (_, facts, actor) => {
    if (!givesBack(facts) || facts.disputed === undefined || facts.disputed === false) return null;
    if (facts.disputed) return { verdict: 'deny', reason: 'The payment is disputed at the bank: it is decided there.' };
    const reason = 'Whether the payment is disputed at the bank could not be asked.';
    return isAi(actor) ? { verdict: 'needs_approval', reason, approver: 'lead' } : null;
  },
};

/** What no document can loosen. */
export const hardRules: readonly Rule[] = [account, atOnce, addressOnce, currency, orderSum, dispute];
