import type { ActionEvidenceBody, ActionFallbackBody, Money } from '@satchel/contracts';
import type { Refused } from '@satchel/kernel';
import type { PolicyFacts } from '@satchel/policies';
import type { ChangeName } from '../change/changes';

/** One change at one system, as plain data: after a crash it is done or looked for from this alone. */
export interface StepPlan {
  /** "Credit note", for who reads the run. */
  name: string;
  connectionId: string | null;
  change: ChangeName;
  args: Record<string, unknown>;
}

/** What an action found out before anything is done: what it would do, and what the policy has to know. */
export interface Prepared {
  ok: true;
  connectionId: string | null;
  order: { id: string; number: string } | null;
  /** What must not be changed by two at once, within the connection: "order:4711". Null: nothing stands in the way. */
  lockKey: string | null;
  amount: Money | null;
  /** As the timeline says it, before and after: "Refund 24.90 EUR for #1003", "Refunded 24.90 EUR for #1003". */
  summary: { ahead: string; done: string };
  facts: Omit<PolicyFacts, 'action' | 'risk' | 'assurance' | 'confirmed'>;
  /** What a person sees before the button is pressed. */
  shown: { label: string; value: string }[];
  /** In order; empty for a look-up, which brings its answer along. */
  steps: StepPlan[];
  /** Arguments that were made up while preparing (a code): kept, so that what is confirmed later is what was shown. */
  fixed?: Record<string, unknown>;
  answer?: { result: Record<string, unknown>; evidence: ActionEvidenceBody[] };
}

/** Why it cannot be done, and what a person could do instead. */
export interface CannotBody extends Refused<
  'not_possible' | 'not_found' | 'ambiguous' | 'not_valid' | 'not_enough' | 'unavailable'
> {
  fallback?: ActionFallbackBody;
}

export type Preparation = Prepared | CannotBody;

export const cannot = (code: CannotBody['code'], message: string, fallback?: CannotBody['fallback']): CannotBody => ({
  ok: false,
  code,
  message,
  ...(fallback && { fallback }),
});

/** What to do by hand, as a task that can be put on the ticket. */
export function byHand(reason: string, title: string, details: string): ActionFallbackBody {
  return { action: 'create_task', reason, arguments: { title: title.slice(0, 200), details } };
}
