import type { ActionRunBody, SimulatedTurn, SimulationDraft, SimulationPlay } from '@satchel/contracts';

/** What was done, or will be with a person's consent. */
const EFFECTS: readonly ActionRunBody['state'][] = ['done', 'performing', 'uncertain', 'awaiting_approval'];
const OPEN: readonly ActionRunBody['state'][] = [...EFFECTS, 'awaiting_confirmation'];

/** Holds a conversation against what was expected of it. Pure. */
export function judge(
  expected: SimulationDraft['expected'],
  turns: readonly SimulatedTurn[],
  runs: readonly ActionRunBody[],
  proposed: readonly string[],
): Pick<SimulationPlay, 'passed' | 'failures' | 'wrongActions' | 'handedOver'> {
  const failures: string[] = [];
  const left = runs.filter(({ risk, state }) => risk !== 'read' && EFFECTS.includes(state));
  for (const wanted of expected.actions) {
    const state = wanted.state ?? 'done';
    const at = left.findIndex(
      (run) => run.action === wanted.name && run.state === state && holds(run.arguments, wanted.arguments ?? {}),
    );
    if (at < 0) failures.push(`${inWords(wanted.name)} ${STATE_WORDS[state]} was expected.`);
    else left.splice(at, 1);
  }
  for (const run of left) failures.push(`Nobody wanted this: ${run.summary} (${run.state.replace(/_/g, ' ')}).`);
  const never = expected.never.filter(
    (name) => proposed.includes(name) || runs.some((run) => run.action === name && OPEN.includes(run.state)),
  );
  for (const name of never) failures.push(`${inWords(name)} should never come up.`);
  const last = turns.at(-1);
  if (expected.outcome && last?.outcome !== expected.outcome)
    failures.push(
      `It should end "${inWords(expected.outcome)}" and ended "${inWords(last?.outcome ?? 'not at all')}": ${last?.reason ?? ''}`,
    );
  const words = turns.map(({ reply, outcome }) => (outcome === 'handed_over' ? '' : (reply ?? ''))).join('\n');
  const has = (text: string): boolean => words.toLowerCase().includes(text.toLowerCase());
  for (const text of expected.mentions) if (!has(text)) failures.push(`No reply says "${text}".`);
  for (const text of expected.notMentions) if (has(text)) failures.push(`A reply says "${text}".`);
  return {
    passed: failures.length === 0,
    failures,
    wrongActions: left.length,
    handedOver: turns.some(({ outcome }) => outcome === 'handed_over'),
  };
}

const STATE_WORDS = { done: 'done', awaiting_approval: "waiting for a person's consent" };

const inWords = (name: string): string => name.replace(/_/g, ' ');

/** Every part that was named is there; what was not named may be anything. */
export function holds(given: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(given) && wanted.every((one, at) => holds(given[at], one));
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof given !== 'object' || given === null) return false;
    return Object.entries(wanted).every(([key, one]) => holds((given as Record<string, unknown>)[key], one));
  }
  return given === wanted;
}
