import type { ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { ai, eur, of, person, rules } from './cases.fixture';
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

const { goodwill } = DEFAULT_POLICY;
const units = (of: number) => ({ units: of, byCurrency: {} });
const budget = (changes: Partial<PolicyDocument['goodwill']>): PolicyDocument =>
  rules({
    goodwill: { ...goodwill, furtherPercent: 100, ...changes },
    ai: {
      ...DEFAULT_POLICY.ai,
      discount: { mostPercent: 50, mostAmount: units(1000), mostIn90Days: 99 },
      points: { mostAtOnce: 9_999, mostIn90Days: 99_999 },
    },
  });
const half = budget({ furtherPercent: 50 });
const gift = (daysAgo: number, more: object = {}) => ({ daysAgo, money: null, points: 0, ...more });
const percent = (of_: number, facts: Partial<PolicyFacts> = {}) =>
  of('create_discount', { percent: of_, amount: null, validDays: 5, ...facts });
const amount = (of_: number, facts: Partial<PolicyFacts> = {}) =>
  of('create_discount', { percent: null, amount: eur(of_), validDays: 5, ...facts });
const points = (of_: number, facts: Partial<PolicyFacts> = {}) => of('grant_points', { points: of_, ...facts });
const customer = budget({ customer: units(50), withinDays: 30 });
const month = budget({ shopMonth: units(100) });
const spent = { money: [eur(5_000)], points: 2_000, percents: 2 };

const CASES: Case[] = [
  ['a first gift', percent(50), ai(), 'allow', 'allowed', half],
  ['a second of half as much', percent(25, { gifts: [gift(3)] }), ai(), 'allow', 'allowed', half],
  ['a second of more', percent(26, { gifts: [gift(3)] }), ai(), 'needs_approval', 'goodwill.further', half],
  ['a third of a quarter', percent(12, { gifts: [gift(3), gift(4)] }), ai(), 'allow', 'allowed', half],
  ['a third of more', percent(13, { gifts: [gift(3), gift(4)] }), ai(), 'needs_approval', 'goodwill.further', half],
  ['a gift of long ago', percent(50, { gifts: [gift(90)] }), ai(), 'allow', 'allowed', half],
  ['points of more than half', points(5_000, { gifts: [gift(1)] }), ai(), 'needs_approval', 'goodwill.further', half],
  [
    'money of more than half, by the AI',
    amount(50_000, { gifts: [gift(1)] }),
    ai(),
    'needs_approval',
    'goodwill.further',
    budget({ furtherPercent: 49 }),
  ],
  ['gifts that nobody knows', percent(5, { gifts: null }), ai(), 'needs_approval', 'goodwill.further', half],
  [
    'the budget of a customer',
    amount(1_000, { gifts: [gift(1, { money: eur(2_000) }), gift(2, { points: 1_000 }), gift(3)] }),
    ai(),
    'allow',
    'allowed',
    customer,
  ],
  [
    'a cent above it',
    amount(1_001, { gifts: [gift(1, { money: eur(2_000) }), gift(2, { points: 1_000 }), gift(3)] }),
    ai(),
    'needs_approval',
    'goodwill.customer',
    customer,
  ],
  [
    'above it, by an agent',
    amount(1_001, { gifts: [gift(1, { money: eur(4_000) })] }),
    person('agent'),
    'needs_approval',
    'goodwill.customer',
    customer,
  ],
  [
    'above it, by a lead',
    amount(1_001, { gifts: [gift(1, { money: eur(4_000) })] }),
    person('lead'),
    'allow',
    'allowed',
    customer,
  ],
  [
    'a budget that nobody can count',
    points(1, { gifts: null }),
    person('agent'),
    'needs_approval',
    'goodwill.customer',
    customer,
  ],
  ['the budget of a month', amount(1_000, { giftsThisMonth: spent }), ai(), 'allow', 'allowed', month],
  ['a cent above it', amount(1_001, { giftsThisMonth: spent }), ai(), 'needs_approval', 'goodwill.month', month],
  ['points above it', points(1_001, { giftsThisMonth: spent }), ai(), 'needs_approval', 'goodwill.month', month],
  [
    'a month that nobody can count',
    points(1, { giftsThisMonth: null }),
    person('agent'),
    'needs_approval',
    'goodwill.month',
    month,
  ],
  [
    'a refund is no gift',
    of('cancel_order', {
      fulfilment: 'unfulfilled',
      confirmed: true,
      amount: undefined,
      gifts: null,
      giftsThisMonth: null,
    }),
    ai(),
    'allow',
    'allowed',
    budget({ customer: units(1), shopMonth: units(1), furtherPercent: 1 }),
  ],
];

describe('gifts', () => {
  it.each(CASES)('%s', (_what, facts, actor, verdict, rule, document = DEFAULT_POLICY) => {
    expect(decided(facts, actor, document)).toMatchObject({ verdict, rule });
  });

  it('of nothing are within a budget of nothing', () => {
    const document = budget({ customer: units(0), shopMonth: units(0), percentCountsAs: 0 });
    expect(decided(percent(5), person('agent'), document).verdict).toBe('allow');
  });

  it('are said in words', () => {
    expect(sentence(half, 'goodwill.further')).toContain('50 % of the one before');
    expect(sentence(customer, 'goodwill.further')).toContain('as much as the first');
    expect(sentence(customer, 'goodwill.customer')).toContain('at most 50 in 30 days');
    expect(sentence(month, 'goodwill.month')).toContain('at most 100');
    expect(sentence(DEFAULT_POLICY, 'goodwill.month')).toBe('Gifts have no budget.');
  });
});
