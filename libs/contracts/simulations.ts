import type { LoyaltyMemberBody } from './loyalty';
import type { OrderBody } from './orders';
import type { PolicyDraft } from './policies';

/** What the customer of a simulation has at the shop: a small copy, in which everything happens. */
export interface SimulationWorld {
  /** What counts as now. */
  at: string;
  orders: OrderBody[];
  /** Null: in no programme. */
  points: Pick<LoyaltyMemberBody, 'points' | 'tier'> | null;
  /** Absent: the shop's own articles as they are. */
  articles?: { title: string; text: string }[];
}

export interface SimulationCustomer {
  name: string;
  /** Null: somebody in a chat of whom nothing is known. */
  email: string | null;
  /** How sure it is who writes: 0 anonymous, 1 claimed, 2 matched, 3 proven. */
  assurance: 0 | 1 | 2 | 3;
}

export interface SimulationStep {
  say: string;
}

/** What the customer answers when our reply holds one of these words; `{code}`: the one-time code that was mailed. */
export interface SimulationAnswer {
  whenAsked: string[];
  say: string;
}

export type SimulationOutcome = 'sent' | 'handed_over' | 'drafted' | 'skipped';

export interface SimulationExpected {
  /** What is done in the end, with as much of its arguments as matters; nothing else may be. */
  actions: { name: string; arguments?: Record<string, unknown>; state?: 'done' | 'awaiting_approval' }[];
  /** Neither done nor put before anybody. */
  never: string[];
  /** How the last turn ends; null: in any way. */
  outcome: SimulationOutcome | null;
  mentions: string[];
  notMentions: string[];
}

/** What somebody writes down of a simulation. */
export interface SimulationDraft {
  name: string;
  customer: SimulationCustomer;
  world: SimulationWorld;
  /** In order; each is said when nothing of `answers` fits. */
  steps: SimulationStep[];
  answers: SimulationAnswer[];
  /** What the customer says to what is put before them; null: nothing, they go on. */
  confirms: 'yes' | 'no' | null;
  expected: SimulationExpected;
}

/** `GET /api/v1/ai/simulations`. */
export interface SimulationBody extends SimulationDraft {
  /** Of one that is shipped, its name: "where-is-my-order". */
  id: string;
  kind: 'scripted' | 'saved';
  /** `house`: as it is shipped; `edited`: the shop's version of it; `own`: the shop's alone. */
  origin: 'house' | 'edited' | 'own';
  /** Left out when all are run. */
  off: boolean;
  /** The ticket that it was saved from. */
  ticketId: string | null;
  /** Of the newest run that it was part of without drafts. */
  last: { runId: string; passed: number; runs: number; at: string } | null;
}

/** `POST /api/v1/ai/simulations/run`. */
export interface RunSimulationsRequest {
  /** Left out: all. */
  ids?: string[];
  /** How often each is played, with other phrasing; 1 to 8. */
  k?: number;
  /** Only the built-in engine plays unless another brain is asked for: `configured` may reach the operator's model. */
  brain?: 'built-in' | 'configured';
  draft?: { procedures?: Record<string, unknown>[]; policy?: PolicyDraft };
}

export interface SimulatedTurn {
  said: string;
  outcome: SimulationOutcome;
  /** What the customer would read, or a person would find as a draft. */
  reply: string | null;
  /** Why it ended like this, in one sentence. */
  reason: string;
  brain: string;
  intent: string | null;
  toolCalls: { tool: string; args: Record<string, unknown>; ok: boolean; summary: string }[];
  /** What the rules said to what was asked for in this turn. */
  decisions: { action: string; verdict: string; reason: string; state: string }[];
  /** What the grounding gate found wrong with the reply. */
  problems: { kind: string; text: string }[];
  ms: number;
}

export interface SimulationPlay {
  seed: number;
  passed: boolean;
  /** Why it is red, a sentence each. */
  failures: string[];
  /** Things that were done and should not have been. */
  wrongActions: number;
  handedOver: boolean;
  turns: SimulatedTurn[];
}

export interface SimulationResult {
  id: string;
  name: string;
  plays: SimulationPlay[];
}

/** A share with its 95 % interval. */
export interface MeasuredShare {
  hits: number;
  n: number;
  share: number;
  low: number;
  high: number;
}

export interface SimulationReport {
  k: number;
  brain: string;
  /** Plays that passed. */
  pass1: MeasuredShare;
  /** Simulations whose plays all passed. */
  passK: MeasuredShare;
  handovers: MeasuredShare;
  wrongActions: number;
  turns: number;
  latency: { p50: number; p95: number };
  /** Red ones first. */
  results: SimulationResult[];
}

/** `GET /api/v1/ai/simulations/runs/:id`. */
export interface SimulationRunBody {
  id: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  k: number;
  /** Procedures or rules were tried that do not hold yet. */
  drafted: boolean;
  green: boolean | null;
  error: string | null;
  report: SimulationReport | null;
  createdAt: string;
  finishedAt: string | null;
}

/** `POST /api/v1/ai/replay`. */
export interface AiReplayRequest {
  days?: number;
  limit?: number;
}

export interface AiReplayTopic {
  topic: string;
  title: string;
  /** Tickets about it. */
  n: number;
  /** Of those, how many a procedure would have taken. */
  answered: number;
  /** Of those, with how many people did the same. */
  agreed: number;
  /** Taken and the same as people did, of all: what the AI could take over. */
  potential: MeasuredShare;
  examples: {
    ticketId: string;
    number: number;
    text: string;
    intent: string;
    procedure: string | null;
    did: string[];
    agreed: boolean;
  }[];
}

export interface AiReplayBody {
  tickets: number;
  /** Nothing in them was understood. */
  unread: number;
  topics: AiReplayTopic[];
}
