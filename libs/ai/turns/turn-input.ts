import type { MessageBody } from '@satchel/contracts';
import type { Memory } from '../conversation/memory';
import type { LoopResult } from '../loop/loop';
import type { Decision } from '../modes/mode';
import type { Language } from '../text/language';
import type { Assurance } from '../tools/tool';
import type { Understanding } from '../understand/understanding';
import { type Plan, writtenIn } from './conclude';
import type { Ground } from './ground';
import type { Meaning } from './meanings.service';
import type { Scene } from './turn.queries';

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

type How = Pick<
  TurnInput,
  'prior' | 'assurance' | 'brief' | 'informal' | 'mode' | 'hasFiles' | 'held' | 'repeats' | 'labelled'
>;

/** As a turn ends with it. */
export function inputOf(
  turn: How & { facts: Ground; scene: Scene; said: MessageBody[]; meaning: Meaning; loop: LoopResult; plan: Plan },
): TurnInput {
  const { facts, scene, said, meaning, loop, plan, mode, ...how } = turn;
  const { prior, assurance, brief, informal, hasFiles, held, repeats, labelled } = how;
  return {
    at: facts.today.toISOString(),
    subject: scene.subject,
    customerName: scene.customerName,
    ...{ shop: facts.shop, signature: facts.signature, hosts: facts.hosts ?? [] },
    said: said.map(({ id }) => id),
    memory: meaning.view.memory,
    meaning: meaning.value,
    procedures: (meaning.view.procedures ?? [])
      .filter(({ version }) => version > 0)
      .map(({ document, version }) => ({ name: document.name, version })),
    ...{ prior, assurance, brief, informal, hasFiles, held, repeats, labelled },
    tools: loop.offered ?? [],
    mode: { mode: mode.mode, reason: mode.reason },
    concluded: { kind: plan.kind, text: writtenIn(plan) },
  };
}
