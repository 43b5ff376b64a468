import type { Author } from './common';

/** One way in which the AI works a customer's wish. `GET /api/v1/ai/procedures/{name}`. */
export interface ProcedureBody {
  /** "cancel-order". */
  name: string;
  title: string;
  /** The wishes that start it. */
  intents: string[];
  /** `house`: as it is shipped; `edited`: the shop's own version of a shipped one; `own`: the shop's alone. */
  origin: 'house' | 'edited' | 'own';
  /** Switched off: what it would work goes to a person. */
  off: boolean;
  /** 0: as it is shipped. */
  version: number;
  /** Slots and steps, as plain data. */
  document: Record<string, unknown>;
  changedBy: Author | null;
  changedAt: string | null;
}

/** `GET /api/v1/ai/procedures`. */
export interface ProcedureListBody {
  data: ProcedureBody[];
}

/** `PUT /api/v1/ai/procedures/{name}`, `POST /api/v1/ai/procedures`. */
export interface WriteProcedureRequest {
  document: Record<string, unknown>;
  /** Refused with 409 when somebody changed it since this version. */
  expectedVersion?: number;
  /** Refused with 409 `simulations_red` when it turns one red; else as `blockOnRed` is set. */
  requireGreen?: boolean;
  /** An owner publishes all the same. */
  force?: boolean;
}
