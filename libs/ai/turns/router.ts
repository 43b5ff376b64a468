import type { Analysis } from '../engine/analyse';
import type { Brain } from '../loop/loop';

/** Topics that are a person's, and what needs no answer: no language model reads them. */
const FOR_THE_ENGINE = ['safety', 'legal', 'human_requested', 'injection'];

/**
 * Who thinks about a turn, first to last: the built-in engine where it is sure or works by procedures, as it costs nothing
 * and says the same each time; the language models for what it would give away; and the engine again behind them.
 */
export function brainsFor({ decision }: Analysis, all: readonly Brain[], may: { spend: boolean }): readonly Brain[] {
  const engine = all.at(-1);
  if (!engine) return [];
  const named = decision.kind === 'hand_over' && FOR_THE_ENGINE.includes(decision.reason);
  if (named || decision.kind === 'no_reply' || !may.spend || all.length === 1) return [engine];
  const sure = decision.kind === 'answer' || 'forTurn' in engine.model;
  return sure ? [{ ...engine, yields: true }, ...all] : all;
}
