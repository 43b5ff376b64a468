import fc from 'fast-check';
import { wilson } from '@satchel/kernel';
import { readCsv } from './csv';
import { exampleText } from './example-text';
import { isIntent } from './teaching.service';
import { isPoor, standingOf, targetOf, thresholdOf } from './thresholds';

const rows = (right: number, wrong: number, score: number) => [
  ...Array.from({ length: right }, () => ({ score, correct: true })),
  ...Array.from({ length: wrong }, () => ({ score, correct: false })),
];

describe("the threshold from a shop's own decisions", () => {
  it('is none without data, and none from few cases however right they were', () => {
    expect(thresholdOf([], 0.95)).toBeNull();
    expect(thresholdOf(rows(30, 0, 0.99), 0.95)).toBeNull();
  });

  it('is the lowest score that the data carries', () => {
    expect(thresholdOf([...rows(300, 0, 0.9), ...rows(40, 30, 0.6)], 0.97)).toBe(0.9);
    expect(thresholdOf([...rows(300, 0, 0.9), ...rows(300, 0, 0.6)], 0.97)).toBe(0.6);
  });

  it('takes equal scores together, whatever their order', () => {
    expect(thresholdOf([...rows(200, 0, 0.8), ...rows(0, 60, 0.8)], 0.9)).toBeNull();
  });

  it('asks most of what moves money', () => {
    expect(targetOf('refund')).toBeGreaterThan(targetOf('cancel_order'));
    expect(targetOf('where_is_my_order')).toBeLessThan(targetOf('cancel_order'));
    // Nobody knows what can go wrong with a wish of the shop's own: it stays with people.
    expect(thresholdOf(rows(5_000, 0, 1), targetOf('custom:gift-wrap'))).toBeNull();
  });

  it('tells what is surely too poor from what only has too few cases', () => {
    const poor = (right: number, wrong: number) => isPoor(standingOf('cancel_order', rows(right, wrong, 0.9)));
    expect([poor(0, 0), poor(0, 9), poor(40, 0), poor(40, 10), poor(150, 50)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('never stands on an interval that begins under the target', () => {
    const shadow = fc.record({ score: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), correct: fc.boolean() });
    fc.assert(
      fc.property(fc.array(shadow, { maxLength: 300 }), (shadows) => {
        const threshold = thresholdOf(shadows, 0.6);
        if (threshold === null) return;
        const above = shadows.filter(({ score }) => score >= threshold);
        expect(wilson(above.filter(({ correct }) => correct).length, above.length).low).toBeGreaterThanOrEqual(0.6);
      }),
    );
  });
});

describe('what is taught', () => {
  it('is read from CSV with commas, quotes and line breaks', () => {
    expect(readCsv('text,intent\r\n"wrap it, please","custom:wrap"\n"a ""big"" one\nhere",return\n\n', 10)).toEqual([
      ['text', 'intent'],
      ['wrap it, please', 'custom:wrap'],
      ['a "big" one\nhere', 'return'],
    ]);
    expect(readCsv('a,b\n'.repeat(50), 10)).toHaveLength(10);
  });

  it('is kept without addresses and numbers', () => {
    expect(exampleText('Order EU-10012, card 4111 1111 1111 1111, anna@example.com: where is it?')).toBe(
      'Order 0, card 0, @ where is it?',
    );
  });

  it('has a known intent or a name of its own', () => {
    expect(['refund', 'custom:gift-wrap', 'nonsense', 'custom:', 'custom:A b'].map(isIntent)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
