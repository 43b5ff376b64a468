import { type Fault, FAULTS, type Plan } from './vendor';

/** One refund that somebody wants, and how the wish reaches the house. */
export interface Wish {
  amount: number;
  /** By the AI, which asks the customer first: the yes comes as often as this, all at once. 0: they say no. */
  confirmations: number | null;
  /** The same request as often as this, all at once. */
  requests: number;
}

export interface Schedule extends Plan {
  /** Those of one row come at the same time, of the same order. */
  rounds: Wish[][];
  /** How often the job that looks after a run comes, each time at once. */
  watches: number;
}

/** Small and good enough: the same seed gives the same schedules on every machine (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function scheduleOf(seed: number): Schedule {
  const random = randomOf(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const pick = <T>(all: readonly T[]): T => all[upTo(all.length - 1)] as T;
  const wish = (): Wish => ({
    amount: 100 + upTo(900),
    confirmations: random() < 0.4 ? upTo(3) : null,
    requests: 1 + upTo(2),
  });
  const faults = Array.from({ length: upTo(3) }, (): Fault | null => (random() < 0.8 ? pick(FAULTS) : null));
  return {
    rounds: Array.from({ length: 1 + upTo(1) }, () => Array.from({ length: random() < 0.3 ? 2 : 1 }, wish)),
    faults,
    lagMs: random() < 0.3 ? upTo(30_000) : 0,
    silent: random() < 0.15 ? upTo(4) : 0,
    slowMs: random() < 0.1 ? 3 : 0,
    watches: 1 + upTo(1),
  };
}
