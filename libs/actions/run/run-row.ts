import type {
  ActionDecisionBody,
  ActionEvidenceBody,
  ActionFallbackBody,
  ActionRisk,
  ActionRunState,
  ActionStepBody,
  AddressKind,
  Assurance,
  Author,
  Money,
  Role,
} from '@satchel/contracts';
import type { PolicyFacts } from '@satchel/policies';
import type { StepPlan } from '../action/preparation';

/** One step with what became of it. */
export interface StepRow extends StepPlan {
  /** What the vendor knows this very change by. */
  key: string;
  state: ActionStepBody['state'];
  /** Right before the request went out; null: nothing of it ever left this house. */
  leftAt: string | null;
  /** The vendor said yes. */
  answeredAt: string | null;
  result: unknown;
  error: string | null;
}

export interface RunActor extends Author {
  role: Role | null;
  assurance: Assurance;
  /** The only addresses that count as the customer's here: those proven in the conversation. Absent: all that are known. */
  addresses?: ProvenAddress[];
}

export interface ProvenAddress {
  kind: AddressKind;
  value: string;
}

export interface RunRow {
  id: string;
  name: string;
  risk: ActionRisk;
  state: ActionRunState;
  phase: 'do' | 'undo';
  connectionId: string | null;
  ticketId: string | null;
  customerId: string | null;
  orderId: string | null;
  orderNumber: string | null;
  lockKey: string | null;
  actor: RunActor;
  arguments: Record<string, unknown>;
  summary: { ahead: string; done: string };
  amount: Money | null;
  facts: PolicyFacts;
  decision: ActionDecisionBody;
  decidedBy: Author | null;
  steps: StepRow[];
  result: Record<string, unknown> | null;
  evidence: ActionEvidenceBody[];
  error: { code: string; message: string } | null;
  fallback: ActionFallbackBody | null;
  clientId: string | null;
  requestHash: string;
  attempts: number;
  looks: number;
  claimedAt: Date | null;
  claimedBy: string | null;
  nextLookAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export type NewRun = Omit<RunRow, 'phase' | 'looks' | 'attempts' | 'decidedBy' | 'nextLookAt'>;
