import type { PolicyDocument, Role } from '@satchel/contracts';
import type { Judgement, PolicyActor, PolicyFacts } from './facts';

/** One rule: what it means in words, and what it says of one case. */
export interface Rule {
  /** "refund.amount", as decisions and `GET /api/v1/policies` name it. */
  name: string;
  sentence(policy: PolicyDocument): string;
  /** Null: nothing against it. */
  judge(policy: PolicyDocument, facts: PolicyFacts, actor: PolicyActor): Judgement | null;
}

/** A customer who asks by themselves is held to what the AI is. */
export const isAi = (actor: PolicyActor): boolean => actor.kind === 'ai' || actor.kind === 'customer';

/** The limits of a role; an owner has an admin's. */
export const limitsOf = (role: Role): Exclude<Role, 'owner'> => (role === 'owner' ? 'admin' : role);

/** Against the shop's own rules: never for the AI; a lead may say yes, and says it twice. */
export function exception(actor: PolicyActor, reason: string): Judgement {
  if (isAi(actor) || actor.role === null) return { verdict: 'deny', reason };
  if (actor.role === 'agent') return { verdict: 'needs_approval', reason, approver: 'lead' };
  return { verdict: 'needs_confirm', reason };
}

/** Somebody has to look first: a lead, who may do it without asking. */
export function wary(actor: PolicyActor, reason: string): Judgement | null {
  const asks = isAi(actor) || actor.role === null || actor.role === 'agent';
  return asks ? { verdict: 'needs_approval', reason, approver: 'lead' } : null;
}
