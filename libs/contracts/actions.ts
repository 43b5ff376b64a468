import type { CustomerTexts } from './customer-texts';
import type { Author, Money, Page, Problem, Role } from './common';

/** `money`: it moves money or something worth money (points, a discount). */
export const ACTION_RISKS = ['read', 'write', 'money'] as const;
export type ActionRisk = (typeof ACTION_RISKS)[number];

/** How sure it is who the customer is: 0 anonymous, 1 claimed, 2 matched, 3 verified. */
export type Assurance = 0 | 1 | 2 | 3;

export const ACTION_VERDICTS = ['allow', 'needs_confirm', 'needs_approval', 'deny'] as const;
export type ActionVerdict = (typeof ACTION_VERDICTS)[number];

/** Something to put before the customer instead, as the policy wants it: a skipped delivery before a cancellation. */
export interface ActionOfferBody {
  /** What to say, a sentence. */
  text: string;
  /** The action that grants it; null: it is said only. */
  action: string | null;
  arguments: Record<string, unknown>;
}

/** What the policy says of one action with these facts. */
export interface ActionDecisionBody {
  verdict: ActionVerdict;
  /** One sentence for a person. */
  reason: string;
  /** The rule that decided, as `GET /api/v1/policies` names it. */
  rule: string;
  policyVersion: number;
  /** Who may approve, for `needs_approval`. */
  approver: Role | null;
  offer: ActionOfferBody | null;
  /** The same for the customer: the shop's own words or the house's; absent: nothing has to be said. */
  customerText?: CustomerTexts;
}

/** What to do by hand where a system cannot do it: put on the ticket as a task. */
export interface ActionFallbackBody {
  action: 'create_task';
  /** "Lightspeed cannot change an address after the order: change it there by hand." */
  reason: string;
  arguments: Record<string, unknown>;
}

/** Whether an action can be done here and now (with `?orderId=&ticketId=&customerId=`). */
export interface ActionAvailabilityBody {
  possible: boolean;
  /** Why not, in words for a person; null: possible. */
  reason: string | null;
  /** Which connection would do it; null: none is needed, or none can. */
  connectionId: string | null;
  /** Arguments that follow from the order, the ticket or the customer, for the form. */
  arguments: Record<string, unknown>;
  fallback: ActionFallbackBody | null;
}

/** One action of the catalogue. */
export interface ActionBody {
  /** snake_case: "refund". */
  name: string;
  /** "Refund". */
  title: string;
  /** For people and for the model: what it does and when to use it. */
  description: string;
  risk: ActionRisk;
  /** How sure it must be who the customer is when the AI does it on their word. */
  assurance: Assurance;
  /** The kind of connection that it needs and what that must be able to do ("commerce", "refund"); null: none. */
  connectionKind: string | null;
  capability: string | null;
  /** JSON Schema (2020-12) of an object; properties carry `title` and `description` for a form. */
  arguments: Record<string, unknown>;
  /** `GET /api/v1/actions/{name}` lists what some arguments are chosen from, as `oneOf` in the schema. */
  choices: boolean;
  /** It can be taken back (where the system of the moment can). */
  undoable: boolean;
  /** Null when nothing was named to look at. */
  availability: ActionAvailabilityBody | null;
}

/**
 * `awaiting_confirmation`: somebody says yes first (the customer, where the AI asks). `awaiting_approval`: a lead does.
 * `denied`: the policy or a person said no. `performing`: claimed, and perhaps under way at the vendor. `done`: seen to
 * stand there. `refused`: the vendor said no. `failed`: it did not happen. `uncertain`: it may have happened; looked after
 * again, and a person can tell. `undone`: done, and taken back.
 */
export const ACTION_RUN_STATES = [
  'awaiting_confirmation',
  'awaiting_approval',
  'denied',
  'performing',
  'done',
  'refused',
  'failed',
  'uncertain',
  'undone',
] as const;
export type ActionRunState = (typeof ACTION_RUN_STATES)[number];

/** What was read back at the vendor after the change. */
export interface ActionEvidenceBody {
  /** The connection's label: "Snowdevil (Shopify)". */
  source: string;
  at: string;
  facts: { label: string; value: string }[];
}

/** One change at one system; a refund of a shop that moves no money has two: the credit note and the payment. */
export interface ActionStepBody {
  name: string;
  connectionId: string | null;
  state: 'waiting' | 'performing' | 'done' | 'refused' | 'failed' | 'uncertain';
  error: string | null;
}

/** One thing that was done or is about to be, whoever asked for it. Its id goes to the vendor as the key. */
export interface ActionRunBody {
  id: string;
  action: string;
  title: string;
  risk: ActionRisk;
  state: ActionRunState;
  /** As the timeline says it: "Refunded 24.90 EUR for #1003"; before it is done "Refund 24.90 EUR for #1003". */
  summary: string;
  arguments: Record<string, unknown>;
  connectionId: string | null;
  ticketId: string | null;
  customerId: string | null;
  orderId: string | null;
  orderNumber: string | null;
  /** What it moves; null: no money, or not known yet. */
  amount: Money | null;
  actor: Author;
  decision: ActionDecisionBody;
  /** Who approved, confirmed, declined or resolved it. */
  decidedBy: Author | null;
  steps: ActionStepBody[];
  /** What the action gave, by its own shape: the refund, the code, the order's facts. */
  result: Record<string, unknown> | null;
  evidence: ActionEvidenceBody[];
  /** `code` for programs, `message` for people. */
  error: { code: string; message: string } | null;
  fallback: ActionFallbackBody | null;
  undoable: boolean;
  clientId: string | null;
  attempts: number;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** When an uncertain one is looked at next; null: no more by itself. */
  nextLookAt: string | null;
}

export type ActionRunPage = Page<ActionRunBody>;

/** `POST /api/v1/actions/:name`. */
export interface RunActionRequest {
  arguments: Record<string, unknown>;
  ticketId?: string;
  customerId?: string;
  /** The same one twice is one run; an `Idempotency-Key` header does as well. */
  clientId?: string;
  /** Nothing is changed: tells what would be done and what the policy says. */
  dryRun?: boolean;
}

/** The answer to a dry run. */
export interface ActionPreviewBody {
  dryRun: true;
  action: string;
  title: string;
  risk: ActionRisk;
  summary: string;
  decision: ActionDecisionBody;
  amount: Money | null;
  /** What to show before the button is pressed: the amount, the most that is left, where it goes. */
  facts: { label: string; value: string }[];
  availability: ActionAvailabilityBody;
}

/** Non-2xx answers of the actions' API; `run` where one was recorded, `fallback` where a person could do it by hand. */
export interface ActionProblem extends Problem {
  run?: ActionRunBody;
  fallback?: ActionFallbackBody;
}

/** `POST /api/v1/action-runs/:id/decline`. */
export interface DeclineActionRequest {
  reason?: string;
}

/** `POST /api/v1/action-runs/:id/resolve`: a person looked at the vendor. */
export interface ResolveActionRequest {
  happened: boolean;
  note?: string;
}
