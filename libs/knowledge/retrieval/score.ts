import { gramsOf } from '../passages/grams';
import { cosine, type Features, vectorOf } from './features';
import type { Statistics } from './statistics';

/**
 * Chosen on one half of a public set of paraphrased questions and checked on the other (`npm run eval -- knowledge`).
 * The shape of it matters more than any of the figures.
 */
export const WEIGHTS = {
  /** Of the four signals of an article by itself. */
  words: 3,
  titleGrams: 7,
  textGrams: 4.5,
  bestPassage: 3.5,
  /** Of how customers asked before: of all together, and of the likest ones. */
  askedGrams: 4,
  phrasings: 8,
  /** Where a word stands: in the title, the text, or ways to ask. */
  title: 12,
  text: 0.5,
  asked: 12,
  /** BM25's saturation, and how much a long title or text is held against it. */
  saturation: 2.5,
  titleLength: 0.4,
  textLength: 0.4,
  passageSaturation: 1.2,
  passageLength: 0.75,
  /** Rare words count more, but only as the root of their idf. */
  idfPower: 0.5,
  /** A word of the same meaning. */
  synonym: 0.35,
  /** Words against letters in the likeness of two questions; then the next likest phrasing counts less, and less. */
  phrasingWords: 0.4,
  phrasingPower: 1.5,
  phrasingTitle: 0.8,
  phrasingDecay: 0.3,
};
export type Weights = typeof WEIGHTS;

export interface Question {
  /** Lexemes, the rarest first, with their idf and the lexemes that mean the same. */
  words: { lexeme: string; idf: number; synonyms: string[] }[];
}

export interface Scored {
  score: number;
  /** The passage that speaks of it most. */
  position: number;
}

export function scorer(
  { words }: Question,
  statistics: Statistics,
  weights: Weights = WEIGHTS,
): (features: Features) => Scored {
  const grams = vectorOf(gramsOf(words.map(({ lexeme }) => [lexeme, 1] as const)));
  const damped = words.map(({ idf }) => idf ** weights.idfPower);
  const dampedSum = sumOf(damped) || 1;
  const plainSum = sumOf(words.map(({ idf }) => idf)) || 1;
  const own = new Map(words.map(({ lexeme, idf }) => [lexeme, idf]));
  const ownNorm = Math.sqrt(sumOf(words.map(({ idf }) => idf * idf)));

  const timesIn = (counts: Map<string, number>, index: number): number => {
    const word = words[index];
    if (!word) return 0;
    const times = counts.get(word.lexeme);
    if (times) return times;
    let best = 0;
    for (const synonym of word.synonyms) best = Math.max(best, counts.get(synonym) ?? 0);
    return best * weights.synonym;
  };

  /** Cosine of two short texts by their words' idf. */
  const likeness = (other: Iterable<string>): number => {
    let shared = 0;
    let squares = 0;
    for (const lexeme of other) {
      const idf = statistics.idf(lexeme);
      squares += idf * idf;
      if (own.has(lexeme)) shared += idf * idf;
    }
    return squares === 0 || ownNorm === 0 ? 0 : shared / Math.sqrt(squares * ownNorm * ownNorm);
  };

  const asked = (features: Features, titleGrams: number): number => {
    if (features.phrasings.length === 0) return 0;
    const mix = (byWords: number, byGrams: number): number =>
      weights.phrasingWords * byWords + (1 - weights.phrasingWords) * byGrams;
    const alike = features.phrasings.map((one) => mix(likeness(one.words), cosine(grams, one.grams)));
    alike.push(weights.phrasingTitle * mix(likeness(features.title.keys()), titleGrams));
    alike.sort((a, b) => b - a);
    return sumOf(alike.map((value, rank) => value ** weights.phrasingPower * weights.phrasingDecay ** rank));
  };

  return (features) => {
    const titleNorm = 1 - weights.titleLength + (weights.titleLength * features.titleLength) / statistics.titleLength;
    const textNorm = 1 - weights.textLength + (weights.textLength * features.textLength) / statistics.textLength;
    let byWords = 0;
    words.forEach((_, index) => {
      const strength =
        (weights.title * timesIn(features.title, index)) / titleNorm +
        (weights.text * timesIn(features.text, index)) / textNorm +
        weights.asked * timesIn(features.asked, index);
      byWords += ((damped[index] ?? 0) * strength * (weights.saturation + 1)) / (strength + weights.saturation);
    });
    let best = { position: features.passages[0]?.position ?? 0, value: 0 };
    for (const passage of features.passages) {
      const norm =
        weights.passageSaturation *
        (1 - weights.passageLength + (weights.passageLength * passage.length) / statistics.passageLength);
      let value = 0;
      words.forEach(({ idf }, index) => {
        const times = timesIn(passage.words, index);
        value += (idf * times * (weights.passageSaturation + 1)) / (times + norm);
      });
      if (value > best.value) best = { position: passage.position, value };
    }
    const titleGrams = cosine(grams, features.titleGrams);
    const score =
      (weights.words * byWords) / dampedSum +
      weights.titleGrams * titleGrams +
      weights.textGrams * cosine(grams, features.textGrams) +
      weights.askedGrams * cosine(grams, features.askedGrams) +
      (weights.bestPassage * best.value) / plainSum +
      weights.phrasings * asked(features, titleGrams);
    return { score, position: best.position };
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
