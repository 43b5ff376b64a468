import type { Memory } from '../conversation/memory';
import type { Understanding } from '../understand/understanding';
import type { ActiveProcedure } from './frames';
import { PROPOSALS } from './known-tools';

/** Whether a language model is shown a tool, after the look-ups that it made in this turn. */
export type Scope = (tool: string, lookedUp: ReadonlySet<string>) => boolean;

/** Knowing an order's lines is knowing the order. */
const STANDS_FOR: Readonly<Record<string, string>> = { find_orders: 'order_lines' };

/**
 * The tools of a turn as the procedures go: look-ups always, an action only where the customer's words or what is under way
 * may lead to it, and only after the look-ups that its procedure makes first. It keeps a model on the path and spares it
 * the sight of what it does not need; permission is no matter of this, but of the policy and of the customer's yes.
 */
export function scopeOf(
  meaning: Pick<Understanding, 'wishes' | 'sentences'>,
  memory: Memory,
  procedures: readonly ActiveProcedure[],
): Scope {
  const led = new Set(procedures.flatMap(({ document }) => actionsIn(document.steps)));
  const paths = pathsOf(procedures.filter(({ document }) => !document.off).filter(isInPlay(meaning, memory)));
  return (tool, lookedUp) => {
    // What no procedure leads to has no steps to keep to.
    if (!led.has(tool)) return true;
    const known = (name: string): boolean => lookedUp.has(name) || lookedUp.has(STANDS_FOR[name] ?? name);
    return (paths.get(tool) ?? []).some((first) => first.every(known));
  };
}

/** Where every wish was read for sure, its procedures and those under way; else any may be the one. */
function isInPlay({ wishes, sentences }: Pick<Understanding, 'wishes' | 'sentences'>, { frame, queue }: Memory) {
  const underWay = new Set([...(frame ? [frame] : []), ...queue].map(({ procedure }) => procedure));
  const isClear = wishes.length > 0 && wishes.every(({ sure }) => sure);
  const guessed = sentences.flatMap(({ guesses }) => guesses.map(({ intent }) => intent));
  const wanted = new Set<string>([...wishes.map(({ intent }) => intent), ...guessed]);
  return ({ document }: ActiveProcedure): boolean =>
    !isClear || underWay.has(document.name) || document.intents.some((intent) => wanted.has(intent));
}

/** For each action, the look-ups that come first, once for each procedure that proposes it. */
function pathsOf(procedures: readonly ActiveProcedure[]): Map<string, string[][]> {
  const paths = new Map<string, string[][]>();
  for (const { document } of procedures) {
    const actions = new Set(actionsIn(document.steps));
    const first = document.tools.filter((tool) => !(tool in PROPOSALS));
    for (const action of actions) paths.set(action, [...(paths.get(action) ?? []), first]);
  }
  return paths;
}

type Steps = ActiveProcedure['document']['steps'];

function actionsIn(steps: Steps): string[] {
  return steps.flatMap((step) => {
    if (step.do === 'propose') return [step.action];
    if (step.do !== 'check') return [];
    return [...step.branches.flatMap((branch) => actionsIn(branch.steps)), ...actionsIn(step.otherwise ?? [])];
  });
}
