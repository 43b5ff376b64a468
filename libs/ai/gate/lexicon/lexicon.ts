import type { Act } from '../facts';
import type { State } from '../states';

/**
 * How one language says what was done, what will be done and how things stand. Sources of patterns for folded text;
 * `%A` is any act's stem with its ending, `%P` a participle, `%N` a noun of something that is given or done.
 */
export interface GateWords {
  /** Stems, the more telling first; `generic` says only that something was done to what follows. */
  acts: [string, Act[]][];
  /** What a generic verb was done to. */
  nouns: [string, Act[]][];
  participles: string;
  done: string[];
  promised: string[];
  /** "We can refund it", "it can be cancelled". */
  able: string[];
  /** A person decides about it. */
  approval: string[];
  states: [State, string[]][];
  /** What only an article of the shop can know. */
  policy: string[];
  /** Before a name: "Hi", "Dear". */
  hello: string;
}
