import { ownExamples } from '../training';
import { INTENTS } from '../understanding';
import { fitCurve, readCurve } from './calibration';
import { crossValidate, judge, trainModel } from './intent-model';

const some = ownExamples(['en']);

it('has sentences of our own for every intent in every language', () => {
  for (const [language, least] of [
    ['en', 24],
    ['de', 12],
    ['nl', 12],
    ['fr', 12],
    ['es', 12],
  ] as const) {
    const counts = new Map<string, number>();
    for (const { intent } of ownExamples([language])) counts.set(intent, (counts.get(intent) ?? 0) + 1);
    for (const intent of INTENTS)
      expect(`${language} ${intent} ${(counts.get(intent) ?? 0) >= least}`).toBe(`${language} ${intent} true`);
  }
});

it('gives the same weights from the same text', () => {
  const few = some.slice(0, 120);
  expect(trainModel(few).weights).toEqual(trainModel(few).weights);
});

it('knows most sentences that it has not seen, typos among them', () => {
  let right = 0;
  let all = 0;
  for (const { model, held } of crossValidate(some, 4))
    for (const { text, intent } of held) {
      all += 1;
      if (
        judge(model, text)
          .slice(0, 3)
          .some((one) => one.intent === intent)
      )
        right += 1;
    }
  expect(right / all).toBeGreaterThan(0.7);
  const model = trainModel(some);
  expect(judge(model, 'plese cancle my oder')[0]?.intent).toBe('cancel_order');
  expect(judge(model, 'wen will i get my refnd')[0]?.intent).toBe('refund_status');
});

it('fits a curve that says how often it is right', () => {
  const judged = Array.from({ length: 2_000 }, (_, at) => {
    const input = (at % 100) / 50 - 1;
    return { inputs: [input], right: ((at * 7919) % 1000) / 1000 < 1 / (1 + Math.exp(-3 * input)) };
  });
  const curve = fitCurve(judged);
  expect(readCurve(curve, [0])).toBeCloseTo(0.5, 1);
  expect(readCurve(curve, [0.8])).toBeCloseTo(0.917, 1);
});
