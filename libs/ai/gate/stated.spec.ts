import { additions } from './stated';

const TODAY = new Date('2026-11-20T12:00:00Z');
const added = (before: string, after: string): string[] => additions(before, after, TODAY).added;

const LETTER =
  'Hi Anna, I have refunded 24.90 EUR for order #1003 today. The money should be with you within 5 days. The blue jacket is not shipped yet, see https://fernhill.example/help for more.';

describe('a rewritten text that says the same', () => {
  it.each([
    ['shorter', 'Hi Anna, I have refunded 24.90 EUR for #1003. It should be with you within 5 days.'],
    [
      'formal',
      'Dear Anna, I have refunded 24.90 EUR for your order #1003. Please allow 5 days for the money to arrive. The blue jacket has not been shipped yet.',
    ],
    [
      'translated',
      'Hallo Anna, ich habe dir 24,90 € für die Bestellung #1003 erstattet. Das Geld sollte innerhalb von 5 Tagen bei dir sein. Die blaue Jacke ist noch nicht versandt.',
    ],
  ])('passes: %s', (_style, text) => expect(added(LETTER, text)).toEqual([]));
});

describe('a rewritten text that says more', () => {
  it.each([
    ['an amount', `${LETTER} You also get 10.00 EUR off your next order.`],
    ['another amount', LETTER.replace('24.90', '29.90')],
    ['a number', LETTER.replace('5 days', '3 days')],
    ['a link', `${LETTER} Or see https://elsewhere.example/refunds.`],
    ['a code', `${LETTER} Use the code SORRY20.`],
    ['a state', LETTER.replace('is not shipped yet', 'has been delivered')],
    ['an act', `${LETTER} I have cancelled the rest of your order.`],
    ['a promise', `${LETTER} We will exchange it for you.`],
    ['a rule', `${LETTER} We offer free express shipping on all orders.`],
    ['a day', `${LETTER} It arrives on 24 December.`],
    ['an act, in another language', 'Hallo Anna, ich habe die Bestellung #1003 storniert und 24,90 EUR erstattet.'],
  ])('is caught: %s', (_what, text) => expect(added(LETTER, text)).not.toEqual([]));

  it('tells what it is', () =>
    expect(added('Thank you, we look into it.', 'Thank you! You get 15 % off.')).toContain('15 %'));
});
