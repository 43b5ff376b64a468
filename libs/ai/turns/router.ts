import type { Brain } from '../loop/loop-types';
import type { Understanding } from '../understand';

/**
 * Who thinks about a turn, first to last: the built-in engine where it works by procedures, as it costs nothing and says the
 * same each time; the language models for what it would give away; and the engine again behind them. What is a person's,
 * and what needs no answer, no language model reads.
 */
export function brainsFor(
  { danger, nothingToAnswer }: Pick<Understanding, 'danger' | 'nothingToAnswer'>,
  all: readonly Brain[],
  may: { spend: boolean },
): readonly Brain[] {
  const engine = all.at(-1);
  if (!engine) return [];
  if (danger || nothingToAnswer || !may.spend || all.length === 1) return [engine];
  return 'forTurn' in engine.model ? [{ ...engine, yields: true }, ...all] : all;
}
