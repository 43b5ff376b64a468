import type { Intent } from '../understanding';
import type { Curve, Judged } from './calibration';
import { fitCurve, readCurve } from './calibration';
import type { Sparse } from './features';
import { featuresOf, idfOf, weigh } from './features';
import type { SvmOptions } from './svm';
import { SVM, decide, seeded, trainSvm } from './svm';

export interface Example {
  text: string;
  intent: Intent;
}

/** A trained model as plain data: it crosses threads and caches as it is. */
export interface IntentModel {
  intents: Intent[];
  idf: Float32Array;
  weights: Float32Array;
  /** Over the judgement, its distance to the next, and what the rules say. */
  curve: Curve;
}

export interface Judgement {
  intent: Intent;
  decision: number;
}

/** What the rules and the speech act say of the same sentence. */
export type Opinion = (text: string) => { ruled: readonly Intent[] };

/** Measured on our own text by five-fold cross-validation; a shop's model measures its own. */
export const CURVE: Curve = [1.27, 1.55, 2.84, -2.31, -0.35];
const FOLDS = 3;

export function trainModel(
  examples: readonly Example[],
  options: { svm?: SvmOptions; curve?: Curve } = {},
): IntentModel {
  const intents = [...new Set(examples.map(({ intent }) => intent))].sort();
  const counted = examples.map(({ text }) => featuresOf(text));
  return train(counted, examples, intents, options);
}

function train(
  counted: readonly Sparse[],
  examples: readonly Example[],
  intents: Intent[],
  { svm = SVM, curve = CURVE }: { svm?: SvmOptions; curve?: Curve },
): IntentModel {
  const idf = idfOf(counted);
  const samples = counted.map((sample) => weigh(sample, idf));
  const classes = Int32Array.from(examples, ({ intent }) => intents.indexOf(intent));
  return { intents, idf, weights: trainSvm(samples, classes, intents.length, svm), curve };
}

/** All intents by how strongly the model sees them. */
export function judge(model: IntentModel, text: string): Judgement[] {
  const decisions = decide(weigh(featuresOf(text), model.idf), model.weights, model.intents.length);
  return model.intents
    .map((intent, at) => ({ intent, decision: decisions[at] ?? -1 }))
    .sort((a, b) => b.decision - a.decision);
}

/** What the curve reads of one intent among all that were judged. */
export function inputsOf(judged: readonly Judgement[], intent: Intent, ruled: readonly Intent[]): number[] {
  const own = judged.find((one) => one.intent === intent)?.decision ?? -1;
  const other = judged.find((one) => one.intent !== intent)?.decision ?? -1;
  return [own, own - other, ruled.includes(intent) ? 1 : 0, ruled.some((one) => one !== intent) ? 1 : 0];
}

export function scoreOf(
  model: IntentModel,
  judged: readonly Judgement[],
  intent: Intent,
  ruled: readonly Intent[],
): number {
  return readCurve(model.curve, inputsOf(judged, intent, ruled));
}

/** Scores mean what they say only when measured on text that the model has not seen: so it is trained without each part in turn. */
export function calibrate(
  examples: readonly Example[],
  opinion: Opinion,
  options: { svm?: SvmOptions; folds?: number } = {},
): Curve {
  const { folds = FOLDS } = options;
  const judged: Judged[] = [];
  for (const { model, held } of crossValidate(examples, folds, options))
    for (const { text, intent } of held) {
      const all = judge(model, text);
      const { ruled } = opinion(text);
      for (const { intent: guess } of all.slice(0, 2))
        judged.push({ inputs: inputsOf(all, guess, ruled), right: guess === intent });
    }
  return fitCurve(judged);
}

export function* crossValidate(
  examples: readonly Example[],
  folds: number,
  options: { svm?: SvmOptions } = {},
): Generator<{ model: IntentModel; within: Example[]; held: Example[] }> {
  const intents = [...new Set(examples.map(({ intent }) => intent))].sort();
  const counted = examples.map(({ text }) => featuresOf(text));
  const random = seeded(folds);
  const fold = examples.map(() => Math.floor(random() * folds));
  for (let out = 0; out < folds; out += 1) {
    const within = examples.map((_, at) => at).filter((at) => fold[at] !== out);
    const model = train(
      within.map((at) => counted[at] as Sparse),
      within.map((at) => examples[at] as Example),
      intents,
      options,
    );
    yield {
      model,
      within: examples.filter((_, at) => fold[at] !== out),
      held: examples.filter((_, at) => fold[at] === out),
    };
  }
}
