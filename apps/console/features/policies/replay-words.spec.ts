import type { PolicyReplayBody } from '@satchel/contracts';
import { groupWords, moneyOf, summaryWords } from './replay-words';

const format = ({ amount, currency }: { amount: number; currency: string }) => `${amount / 100} ${currency}`;
const told = (changes: Partial<PolicyReplayBody>) =>
  summaryWords({ days: 30, runs: 0, changed: 0, tickets: 0, ...changes } as PolicyReplayBody);

describe('what other rules would have changed, in words', () => {
  it('is one sentence for all of it', () => {
    expect(told({})).toBe('Nothing was asked for in the last 30 days.');
    expect(told({ runs: 9 })).toBe('Nothing of the last 30 days would have gone differently (9 looked at).');
    expect(told({ runs: 9, changed: 3, tickets: 1 })).toBe(
      'Of 9 in the last 30 days, 3 would have gone differently on 1 ticket.',
    );
    expect(told({ runs: 9, changed: 3 })).toBe('Of 9 in the last 30 days, 3 would have gone differently.');
  });

  it('is one sentence for each kind of change, with its money', () => {
    const group = { action: 'refund', title: 'Refund', before: 'allow', after: 'needs_approval', runs: 14 } as const;
    expect(groupWords({ ...group, money: { EUR: 31_200 } }, format)).toBe(
      '14 × Refund (312 EUR) would have needed an approval.',
    );
    expect(groupWords({ ...group, after: 'deny', money: {} }, format)).toBe('14 × Refund would have been refused.');
    expect(moneyOf({ EUR: 100, USD: 0, JPY: 300 }, format)).toBe('1 EUR and 3 JPY');
  });
});
