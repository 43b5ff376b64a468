import type { PolicyFacts } from '@satchel/policies';
import type { FoundOrder } from '../source/sources.service';
import type { Prepared, StepPlan } from './preparation';

/** A look-up: nothing to do, its answer is there. */
export function lookedUp(
  what: string,
  result: Record<string, unknown>,
  evidence: { source: string; at: string; facts: { label: string; value: string }[] },
  more: Partial<Pick<Prepared, 'order' | 'connectionId' | 'facts'>> = {},
): Prepared {
  return {
    ok: true,
    connectionId: null,
    order: null,
    lockKey: null,
    amount: null,
    facts: {},
    ...more,
    summary: { ahead: what, done: what },
    shown: evidence.facts,
    steps: [],
    answer: { result, evidence: [evidence] },
  };
}

/** A change of an order: one at a time of each. */
export function orderChange(
  found: FoundOrder,
  given: Pick<Prepared, 'summary' | 'shown'> & {
    steps: StepPlan[];
    amount?: Prepared['amount'];
    facts: Partial<PolicyFacts>;
  },
): Prepared {
  return {
    ok: true,
    connectionId: found.connection.id,
    order: { id: found.body.id, number: found.body.number },
    lockKey: `order:${found.now.externalId}`,
    amount: given.amount ?? null,
    summary: given.summary,
    shown: given.shown,
    facts: given.facts,
    steps: given.steps,
  };
}
