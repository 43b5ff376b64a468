import type { ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { ai, eur, given, nothingBy, of, person, refund, rules } from './cases.fixture';
import { decide, sentencesOf } from './decide';
import type { PolicyActor, PolicyFacts } from './facts';

type Case = [
  what: string,
  facts: PolicyFacts,
  actor: PolicyActor,
  verdict: ActionVerdict,
  rule: string,
  document?: PolicyDocument,
];
const decided = (facts: PolicyFacts, actor: PolicyActor, document = DEFAULT_POLICY) =>
  decide({ version: 1, document }, facts, actor);
const sentence = (document: PolicyDocument, rule: string) =>
  sentencesOf(document).find((one) => one.rule === rule)?.text;

const { caps } = DEFAULT_POLICY;
const units = (of: number) => ({ units: of, byCurrency: {} });
const none = { amount: null, count: null };
const withCaps = (changes: Partial<PolicyDocument['caps']>): PolicyDocument => rules({ caps: { ...caps, ...changes } });
const day = withCaps({ shopDay: { ai: { amount: units(100), count: 4 }, all: { amount: units(200), count: 6 } } });
const usd = (amount: number) => ({ amount, currency: 'USD' });
const shopDay = (count: number, ...money: { amount: number; currency: string }[]) => ({
  shopDay: given(count, ...money),
});

const CASES: Case[] = [
  ['the last euro of the day', refund(shopDay(1, eur(7510))), ai(), 'allow', 'allowed', day],
  ['a cent above it', refund(shopDay(1, eur(7511))), ai(), 'needs_approval', 'caps.shopDay', day],
  ['above it, by a person', refund(shopDay(1, eur(7511))), person('agent'), 'allow', 'allowed', day],
  ['above what anybody gives', refund(shopDay(1, eur(17_511))), person('owner'), 'deny', 'caps.shopDay', day],
  [
    'currencies that fill the day together',
    refund(shopDay(2, eur(4000), usd(3511))),
    ai(),
    'needs_approval',
    'caps.shopDay',
    day,
  ],
  ['once too often', refund(shopDay(4)), ai(), 'needs_approval', 'caps.shopDay', day],
  ['once too often for anybody', refund(shopDay(6)), person('owner'), 'deny', 'caps.shopDay', day],
  ['nobody knows what was given', refund({ shopDay: null }), person('owner'), 'deny', 'caps.shopDay', day],
  [
    'nobody knows, and nothing is limited',
    refund({ shopDay: null }),
    ai(),
    'allow',
    'allowed',
    withCaps({ shopDay: { ai: none, all: none } }),
  ],
  ['nobody knows how much it is', refund({ amount: null }), person('owner'), 'deny', 'caps.shopDay', day],
  [
    'points move no money',
    of('grant_points', { points: 10, ...shopDay(1, eur(99_999)) }),
    person('agent'),
    'allow',
    'allowed',
    day,
  ],
  [
    'a percentage neither',
    of('create_discount', { percent: 5, validDays: 3, amount: null, ...shopDay(1, eur(99_999)) }),
    person('agent'),
    'allow',
    'allowed',
    day,
  ],
  ['a change that gives nothing', of('start_return', { shopDay: null }), ai(), 'allow', 'allowed', day],
  ['too much within an hour', refund({ shopHour: given(1, eur(249_999)) }), ai(), 'needs_approval', 'caps.shopHour'],
  [
    'too much for one customer',
    refund({ customer30Days: given(1, eur(99_000)) }),
    ai(),
    'needs_approval',
    'caps.customer30Days',
  ],
  [
    'the same for a higher tier',
    refund({ customer30Days: given(1, eur(99_000)), tier: 'Gold' }),
    ai(),
    'allow',
    'allowed',
    rules({ tiers: { steps: [{ tier: 'gold', tag: null, percent: 200 }], ceiling: null } }),
  ],
  [
    'a customer without a limit',
    refund({ customer30Days: null }),
    ai(),
    'allow',
    'allowed',
    withCaps({ customer30Days: { ai: none, all: none } }),
  ],
  ['nobody knows the customer', refund({ customer30Days: null }), ai(), 'needs_approval', 'caps.customer30Days'],
  [
    'the fourth gift on one order',
    refund({ onOrder: { ai: { count: 3, money: [] }, all: { count: 3, money: [] } } }),
    ai(),
    'needs_approval',
    'caps.order',
  ],
  ['the same by a person', refund({ onOrder: given(3) }), person('agent'), 'allow', 'allowed'],
  [
    'above the limit of an order for anybody',
    refund({ onOrder: given(3) }),
    person('owner'),
    'deny',
    'caps.order',
    withCaps({ order: { ai: null, all: 3 } }),
  ],
  [
    'an action of no order',
    of('grant_points', { points: 10, onOrder: undefined }),
    ai(),
    'allow',
    'allowed',
    withCaps({ order: { ai: 0, all: 0 } }),
  ],
  [
    'more than an action has at once',
    of('cancel_order', {
      amount: eur(5001),
      paid: eur(5001),
      refunded: eur(0),
      fulfilment: 'unfulfilled',
      confirmed: true,
    }),
    ai(),
    'needs_approval',
    'caps.action',
    withCaps({ action: { cancel_order: units(50) } }),
  ],
  [
    'as much as it has',
    of('cancel_order', {
      amount: eur(5000),
      paid: eur(5000),
      refunded: eur(0),
      fulfilment: 'unfulfilled',
      confirmed: true,
    }),
    ai(),
    'allow',
    'allowed',
    withCaps({ action: { cancel_order: units(50) } }),
  ],
  [
    'an unknown sum',
    of('cancel_order', { amount: null, fulfilment: 'unfulfilled', confirmed: true }),
    ai(),
    'needs_approval',
    'caps.action',
    { ...withCaps({ action: { cancel_order: units(50) } }), tiers: { steps: [], ceiling: null } },
  ],
];

describe('what is given at most', () => {
  it.each(CASES)('%s', (_what, facts, actor, verdict, rule, document = DEFAULT_POLICY) => {
    expect(decided(facts, actor, document)).toMatchObject({ verdict, rule });
  });

  it('nothing fills a limit of nothing, and a cent breaks it', () => {
    const document = withCaps({ shopDay: { ai: none, all: { amount: units(0), count: null } } });
    expect(decided(refund({ amount: eur(0), shopDay: given(1, eur(0)) }), ai(), document).verdict).toBe('allow');
    expect(decided(refund({ amount: eur(1), shopDay: nothingBy() }), ai(), document).verdict).toBe('deny');
  });

  it('is said in words', () => {
    expect(sentence(day, 'caps.shopDay')).toBe(
      'Within a day the AI gives at most 100 and 4 times; a lead approves more; within a day nobody gives more than 200 and 6 times.',
    );
    expect(sentence(withCaps({ action: { refund: units(5) } }), 'caps.action')).toContain('refund 5');
    expect(sentence(DEFAULT_POLICY, 'caps.action')).toBe('No action has a limit of its own at once.');
    expect(sentence(withCaps({ order: { ai: null, all: null } }), 'caps.order')).toBe(
      'On one order there is no limit of what is given.',
    );
  });
});
