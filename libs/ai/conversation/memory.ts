import type { Intent } from '../understand/understanding';

export type SlotValue = string | number | boolean | null | SlotValue[] | { [key: string]: SlotValue };

/** A procedure under way, as far as it got. */
export interface Frame {
  procedure: string;
  version: number;
  intent: Intent;
  /** What is known so far: order number, lines, variant, address ... */
  slots: Record<string, SlotValue>;
  /** How often each slot was asked for. */
  asked: Record<string, number>;
  /** The slot whose question our last message asked, or null. */
  waitsFor: string | null;
  offered?: string[];
}

/**
 * What the AI remembers of a conversation from turn to turn: one JSON document per ticket. It holds wishes and answers of
 * the customer, never permission: who they are and what waits for their yes is kept by the server beside it.
 */
export interface Memory {
  /** The procedure that talks now; null: none. */
  frame: Frame | null;
  /** Wishes of the same customer that come after it. */
  queue: Frame[];
  /** What was finished in this conversation, for "anything else?" and for the person who takes over. */
  done: { procedure: string; outcome: string; order?: string }[];
  /** What came to nothing for the order it was about: they may have meant another. */
  told?: Frame | null;
  /** Our questions in a row that the answer did not help with. */
  stuck: number;
}

export const NO_MEMORY: Memory = { frame: null, queue: [], done: [], stuck: 0 };
