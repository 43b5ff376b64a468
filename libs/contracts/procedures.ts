import type { Author, Page } from './common';
import type { CustomerTexts } from './customer-texts';

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
  document: ProcedureDocumentBody;
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

/** One of the house's phrases by its name, or the shop's own words by language. */
export type ProcedureWords = string | CustomerTexts;

/** A question about one fact, or several of them joined. */
export type ProcedureCondition =
  | { fact: string; is: string | number | boolean | (string | number)[] }
  | { fact: string; known: boolean }
  | { fact: string; atLeast: number }
  | { fact: string; atMost: number }
  | { all: ProcedureCondition[] }
  | { any: ProcedureCondition[] }
  | { not: ProcedureCondition };

/** Where an argument's value comes from. */
export type ProcedureSource =
  | { value: string | number | boolean }
  | { slot: string }
  | { fact: string }
  | { words: 'wish' }
  | { lines: string; reason?: string }
  | { wanted: string; lines: string }
  | { swap: string; lines: string };

export type ProcedureStep =
  | { do: 'need' | 'ask'; slot: string }
  | { do: 'check'; branches: { when: ProcedureCondition; steps: ProcedureStep[] }[]; otherwise?: ProcedureStep[] }
  | { do: 'look_up'; tool: string; with: Record<string, ProcedureSource> }
  | { do: 'propose'; action: string; with: Record<string, ProcedureSource> }
  | { do: 'confirm' | 'execute'; words?: ProcedureWords }
  | { do: 'say'; words?: ProcedureWords; tell?: string; end?: boolean }
  | { do: 'hand_over'; reason: string; words?: ProcedureWords };

/** What has to be known, where it may be found, and how it is asked for. */
export interface ProcedureSlot {
  kind: string;
  from: string[];
  ask: ProcedureWords;
  can?: ProcedureCondition;
  live?: boolean;
  of?: string;
  same?: boolean;
  options?: { value: string; words: string[] }[];
  otherwise?: string;
}

export interface ProcedureDocumentBody {
  /** kebab-case: "cancel-order". */
  name: string;
  title: string;
  intents: string[];
  tools: string[];
  /** Why a person takes over when it can go no further. */
  reason: string;
  slots: Record<string, ProcedureSlot>;
  steps: ProcedureStep[];
  off?: boolean;
}

/** `GET /api/v1/ai/procedures/{name}/versions`, newest first. `document` null: back to what is shipped. */
export interface ProcedureVersionBody {
  version: number;
  changedBy: Author;
  changedAt: string;
  document: ProcedureDocumentBody | null;
}

export type ProcedureVersionPage = Page<ProcedureVersionBody>;

/** `GET /api/v1/ai/procedure-parts`: what steps, slots and conditions can be made of. */
export interface ProcedurePartsBody {
  facts: { name: string; kind: 'text' | 'number' | 'yes_no'; says: string; values: string[] }[];
  /** The house's own sentences; `{order}` and the like are filled in. */
  phrases: { name: string; texts: CustomerTexts }[];
  lookUps: ProcedureToolBody[];
  actions: ProcedureToolBody[];
  reasons: { name: string; says: string }[];
  intents: string[];
  tellers: string[];
  slotKinds: string[];
  origins: string[];
}

export interface ProcedureToolBody {
  name: string;
  needs: string[];
  may: string[];
}

/** `POST /api/v1/ai/procedures/check`. `field`: "steps.3" is the third step, "steps.3.branches.1.steps.2" one inside it. */
export interface ProcedureProblemsBody {
  problems: { field: string; message: string }[];
}
