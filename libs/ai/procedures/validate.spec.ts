import { LANGUAGES } from '../text/language';
import { PHRASES } from '../engine/wording/phrases';
import { INTENTS } from '../understand/understanding';
import { BUILT_IN } from './built-in';
import type { ProcedureDocument, Step } from './document';
import { validate } from './validate';

const valid: ProcedureDocument = {
  name: 'gift-wrap',
  title: 'Gift wrap',
  intents: ['custom:gift-wrap'],
  tools: ['find_orders', 'cancel_order'],
  reason: 'change_order',
  slots: { order: { kind: 'order', from: ['entity', 'only', 'answer'], ask: 'ask_order' } },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'say', words: { en: 'We wrap {order} for you.' }, end: true },
  ],
};
const problems = (document: unknown): string[] => {
  const result = validate(document);
  return result.ok ? [] : result.problems.map(({ field, message }) => `${field}: ${message}`);
};
const withSteps = (...steps: Step[]): string[] => problems({ ...valid, steps });

it('accepts what the house ships', () => {
  expect(BUILT_IN.map((document) => [document.name, problems(document)])).toEqual(
    BUILT_IN.map(({ name }) => [name, []]),
  );
  expect(BUILT_IN.length).toBeGreaterThanOrEqual(25);
  expect(problems(valid)).toEqual([]);
});

it('ships data only: nothing is lost when it is stored', () => {
  for (const document of BUILT_IN) expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

it('has a procedure for every wish but those that are no wish or a person’s', () => {
  const covered = new Set(BUILT_IN.flatMap(({ intents }) => intents));
  expect(INTENTS.filter((intent) => !covered.has(intent))).toEqual(['human', 'smalltalk', 'other']);
});

describe('says which step is wrong, and what to do', () => {
  it.each([
    [
      'a slot that is none',
      [{ do: 'need', slot: 'lines' }],
      'steps.1: Step 1 asks for "lines", which is no slot. Add it to "slots".',
    ],
    [
      'a proposal without the customer’s yes',
      [
        { do: 'need', slot: 'order' },
        { do: 'propose', action: 'cancel_order', with: { order: { slot: 'order' } } },
      ],
      'steps.2: Step 2 proposes cancel_order: the two steps after it must be "confirm" and "execute".',
    ],
    [
      'an argument nobody asked for',
      [
        { do: 'propose', action: 'cancel_order', with: { order: { slot: 'order' } } },
        { do: 'confirm' },
        { do: 'execute' },
      ],
      'steps.1: Step 1 uses "order" before it is asked for: put a "need" for it before this step.',
    ],
    [
      'a change dressed as a look-up',
      [{ do: 'look_up', tool: 'refund', with: {} }],
      'steps.1: Step 1 looks up refund, which changes something: use "propose", "confirm" and "execute".',
    ],
    [
      'an argument that is missing',
      [{ do: 'propose', action: 'cancel_order', with: {} }, { do: 'confirm' }, { do: 'execute' }],
      'steps.1: Step 1: cancel_order needs "order". Say in "with" where it comes from.',
    ],
    [
      'an unknown fact inside a branch',
      [{ do: 'check', branches: [{ when: { fact: 'order.weather', is: 'rain' }, steps: [{ do: 'say', end: true }] }] }],
      'there is no fact "order.weather"',
    ],
    [
      'a value that a fact never has',
      [
        {
          do: 'check',
          branches: [{ when: { fact: 'order.fulfilment', is: 'eaten' }, steps: [{ do: 'say', end: true }] }],
        },
      ],
      'Step 1.1: "order.fulfilment" is never "eaten"',
    ],
    [
      'a comparison of what is no number',
      [{ do: 'check', branches: [{ when: { fact: 'order.sent', atLeast: 3 }, steps: [{ do: 'say', end: true }] }] }],
      'Step 1.1: "order.sent" is no number',
    ],
    ['a phrase that is none', [{ do: 'say', words: 'hello_world' }], 'Step 1: there is no phrase "hello_world"'],
    ['an empty say', [{ do: 'say' }], 'Step 1 says nothing'],
  ])('%s', (_name, steps, message) => {
    expect(withSteps(...(steps as Step[])).join('\n')).toContain(message);
  });

  it.each([
    ['a step of an unknown kind', { ...valid, steps: [{ do: 'eval', code: 'process.exit()' }] }, 'Step 1, "do"'],
    [
      'code where a condition should be',
      {
        ...valid,
        steps: [{ do: 'check', branches: [{ when: 'order.total > 5', steps: [{ do: 'say', end: true }] }] }],
      },
      'Step 1.1',
    ],
    [
      'a reserved name',
      { ...valid, slots: { ...valid.slots, wish: { kind: 'text', from: ['answer'], ask: 'ask_reason' } } },
      "engine's own",
    ],
    ['no steps', { ...valid, steps: [] }, 'steps'],
    ['a name that is no name', { ...valid, name: 'Gift Wrap' }, 'lower-case words joined by hyphens'],
    ['an unknown wish', { ...valid, intents: ['gift'] }, 'There is no wish "gift"'],
  ])('%s', (_name, document, message) => {
    expect(problems(document).join('\n')).toContain(message);
  });
});

describe('the phrases', () => {
  const names = (text: string): string[] => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name).sort();
  it.each(LANGUAGES)('hold the same values in %s as in English, and both ways of address', (language) => {
    for (const [phrase, text] of Object.entries(PHRASES[language])) {
      expect([phrase, names(text)]).toEqual([phrase, names(PHRASES.en[phrase as keyof typeof PHRASES.en])]);
      expect([phrase, /\[[^\]|]*\]|[[\]][^[\]]*$/.test(text.replace(/\[[^[\]|]*\|[^[\]|]*\]/g, ''))]).toEqual([
        phrase,
        false,
      ]);
      expect(text).not.toMatch(/[*_#`]|https?:/);
    }
  });
});
