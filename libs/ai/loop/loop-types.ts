import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import type { EvidenceBody, ToolCallBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { Memory } from '../conversation/memory';
import type { TurnView } from '../engine/built-in-chat-model';
import type { GateResult } from '../gate/gate';
import type { Pseudonyms } from '../privacy/pseudonyms';
import type { Scope } from '../procedures/scope';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { AiTool, Proposal, ToolBinding } from '../tools/tool';

/** A chat model and how patient we are with it. */
export interface Brain {
  name: string;
  model: BaseChatModel;
  /** Asks for one step: a fault is answered by asking once more, streamed, since some servers only do that well. */
  attempts: 1 | 2;
  /** Where it would give the conversation to a person, the next brain has a try first. */
  yields?: boolean;
}

export interface LoopInput {
  ctx: Ctx;
  /** In order of preference; the next one starts afresh when one fails. The last one is the built-in engine. */
  brains: readonly Brain[];
  binding: ToolBinding;
  /** What may be called in this turn; left out: the look-ups that are there everywhere. */
  tools?: readonly AiTool[];
  /** Which of them a language model is shown, as the turn goes on; left out, all. The engine keeps to its procedures anyway. */
  scope?: Scope;
  /** System prompt, the thread, and last the customer's message. */
  messages: readonly BaseMessage[];
  /** The turn as the built-in engine sees it, but for what happens in the loop. */
  view?: TurnView;
  /** Holds an answer against what was looked up; left out, it goes as it is. */
  check?: (text: string, learned: Learned) => GateResult;
  /** Where models outside must not see whose data it is: the names that stand for it. */
  pseudonyms?: Pseudonyms | null;
  /** A brain failed after it had proposed something: nobody is asked about it. */
  abandon?: (proposal: Proposal) => Promise<void>;
  newId: () => string;
  /** Milliseconds of a clock that only goes forward. */
  elapsed: () => number;
  /** For what goes wrong inside tools and models; the customer's turn goes on. */
  onError: (error: unknown, what: string) => void;
  signal?: AbortSignal;
  budget?: Partial<Budget>;
}

/** Per turn, so that no model can run on: it ends in a reply or with a person. */
export interface Budget {
  modelCalls: number;
  toolCalls: number;
  wallMs: number;
  /** Kept back of `wallMs` for the brain that needs no network. */
  reserveMs: number;
}
export const BUDGET: Budget = { modelCalls: 6, toolCalls: 8, wallMs: 30_000, reserveMs: 5_000 };

export type LoopEnd =
  | { kind: 'answer'; text: string }
  | { kind: 'hand_over'; reason: HandoffReason; summary: string; draft: string | null };

export interface LoopResult {
  end: LoopEnd;
  /** The brain that ended the turn. */
  brain: string;
  intent: string | null;
  transcript: TranscriptLine[];
  toolCalls: StoredToolCall[];
  evidence: EvidenceBody[];
  /** What the tools returned to the brain that ended the turn: the facts of its reply. */
  results: unknown[];
  /** Which tool gave each of them. */
  tools?: string[];
  /** The tools that could be called. */
  offered?: string[];
  /** Order and tracking numbers that were looked up. */
  asked: string[];
  /** How often a model was asked to write anew, and sentences of the engine that were left out. */
  mended?: { rewrites: number; dropped: string[] };
  /** What waits for the customer's yes when this turn's words reach them. */
  proposal?: Proposal | null;
  /** Passages of the shop's articles that were found, by the names that replies cite. */
  passages?: string[];
  /** What the engine wants remembered; undefined: as it was. */
  memory?: Memory;
  tokens: { input: number; output: number };
  modelCalls: number;
  faults: string[];
}

/** What a reply can rest on. */
export type Learned = Pick<LoopResult, 'brain' | 'results' | 'tools' | 'asked'>;

export interface StoredToolCall extends ToolCallBody {
  missed?: boolean;
  runId?: string;
}

export interface TranscriptLine {
  brain: string;
  /** `gate`: what the gate told the model, or left out. */
  role: 'assistant' | 'tool' | 'gate';
  text: string;
  calls?: { name: string; args: Record<string, unknown> }[];
}
