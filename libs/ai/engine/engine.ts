import type { Memory } from '../conversation/memory';
import { BUILT_IN } from '../procedures/built-in';
import type { ActiveProcedure } from '../procedures/frames';
import { CODE, DETAILS } from '../procedures/identity';
import { interpret, spokenIn } from '../procedures/interpreter';
import { understand } from '../understand';
import type { Expected, IntentModel } from '../understand';
import type { Understanding } from '../understand/understanding';
import type { EngineStep, EngineView } from './engine-view';

type ToRead = Pick<EngineView, 'message' | 'subject' | 'detect' | 'now' | 'memory' | 'prior'>;

/** The procedures as the house ships them. */
export const HOUSE: readonly ActiveProcedure[] = BUILT_IN.map((document) => ({ document, version: 0 }));

/** One step of a turn. Pure: each step can be taken again with the same outcome. */
export function nextStep(
  view: EngineView,
  procedures: readonly ActiveProcedure[] = HOUSE,
  meaning: Understanding = meaningOf(view, procedures),
): EngineStep {
  return interpret(view, meaning, procedures);
}

/**
 * What the customer's message means in its conversation: the same in every step of a turn.
 *
 * @param model what the shop taught; without it, the one of our own sentences
 */
export function meaningOf(
  { message, subject, detect, now, memory, prior }: ToRead,
  procedures: readonly ActiveProcedure[],
  model?: IntentModel,
): Understanding {
  const expected = expectedIn(memory, procedures);
  return understand(message, { subject, prior: spokenIn(memory) ?? prior, detect, now, expected, model });
}

/** What our last message asked for: it says how a bare number or a nod is read. */
function expectedIn({ frame }: Memory, procedures: readonly ActiveProcedure[]): Expected {
  const waits = frame?.waitsFor;
  if (!frame || !waits) return null;
  if (waits.startsWith('confirm:')) return 'yes_no';
  if (waits === CODE) return 'one_time_code';
  if (waits === DETAILS) return frame.slots.provedNumber ? 'postcode' : 'order_number';
  const active = procedures.find(({ document }) => document.name === frame.procedure);
  switch (active?.document.slots[waits]?.kind) {
    case 'order':
      return 'order_number';
    case 'lines':
    case 'variant':
    case 'choice':
    case 'reward':
      return 'choice';
    default:
      return null;
  }
}
