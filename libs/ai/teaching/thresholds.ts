import { wilson } from '@satchel/kernel';
import { NEEDED, TARGETS, TOPICS, topicOf } from '../modes/topics';

/** A decision made in silence beside what a person then did. */
export interface Shadow {
  score: number;
  correct: boolean;
}

/** What a shop's own closed decisions say of the readings of one intent. */
export interface Standing {
  right: number;
  n: number;
  /** The score from which the engine alone may decide; null: they do not show it for any. */
  threshold: number | null;
  target: number;
}

export const NO_STANDING: Omit<Standing, 'target'> = { right: 0, n: 0, threshold: null };

/** The share of right decisions that an intent needs before the engine alone may act on it: that of its topic. */
export function targetOf(intent: string): number {
  return TARGETS[TOPICS[topicOf(intent)].tier];
}

export function standingOf(intent: string, shadows: readonly Shadow[]): Standing {
  const target = targetOf(intent);
  const right = shadows.filter(({ correct }) => correct).length;
  return { right, n: shadows.length, threshold: thresholdOf(shadows, target), target };
}

/** As exact as scores are kept and compared. */
export function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/** Even the upper end of what enough decisions show is below what it needs; people change a few for reasons of their own. */
export function isPoor({ right, n, target }: Standing): boolean {
  return n >= NEEDED && wilson(right, n).high < target;
}

/**
 * The lowest score at which the lower end of the interval of right decisions reaches the target. Null, and so never by the
 * engine alone, while the shop's own data does not show it: a threshold from anywhere else promises too much.
 */
export function thresholdOf(shadows: readonly Shadow[], target: number): number | null {
  const sorted = [...shadows].sort((a, b) => b.score - a.score);
  let hits = 0;
  let lowest: number | null = null;
  sorted.forEach(({ score, correct }, at) => {
    if (correct) hits += 1;
    // Equal scores stand or fall together.
    if (sorted[at + 1]?.score === score) return;
    if (wilson(hits, at + 1).low >= target) lowest = score;
  });
  return lowest;
}
