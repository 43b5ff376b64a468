import { checkReply } from './gate';
import { LINES, ORDERS, TODAY } from './tools.fixture';

const problems = (reply: string, results: unknown[], facts: { label: string; value: string }[] = []) =>
  checkReply({
    reply,
    results,
    decided: {
      answer: 'yes',
      action: 'cancel_order',
      summary: 'Cancel #1001',
      outcome: {
        state: 'done',
        action: 'cancel_order',
        summary: 'Cancel #1001',
        orderNumber: '#1001',
        result: {},
        evidence: [{ what: 'shop', readAt: '2026-11-21T20:00:00Z', facts }] as never,
        amount: null,
      },
    },
    ownTexts: [],
    echoes: [],
    today: TODAY,
  }).problems.map(({ kind, text }) => `${kind}: ${text}`);

const FACTS = [
  { label: 'Order', value: 'cancelled' },
  { label: 'Payment', value: 'paid' },
  { label: 'Goes back', value: 'Visa ending 4411' },
];

it('lets a sentence about another order hold the words that facts are labelled with', () => {
  expect(problems('Order #1002 is the order that goes back. Which order do you mean?', [ORDERS], FACTS)).toEqual([]);
});

it('keeps what was told of one order to that order', () => {
  expect(problems('Order #1002 goes to Visa ending 4411.', [ORDERS], FACTS).join()).toMatch(/scope|number/);
});

it('can read a list of options by their names, whatever they are called', () => {
  const set = {
    title: 'Ridge Tent',
    variants: [
      {
        variantId: 'V1',
        title: 'sleeping room: two, outer cloth: ripstop',
        options: { 'sleeping room': 'two', 'outer cloth': 'ripstop' },
      },
      {
        variantId: 'V2',
        title: 'sleeping room: four, outer cloth: canvas',
        options: { 'sleeping room': 'four', 'outer cloth': 'canvas' },
      },
    ],
  };
  const reply =
    'Which one would you like: sleeping room: two, outer cloth: ripstop or sleeping room: four, outer cloth: canvas?';
  const kinds = checkReply({
    reply,
    results: [{ found: 1, products: [set] }, LINES],
    ownTexts: [],
    echoes: [],
    today: TODAY,
    voice: { sentences: [], words: new Set(['which', 'one', 'would', 'you', 'like', 'or']) },
  }).problems.map(({ kind }) => kind);
  expect(kinds).not.toContain('language');
});
