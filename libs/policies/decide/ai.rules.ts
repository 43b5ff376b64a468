import type { Assurance } from '@satchel/contracts';
import { byName } from './money-limit';
import { isAi, type Rule } from './rule';

const SURE: Record<Assurance, string> = {
  0: 'anybody',
  1: 'somebody who gave an address',
  2: 'somebody whose order number and address match',
  3: 'a customer whose identity is proven',
};

const never: Rule = {
  name: 'ai.never',
  sentence: ({ ai }) =>
    ai.never.length > 0
      ? `The AI never does these: ${ai.never.join(', ')}.`
      : 'The AI may do every action, within the rules below.',
  judge: ({ ai }, { action }, actor) =>
    isAi(actor) && ai.never.includes(action) ? { verdict: 'deny', reason: 'The AI may not do this here.' } : null,
};

const assurance: Rule = {
  name: 'ai.assurance',
  sentence: ({ ai }) => {
    const own = byName(ai.assurance).map(([action, level]) => `${action} for ${SURE[level]}`);
    const raised = own.length > 0 ? ` Here also: ${own.join('; ')}.` : '';
    return `The AI acts on a customer's word only as far as it is sure who they are, as each action declares.${raised}`;
  },
  judge: ({ ai }, facts, actor) => {
    if (!isAi(actor) || (facts.risk === 'read' && facts.reachesOwner)) return null;
    const needed = Math.max(
      facts.assurance,
      (Object.hasOwn(ai.assurance, facts.action) && ai.assurance[facts.action]) || 0,
    ) as Assurance;
    if (actor.assurance >= needed) return null;
    return {
      verdict: 'deny',
      reason: `This is done for ${SURE[needed]} only, and it is not that sure who is writing.`,
    };
  },
};

const ownOrders: Rule = {
  name: 'ai.own-orders',
  sentence: () => 'The AI changes only orders that stand under one of the customer’s own addresses.',
  judge: (_, facts, actor) =>
    isAi(actor) && facts.risk !== 'read' && facts.orderIsTheirs === false
      ? { verdict: 'deny', reason: 'The order stands under another address than this customer’s.' }
      : null,
};

const confirm: Rule = {
  name: 'ai.confirm',
  sentence: ({ ai }) =>
    ai.confirm.length > 0
      ? `Before these the AI asks the customer once more: ${ai.confirm.join(', ')}.`
      : 'The AI asks the customer no second time before it does something.',
  judge: ({ ai }, { action }, actor) =>
    isAi(actor) && ai.confirm.includes(action)
      ? { verdict: 'needs_confirm', reason: 'The customer is asked once more before this is done.' }
      : null,
};

/** The house does nothing of its own accord. */
const someone: Rule = {
  name: 'somebody',
  sentence: () => 'Everything is done for somebody: a person, a program with a key, or the AI on a customer’s word.',
  judge: (_, { risk }, actor) => {
    if (isAi(actor) || risk === 'read' || actor.role !== null) return null;
    return { verdict: 'deny', reason: 'Nobody with a role asks for this.' };
  },
};

export const aiRules: readonly Rule[] = [someone, never, assurance, ownOrders, confirm];
