import type { ActionRunBody } from '@satchel/contracts';
import { decidedWords } from './decided-words';

const run = (given: Partial<ActionRunBody>): ActionRunBody =>
  ({
    action: 'refund',
    orderNumber: '#1003',
    amount: { amount: 17_990, currency: 'EUR' },
    result: null,
    ...given,
  }) as ActionRunBody;

describe('what a customer hears of what a person let happen', () => {
  it('is what the record says, in their language', () => {
    expect(decidedWords(run({}), 'en', { brief: true })).toBe('EUR 179.90 for order #1003 is on its way back to you.');
    expect(decidedWords(run({}), 'de', { brief: true })).toContain('179,90 EUR');
    expect(
      decidedWords(run({ action: 'create_discount', result: { code: 'SORRY-10' } }), 'nl', { brief: true }),
    ).toContain('SORRY-10');
  });

  it('names nothing that the record does not hold', () => {
    expect(decidedWords(run({ amount: null }), 'en', { brief: true })).toBe('That is done.');
    expect(decidedWords(run({ action: 'exchange' }), 'en', { brief: true })).toBe('That is done.');
  });

  it('speaks as the shop speaks to its customers', () => {
    const [formal, familiar] = [false, true].map((informal) => decidedWords(run({}), 'de', { brief: false, informal }));
    expect([formal, familiar].join(' ')).not.toMatch(/[[\]|]/);
    expect(formal === familiar).toBe(!/\b(Sie|Ihnen|Ihre)\b/.test(formal ?? ''));
  });
});
