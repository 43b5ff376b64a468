import { budgetOf, costOf, DEFAULT_BUDGET, isLeft } from './budget';

it('keeps what was set and takes the default for what is no number', () => {
  expect(budgetOf({ callsPerDay: 10, tokensPerDay: -1, modelCalls: 'many' })).toEqual({
    ...DEFAULT_BUDGET,
    callsPerDay: 10,
  });
  expect(budgetOf(null)).toEqual(DEFAULT_BUDGET);
});

it('counts what tokens cost, and only with prices', () => {
  expect(costOf({ input: 1_000, output: 200 }, DEFAULT_BUDGET)).toBeNull();
  expect(costOf({ input: 1_000, output: 200 }, { ...DEFAULT_BUDGET, inputPrice: 0.25, outputPrice: 2 })).toBe(650);
});

it.each([
  [{ calls: 9, tokens: 99, costMicros: 999_999 }, true],
  [{ calls: 10, tokens: 0, costMicros: 0 }, false],
  [{ calls: 0, tokens: 100, costMicros: 0 }, false],
  [{ calls: 0, tokens: 0, costMicros: 1_000_000 }, false],
])('with %j spent there is something left: %s', (spent, left) => {
  expect(isLeft(spent, { ...DEFAULT_BUDGET, callsPerDay: 10, tokensPerDay: 100, costPerDay: 1 })).toBe(left);
});
