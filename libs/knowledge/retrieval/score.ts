import { gramsOf } from '../passages/grams';
import { cosine, type Features, vectorOf } from './features';
import { likest, runsOf } from './lookalike';
import type { Statistics } from './statistics';

/**
 * Chosen on one half of a public set of paraphrased questions and checked on the other (`npm run eval -- knowledge`).
 * The shape of it matters more than any of the figures.
 */
export const WEIGHTS = {
  /** Of the four signals of an article by itself. */
  words: 6.5,
  titleGrams: 7,
  textGrams: 9,
  bestPassage: 8.5,
  /** Of how customers asked before: of all together, and of the likest ones. */
  askedGrams: 6.5,
  phrasings: 12,
  /** Where a word stands: in the title, the text, or ways to ask. */
  title: 25,
  text: 0.5,
  asked: 6,
  /** A word that looks like one of the title: another form of it, part of a compound, a wrong letter. */
  lookalike: 0.6,
  /** BM25's saturation, and how much a long title or text is held against it. */
  saturation: 5.5,
  titleLength: 0.2,
  textLength: 0.65,
  passageSaturation: 1.2,
  passageLength: 0.75,
  /** Rare words count more, but only as the root of their idf. */
  idfPower: 0.5,
  /** A word of the same meaning; in the text, and in the passage that is quoted. */
  synonym: 0.2,
  passageSynonym: 0.35,
  /** Words that people put around any question, by their idf and by their letters. */
  asking: 0.25,
  askingGrams: 0.3,
  /** Words against letters in the likeness of two questions; then the next likest phrasing counts less, and less. */
  phrasingWords: 0.25,
  phrasingPower: 3,
  phrasingDecay: 0.4,
  /** The title counts as one way to ask, so that articles without phrasings stand beside those with them. */
  phrasingTitle: 0.8,
};
export type Weights = typeof WEIGHTS;

export interface Question {
  /** Lexemes, the rarest first, with their idf and the lexemes that mean the same. */
  words: { lexeme: string; idf: number; synonyms: string[] }[];
  /** Lexemes that say only that something is asked. */
  asking: ReadonlySet<string>;
}

export interface Scored {
  score: number;
  /** The passage that speaks of it most. */
  position: number;
}

export function scorer(
  { words, asking }: Question,
  statistics: Statistics,
  weights: Weights = WEIGHTS,
): (features: Features) => Scored {
  const idfOf = (lexeme: string): number => statistics.idf(lexeme) * (asking.has(lexeme) ? weights.asking : 1);
  const grams = vectorOf(
    gramsOf(words.map(({ lexeme }) => [lexeme, asking.has(lexeme) ? weights.askingGrams : 1] as const)),
  );
  const idfs = words.map(({ lexeme }) => idfOf(lexeme));
  const damped = idfs.map((idf) => idf ** weights.idfPower);
  const dampedSum = sumOf(damped) || 1;
  const plainSum = sumOf(idfs) || 1;
  const own = new Set(words.map(({ lexeme }) => lexeme));
  const ownNorm = Math.sqrt(sumOf(idfs.map((idf) => idf * idf)));
  const runs = words.map(({ lexeme }) => runsOf(lexeme));

  const timesIn = (counts: Map<string, number>, index: number, synonym = weights.synonym): number => {
    const word = words[index];
    if (!word) return 0;
    const times = counts.get(word.lexeme);
    if (times) return times;
    let best = 0;
    for (const other of word.synonyms) best = Math.max(best, counts.get(other) ?? 0);
    return best * synonym;
  };

  const timesInTitle = ({ title, titleRuns }: Features, index: number): number => {
    const times = timesIn(title, index);
    const own = runs[index];
    return times >= weights.lookalike || !own ? times : Math.max(times, weights.lookalike * likest(own, titleRuns));
  };

  /** Cosine of two short texts by their words' idf. */
  const likeness = (other: Iterable<string>): number => {
    let shared = 0;
    let squares = 0;
    for (const lexeme of other) {
      const idf = idfOf(lexeme);
      squares += idf * idf;
      if (own.has(lexeme)) shared += idf * idf;
    }
    return squares === 0 || ownNorm === 0 ? 0 : shared / Math.sqrt(squares * ownNorm * ownNorm);
  };

  const asked = (features: Features, titleGrams: number): number => {
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
        (weights.title * timesInTitle(features, index)) / titleNorm +
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
      words.forEach((_, index) => {
        const times = timesIn(passage.words, index, weights.passageSynonym);
        value += ((idfs[index] ?? 0) * times * (weights.passageSaturation + 1)) / (times + norm);
      });
      if (value > best.value) best = { position: passage.position, value };
    }
    const titleGrams = cosine(grams, features.titleGrams);
    const askedGrams = Math.max(cosine(grams, features.askedGrams), weights.phrasingTitle * titleGrams);
    const score =
      (weights.words * byWords) / dampedSum +
      weights.titleGrams * titleGrams +
      weights.textGrams * cosine(grams, features.textGrams) +
      weights.askedGrams * askedGrams +
      (weights.bestPassage * best.value) / plainSum +
      weights.phrasings * asked(features, titleGrams);
    return { score, position: best.position };
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
