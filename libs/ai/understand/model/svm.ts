import type { Sparse } from './features';
import { SLOTS } from './features';

export interface SvmOptions {
  /** What a wrongly judged sample costs against a simple model. */
  cost: number;
  epochs: number;
}
export const SVM: SvmOptions = { cost: 2, epochs: 8 };
/** The slot behind the features that is on in every sample. */
const BIAS_VALUE = 0.5;
const SEED = 20261121;

/**
 * One linear judge per class, "this one or not": the L2-loss support vector machine by dual coordinate descent
 * (Hsieh et al., ICML 2008), with samples left out for good once they are clearly on their side. The order is drawn from
 * a fixed seed, so that the same text gives the same weights.
 *
 * @returns weights by slot, all classes of a slot beside each other; the last slot is the bias
 */
export function trainSvm(samples: readonly Sparse[], classes: Int32Array, count: number, options = SVM): Float32Array {
  const weights = new Float32Array((SLOTS + 1) * count);
  const own = new Float32Array(SLOTS + 1);
  for (let klass = 0; klass < count; klass += 1) {
    own.fill(0);
    trainOne(samples, classes, klass, own, options);
    for (let slot = 0; slot <= SLOTS; slot += 1) weights[slot * count + klass] = own[slot] ?? 0;
  }
  return weights;
}

function trainOne(
  samples: readonly Sparse[],
  classes: Int32Array,
  klass: number,
  weights: Float32Array,
  { cost, epochs }: SvmOptions,
): void {
  const alpha = new Float32Array(samples.length);
  let active = Int32Array.from(samples.keys());
  const random = seeded(SEED + klass);
  const diagonal = 1 + BIAS_VALUE * BIAS_VALUE + 0.5 / cost;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(active, random);
    let kept = 0;
    for (const at of active) {
      const sample = samples[at];
      if (!sample) continue;
      const sign = classes[at] === klass ? 1 : -1;
      const before = alpha[at] ?? 0;
      const gradient = sign * judge(sample, weights) - 1 + (before * 0.5) / cost;
      // Clearly right and without a say: it will hardly come back.
      if (before === 0 && gradient > 0.3 && epoch > 0) continue;
      active[kept] = at;
      kept += 1;
      if (before === 0 && gradient >= 0) continue;
      const after = Math.max(before - gradient / diagonal, 0);
      if (after === before) continue;
      alpha[at] = after;
      const step = (after - before) * sign;
      const { slots, values } = sample;
      for (let i = 0; i < slots.length; i += 1)
        weights[slots[i] as number] = (weights[slots[i] as number] as number) + step * (values[i] as number);
      weights[SLOTS] = (weights[SLOTS] ?? 0) + step * BIAS_VALUE;
    }
    active = active.subarray(0, kept);
  }
}

function judge({ slots, values }: Sparse, weights: Float32Array): number {
  let sum = (weights[SLOTS] ?? 0) * BIAS_VALUE;
  for (let at = 0; at < slots.length; at += 1) sum += (weights[slots[at] as number] as number) * (values[at] as number);
  return sum;
}

/** How strongly each class is judged to be the one. Above 0: more yes than no. */
export function decide({ slots, values }: Sparse, weights: Float32Array, count: number): Float32Array {
  const decisions = new Float32Array(count);
  for (let klass = 0; klass < count; klass += 1) decisions[klass] = (weights[SLOTS * count + klass] ?? 0) * BIAS_VALUE;
  for (let at = 0; at < slots.length; at += 1) {
    const base = (slots[at] as number) * count;
    const value = values[at] as number;
    for (let klass = 0; klass < count; klass += 1)
      decisions[klass] = (decisions[klass] as number) + value * (weights[base + klass] as number);
  }
  return decisions;
}

function shuffle(values: Int32Array, random: () => number): void {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = values[at] as number;
    values[at] = values[other] as number;
    values[other] = kept;
  }
}

/** Mulberry32: small, fast, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
