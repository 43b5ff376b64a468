import type { Money } from '@satchel/contracts';
import type { PolicyFacts } from './facts';

/** Money that an action gives: `none` where it gives something else or nothing, `unknown` where nobody can tell. */
export function movedBy(facts: PolicyFacts): Money | 'none' | 'unknown' {
  if (facts.risk !== 'money') return 'none';
  if (facts.amount) return facts.amount;
  if (typeof facts.percent === 'number' || typeof facts.points === 'number') return 'none';
  return facts.amount === null || facts.action === 'refund' ? 'unknown' : 'none';
}
