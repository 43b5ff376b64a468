import type { Memory } from '../conversation/memory';
import type { Decision } from '../modes/mode';
import type { Language } from '../text/language';
import type { Assurance } from '../tools/tool';
import type { Understanding } from '../understand/understanding';

/** What a turn went by beside its messages and the answers of its tools: with these it can be taken again, and ends the same. */
export interface TurnInput {
  /** The clock of the turn. */
  at: string;
  subject: string;
  customerName: string;
  shop: string;
  signature: string;
  hosts: readonly string[];
  /** The messages that it read, oldest first. */
  said: string[];
  memory: Memory;
  meaning: Understanding;
  /** The shop's own procedures that held, in their order; of all others, what the house ships. */
  procedures: { name: string; version: number }[];
  prior: Language | null;
  assurance: Assurance;
  brief: boolean;
  informal: boolean;
  /** The tools that were offered. */
  tools: string[];
  mode: Pick<Decision, 'mode' | 'reason'>;
  hasFiles: boolean;
  held: string | null;
  repeats: boolean;
  labelled: boolean;
  /** What it concluded; what became of it may differ, as a way can be closed. */
  concluded: { kind: 'send' | 'draft' | 'hand_over' | 'skip'; text: string | null };
}
