import type { MessageBody } from '@satchel/contracts';
import type { LoopResult } from '../loop/loop-types';
import { type Plan, writtenIn } from './conclude';
import type { Ground } from './ground';
import type { Meaning } from './meanings.service';
import type { TurnInput } from './turn-input';
import type { Scene } from './turn.queries';

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
