import type { Intent } from '../understanding';
import type { Sparse } from './features';
import { featuresOf, idfOf, weigh } from './features';
import type { Example } from './intent-model';

export interface Near {
  intent: Intent;
  /** Cosine to the likest example of this intent. */
  likeness: number;
}

/**
 * The likest examples of each intent, likest first. An opinion beside the model's: the model knows what a whole intent has in
 * common, this one whether somebody said nearly the same before.
 */
export function nearestAmong(examples: readonly Example[]): (text: string) => Near[] {
  const counted = examples.map(({ text }) => featuresOf(text));
  const idf = idfOf(counted);
  const holders = new Map<number, { at: number; value: number }[]>();
  counted.forEach((sample, at) =>
    each(weigh(sample, idf), (slot, value) => {
      const list = holders.get(slot);
      if (list) list.push({ at, value });
      else holders.set(slot, [{ at, value }]);
    }),
  );
  return (text) => {
    const likeness = new Float32Array(examples.length);
    each(weigh(featuresOf(text), idf), (slot, value) => {
      for (const { at, value: other } of holders.get(slot) ?? []) likeness[at] = (likeness[at] ?? 0) + value * other;
    });
    const best = new Map<Intent, number>();
    examples.forEach(({ intent }, at) => best.set(intent, Math.max(best.get(intent) ?? 0, likeness[at] ?? 0)));
    return [...best].map(([intent, most]) => ({ intent, likeness: most })).sort((a, b) => b.likeness - a.likeness);
  };
}

function each({ slots, values }: Sparse, visit: (slot: number, value: number) => void): void {
  for (let at = 0; at < slots.length; at += 1) visit(slots[at] ?? 0, values[at] ?? 0);
}
