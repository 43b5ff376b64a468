import type { Analysis } from '../engine/analyse';
import type { Brain } from '../loop/loop';
import { brainsFor } from './router';

const llm = { name: 'llm', model: {}, attempts: 2 } as Brain;
const engine = { name: 'built-in', model: {}, attempts: 1 } as Brain;
const procedures = { name: 'built-in', model: { forTurn: () => undefined }, attempts: 1 } as unknown as Brain;
const names = (decision: Analysis['decision'], all = [llm, engine], spend = true): string[] =>
  brainsFor({ decision } as Analysis, all, { spend }).map(({ name, yields }) => (yields ? `${name}, then` : name));

it.each([
  ['what the engine is sure of', { kind: 'answer' }, ['built-in, then', 'llm', 'built-in']],
  ['what it is not sure of', { kind: 'hand_over', reason: 'refund' }, ['llm', 'built-in']],
  ['a topic of people', { kind: 'hand_over', reason: 'legal' }, ['built-in']],
  ['orders given to the machine', { kind: 'hand_over', reason: 'injection' }, ['built-in']],
  ['thanks', { kind: 'no_reply' }, ['built-in']],
] as [string, Analysis['decision'], string[]][])('%s', (_what, decision, order) => {
  expect(names(decision)).toEqual(order);
});

it('lets an engine with procedures try first, and alone when nothing may be spent', () => {
  const decision: Analysis['decision'] = { kind: 'hand_over', reason: 'refund' };
  expect(names(decision, [llm, procedures])).toEqual(['built-in, then', 'llm', 'built-in']);
  expect(names(decision, [llm, engine], false)).toEqual(['built-in']);
  expect(names(decision, [engine])).toEqual(['built-in']);
});
