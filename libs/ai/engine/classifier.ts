import { fold } from '../text/normalise';
import type { Language } from '../text/language';
import type { Topic } from './training';
import { TRAINING } from './training';

export interface TopicGuess {
  topic: Topic;
  /** Likeness to the nearest training sentences, 0 to 1. Low: nothing we know looks like this. */
  likeness: number;
  /** Distance to the next topic. */
  margin: number;
}

type Vector = Map<string, number>;
interface Model {
  idf: Map<string, number>;
  sentences: { topic: Topic; vector: Vector }[];
}

const models = new Map<Language, Model>();
/** A topic's likeness is the mean over this many of its nearest sentences: one odd sentence alone does not decide. */
const NEAREST = 2;

/**
 * A second vote beside the rules: likeness to our own sentences, by words, word pairs and pieces of words (typos keep
 * most pieces). Trained on first use in a few milliseconds, per language.
 */
export function guessTopic(sentence: string, language: Language): TopicGuess {
  const model = modelOf(language);
  const vector = weigh(features(sentence), model.idf);
  const scores = new Map<Topic, number[]>();
  for (const known of model.sentences) {
    const list = scores.get(known.topic) ?? [];
    list.push(dot(vector, known.vector));
    scores.set(known.topic, list);
  }
  const ranked = [...scores]
    .map(([topic, list]) => ({ topic, likeness: mean(list.sort((a, b) => b - a).slice(0, NEAREST)) }))
    .sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0] ?? { topic: 'complaint' as const, likeness: 0 };
  return { ...best, margin: best.likeness - (ranked[1]?.likeness ?? 0) };
}

function modelOf(language: Language): Model {
  const known = models.get(language);
  if (known) return known;
  const raw = Object.entries(TRAINING[language]).flatMap(([topic, lines]) =>
    lines.split('\n').map((line) => ({ topic: topic as Topic, counts: features(line) })),
  );
  const seen = new Map<string, number>();
  for (const { counts } of raw) for (const feature of counts.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const idf = new Map([...seen].map(([feature, count]) => [feature, Math.log((1 + raw.length) / (1 + count)) + 1]));
  const model = { idf, sentences: raw.map(({ topic, counts }) => ({ topic, vector: weigh(counts, idf) })) };
  models.set(language, model);
  return model;
}

function features(sentence: string): Map<string, number> {
  const words =
    fold(sentence)
      .replace(/#?\b\w*\d\w*\b/g, ' number ')
      .match(/[a-z']+/g)
      ?.slice(0, 80) ?? [];
  const counts = new Map<string, number>();
  const add = (feature: string): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  words.forEach((word, index) => {
    add(word);
    if (index > 0) add(`${words[index - 1]} ${word}`);
    const padded = `_${word}_`;
    for (let size = 3; size <= 5; size += 1)
      for (let at = 0; at + size <= padded.length; at += 1) add(`~${padded.slice(at, at + size)}`);
  });
  return counts;
}

function weigh(counts: Map<string, number>, idf: Map<string, number>): Vector {
  const vector: Vector = new Map();
  let square = 0;
  // A feature never seen in training still lengthens the vector: much that is unknown means little likeness.
  for (const [feature, count] of counts) {
    const weight = (1 + Math.log(count)) * (idf.get(feature) ?? 2);
    square += weight * weight;
    if (idf.has(feature)) vector.set(feature, weight);
  }
  const length = Math.sqrt(square) || 1;
  for (const [feature, weight] of vector) vector.set(feature, weight / length);
  return vector;
}

function dot(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0);
  return sum;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
