import { gramsOf } from '../passages/grams';
import { runsOf } from './lookalike';

/** A lexeme with how often it stands in the title and in the text. */
export type LexemeCounts = readonly [lexeme: string, inTitle: number, inText: number];

export interface StoredPassage {
  position: number;
  words: LexemeCounts[];
}

/** What scoring needs to know of an article; a few kilobytes, kept in memory between questions. */
export interface Features {
  title: Map<string, number>;
  text: Map<string, number>;
  titleRuns: ReadonlySet<string>[];
  titleLength: number;
  textLength: number;
  titleGrams: Vector;
  textGrams: Vector;
  passages: { position: number; words: Map<string, number>; length: number }[];
  phrasings: Phrasing[];
  /** All phrasings taken together: in how many of them a word stands. */
  asked: Map<string, number>;
  askedGrams: Vector;
}

export interface Phrasing {
  words: Set<string>;
  grams: Vector;
}

/** Damped counts with their length, ready for a cosine. */
export interface Vector {
  of: Map<string, number>;
  norm: number;
}

const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

export function vectorOf(counts: Map<string, number>): Vector {
  const of = new Map<string, number>();
  let squares = 0;
  for (const [key, count] of counts) {
    const damped = count < 1 ? count : 1 + Math.log(count);
    of.set(key, damped);
    squares += damped * damped;
  }
  return { of, norm: Math.sqrt(squares) };
}

export function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [small, large] = a.of.size < b.of.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, value] of small.of) sum += value * (large.of.get(key) ?? 0);
  return sum / (a.norm * b.norm);
}

export function phrasingOf(lexemes: readonly string[]): Phrasing {
  return { words: new Set(lexemes), grams: vectorOf(gramsOf(lexemes.map((lexeme) => [lexeme, 1] as const))) };
}

export function featuresOf(passages: readonly StoredPassage[], phrasings: readonly string[][]): Features {
  const title = new Map<string, number>();
  const text = new Map<string, number>();
  const kept = passages.map(({ position, words }) => {
    const own = new Map<string, number>();
    for (const [lexeme, inTitle, inText] of words) {
      // The title stands in each passage, and counts once.
      if (inTitle > 0) title.set(lexeme, inTitle);
      if (inText === 0) continue;
      own.set(lexeme, inText);
      text.set(lexeme, (text.get(lexeme) ?? 0) + inText);
    }
    return { position, words: own, length: total(own) };
  });
  const asked = new Map<string, number>();
  for (const lexeme of phrasings.flat()) asked.set(lexeme, (asked.get(lexeme) ?? 0) + 1);
  return {
    title,
    text,
    titleRuns: [...title.keys()].map(runsOf),
    titleLength: total(title),
    textLength: total(text),
    titleGrams: vectorOf(gramsOf(title)),
    textGrams: vectorOf(gramsOf(text)),
    passages: kept,
    phrasings: phrasings.map(phrasingOf),
    asked,
    askedGrams: vectorOf(gramsOf(asked)),
  };
}
