import type { Memory } from '../conversation/memory';
import type { ActionToolData } from '../tools/tool-data';
import type { Assurance } from '../tools/tool';
import type { Detector, Language } from '../text/language';

/** One message of the conversation, oldest first. */
export interface Said {
  by: 'customer' | 'us';
  text: string;
}

/** What became of what waited for the customer's yes. The server decided it before the turn; no brain can. */
export interface Decided {
  /** `void`: they said something else, or it had changed meanwhile; nothing was done and it waits no more. */
  answer: 'yes' | 'no' | 'void';
  action: string;
  /** What was put before them, as the server worded it. */
  summary: string;
  /** After a yes. */
  outcome: ActionToolData | null;
}

/** Everything the built-in engine sees of a turn. The same input gives the same step. */
export interface EngineView {
  /** What waits for an answer, as one text. */
  message: string;
  /** The subject above it, when the conversation begins with it. */
  subject?: string;
  history: readonly Said[];
  prior: Language | null;
  detect?: Detector;
  memory: Memory;
  decided: Decided | null;
  assurance: Assurance;
  /** The tools that exist here and now: what the shop's connections can do and the policy lets the AI do. */
  tools: readonly string[];
  /** Short messages without greeting or signature (chat, SMS, WhatsApp). */
  brief: boolean;
  /** The shop addresses its customers as friends ("du", "tu"). */
  informal?: boolean;
  now: Date;
  /** Results of this turn's tool calls, in order. */
  seen: readonly { tool: string; args: Record<string, unknown>; data: unknown }[];
}

/** One step: words for the customer, or calls, or (with `hand_over`) both. */
export interface EngineStep {
  text: string;
  calls: { name: string; args: Record<string, unknown> }[];
  intent: string;
  /** What to remember when the turn ends here. */
  memory: Memory;
}
