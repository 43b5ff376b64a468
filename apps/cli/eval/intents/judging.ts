import { loadUnderstanding } from '@satchel/ai';
import type { Kind } from './labels';
import { intentsOf, kindOf, OUT_OF_SCOPE, WRITE_INTENTS } from './labels';
import type { Message } from './messages';

const FOLDS = 5;
const INNER_FOLDS = 4;
/** A threshold that just meets its aim on few messages misses it on others: it must meet half of what is left above. */
const AIMS: Record<'write' | 'read', number> = { write: 0.985, read: 0.975 };
const SVM = { cost: 2, epochs: 12 };

/** What was said of one message that the judge had not seen. */
export interface Verdict extends Message {
  guess: string;
  score: number;
  /** Above the threshold that was set without it. */
  taken: boolean;
}

type Reading = Awaited<ReturnType<typeof loadUnderstanding>>;
type Seen = { message: Message; guess: string; inputs: number[] };

/**
 * Each message is judged by a model, a curve and thresholds that were made from the other four fifths only; curve and
 * thresholds inside those by models that had not seen what they judged.
 */
export async function judgeAll(messages: readonly Message[], seed: number): Promise<Verdict[]> {
  const reading = await loadUnderstanding();
  const opinions = new Map(messages.map(({ text }) => [text, opinionOf(reading, text)]));
  const random = reading.seeded(seed);
  const folds = messages.map(() => Math.floor(random() * FOLDS));
  const verdicts: Verdict[] = [];
  for (let out = 0; out < FOLDS; out += 1) {
    const within = messages.filter((_, at) => folds[at] !== out);
    const inner = seenApart(reading, within, opinions);
    const curve = reading.fitCurve(
      inner.map(({ message, guess, inputs }) => ({ inputs, right: guess === message.label })),
    );
    const scored = inner.map((one) => ({ ...one, score: reading.readCurve(curve, one.inputs) }));
    const limits: Record<Kind, number> = {
      write: limitFor(scored, 'write'),
      read: limitFor(scored, 'read'),
      neither: 2,
    };
    const taught = within.map(toExample);
    const judges = { model: reading.trainModel(taught, { svm: SVM }), near: reading.nearestAmong(taught) };
    for (const message of messages.filter((_, at) => folds[at] === out)) {
      const { guess, inputs } = look(reading, judges, message, opinions);
      const score = reading.readCurve(curve, inputs);
      verdicts.push({ ...message, guess, score, taken: score >= limits[kindOf(guess)] });
    }
  }
  return verdicts;
}

function seenApart(reading: Reading, within: readonly Message[], opinions: Map<string, Opinion>): Seen[] {
  const found: Seen[] = [];
  for (const part of reading.crossValidate(within.map(toExample), INNER_FOLDS, { svm: SVM })) {
    const judges = { model: part.model, near: reading.nearestAmong(part.within) };
    for (const { text, intent } of part.held) {
      const message = { text, label: intent.slice('custom:'.length) };
      found.push({ message, ...look(reading, judges, message, opinions) });
    }
  }
  return found;
}

/** The lowest score at which all above it are right often enough. */
function limitFor(
  scored: readonly { message: Message; guess: string; score: number }[],
  kind: 'write' | 'read',
): number {
  const sorted = scored.filter(({ guess }) => kindOf(guess) === kind).sort((a, b) => b.score - a.score);
  let hits = 0;
  let limit = 2;
  sorted.forEach(({ message, guess, score }, at) => {
    if (message.label === guess) hits += 1;
    if (hits / (at + 1) >= AIMS[kind]) limit = score;
  });
  return limit;
}

function toExample({ text, label }: Message): { text: string; intent: `custom:${string}` } {
  return { text, intent: `custom:${label}` };
}

/** What our own rules and model say of a message, whatever the shop calls its intents. */
interface Opinion {
  ruled: readonly string[];
  guessed: ReadonlyMap<string, number>;
  asks: boolean;
  refuses: boolean;
}

function opinionOf(reading: Reading, text: string): Opinion {
  const { sentences } = reading.understand(text, { prior: 'en' });
  const judged = reading.judge(reading.ownModel(), text);
  return {
    ruled: reading.intentsByRule(text.toLowerCase(), 'en'),
    guessed: new Map(judged.map(({ intent, decision }) => [intent, decision])),
    asks: sentences.some(({ act }) => act === 'request' || act === 'question'),
    refuses: sentences.some(({ act }) => act === 'negation' || act === 'thanks' || act === 'statement'),
  };
}

/** What the shop's own examples make. */
interface Judges {
  model: ReturnType<Reading['trainModel']>;
  near: ReturnType<Reading['nearestAmong']>;
}

/**
 * The shop's model names the label; how far to trust it is told by the margins, by the likest examples, and by two opinions
 * formed apart from both.
 */
function look(
  reading: Reading,
  { model, near }: Judges,
  { text }: Message,
  opinions: Map<string, Opinion>,
): { guess: string; inputs: number[] } {
  const judged = reading.judge(model, text);
  const [best, next, third] = judged;
  const guess = best?.intent.slice('custom:'.length) ?? OUT_OF_SCOPE;
  const outside = judged.find(({ intent }) => intent === `custom:${OUT_OF_SCOPE}`)?.decision ?? -1;
  const opinion = opinions.get(text) ?? opinionOf(reading, text);
  const meant = intentsOf(guess) as readonly string[];
  const strongest = (those: (intent: string) => boolean): number =>
    Math.max(-1.5, ...[...opinion.guessed].filter(([intent]) => those(intent)).map(([, decision]) => decision));
  const write = kindOf(guess) === 'write' ? 1 : 0;
  const alike = near(text);
  const own = alike.find(({ intent }) => intent === best?.intent)?.likeness ?? 0;
  const other = alike.find(({ intent }) => intent !== best?.intent)?.likeness ?? 0;
  const agrees = opinion.ruled.some((intent) => meant.includes(intent)) ? 1 : 0;
  return {
    guess,
    inputs: [
      best?.decision ?? -1,
      (best?.decision ?? -1) - (next?.decision ?? -1),
      outside,
      meant.length > 0 ? agrees : 0.5,
      opinion.ruled.some((intent) => !meant.includes(intent)) ? 1 : 0,
      meant.length > 0
        ? strongest((intent) => meant.includes(intent)) - strongest((intent) => !meant.includes(intent))
        : 0,
      opinion.asks ? 1 : 0,
      write * agrees,
      write * (opinion.refuses ? 1 : 0),
      (third?.decision ?? -1) - (best?.decision ?? -1),
      own,
      own - other,
      own > other ? 1 : 0,
    ],
  };
}

/** What our own text alone would propose to change: a sure wish, as a request or a question. */
export async function zeroShot(
  message: Message,
): Promise<{ proposed: boolean; right: boolean; answered: boolean; answeredRight: boolean }> {
  const { understand } = await loadUnderstanding();
  const wishes = understand(message.text, { prior: 'en' }).wishes.filter(
    ({ sure, conditional }) => sure && !conditional,
  );
  const meant = intentsOf(message.label);
  const [first] = wishes;
  const writes = wishes.filter(({ intent }) => WRITE_INTENTS.has(intent));
  const answered =
    first !== undefined && writes.length === 0 && first.intent !== 'human' && first.intent !== 'place_order';
  return {
    proposed: writes.length > 0,
    right: writes.length > 0 && writes.every(({ intent }) => meant.includes(intent)),
    answered,
    answeredRight: answered && wishes.some(({ intent }) => meant.includes(intent)),
  };
}
