import { NO_MEMORY } from '../conversation/memory';
import { LANGUAGES, type Language } from '../text/language';
import type { ActionToolData } from '../tools/tool-data';
import { problemsOf } from './grounded.fixture';
import { fullHouse, HANDED, STORIES } from './stories.fixture';
import { Conversation, type FakeHouse, type Said } from './toolbox.fixture';

const denied = (more: object): ActionToolData => ({
  state: 'denied',
  action: 'x',
  reason: 'no',
  rule: 'some.rule',
  customerText: null,
  needs: null,
  offer: null,
  ...more,
});
const HOUSES: Record<string, (shop: FakeHouse, action: string) => void> = {
  'as it is': () => undefined,
  'that wants a code': (shop, action) => void (shop.needs[action] = 3),
  'that denies': (shop, action) => void (shop.verdicts[action] = () => denied({ action })),
  'that denies in words of its own': (shop, action) =>
    void (shop.verdicts[action] = () => denied({ action, customerText: 'Our rules keep this for thirty days.' })),
  'that asks a colleague': (shop, action) =>
    void (shop.verdicts[action] = () => ({
      state: 'awaiting_approval',
      action,
      summary: 'Refund 49.95 EUR for #1001',
      reason: 'Above the limit.',
      amount: { amount: 4995, currency: 'EUR' },
    })),
  'that cannot': (shop, action) =>
    void (shop.verdicts[action] = () => ({
      state: 'cannot',
      action,
      code: 'not_possible',
      reason: 'It left already.',
    })),
  'that does not know': (shop, action) =>
    void (shop.verdicts[action] = () =>
      ({ state: 'uncertain', action, summary: 'Refund', reason: 'No answer came.' }) as never),
  'without that tool': (shop, action) => void shop.missing.push(action),
  'that finds nothing': (shop) => {
    shop.orders = [];
    shop.passages = [];
    shop.products = { found: 0, products: [], incomplete: false };
    shop.points = { found: false, programme: null, points: null, tier: null, rewards: [], incomplete: false };
  },
  'whose look-ups fail': (shop) => void shop.broken.push('find_orders', 'search_articles', 'find_products', 'points'),
  'with points for nothing': (shop) => void (shop.points = { ...shop.points, points: 10, rewards: [] }),
  'of strangers': (shop) => void (shop.assurance = 0),
};

const ANSWERS: [string, Said][] = [
  ['yes', { answer: 'yes' }],
  ['no', { answer: 'no' }],
  ['hm, where is it made?', {}],
  ['482913', { entities: { oneTimeCodes: ['482913'] } }],
  ['111111', { entities: { oneTimeCodes: ['111111'] } }],
];

const all = [
  ...STORIES.map(([name, text, said, , action]) => ({ name, text, said, action: action?.action ?? '' })),
  ...HANDED.map(([name, text, said]) => ({ name, text, said, action: '' })),
];

function blocks(language: Language, house: string, options: { informal: boolean; brief: boolean }): string[] {
  return all.flatMap(({ name, text, said, action }) => {
    const found = new Set<string>();
    for (const [answer, understood] of ANSWERS) {
      const shop = fullHouse();
      HOUSES[house]?.(shop, action);
      const talk = new Conversation(shop, { view: { ...options, prior: language } });
      const first = talk.says(text, { ...said, language });
      for (const problem of problemsOf(first, text, NO_MEMORY))
        found.add(`${name}: ${problem} in ${JSON.stringify(first.text)}`);
      const { memory } = talk;
      const next = talk.says(answer, { ...understood, language });
      for (const problem of problemsOf(next, `${text}\n${answer}`, memory))
        found.add(`${name}, then ${answer}: ${problem} in ${JSON.stringify(next.text)}`);
    }
    return [...found];
  });
}

describe.each(LANGUAGES)('what the engine says in %s stands on what it looked up', (language) => {
  it.each(Object.keys(HOUSES))('in a house %s', (house) => {
    expect(blocks(language, house, { informal: false, brief: false })).toEqual([]);
  });

  it('among friends', () => {
    expect(blocks(language, 'as it is', { informal: true, brief: true })).toEqual([]);
  });
});
