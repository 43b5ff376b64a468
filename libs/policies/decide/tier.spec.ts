import type { ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { ai, eur, of, refund, rules } from './cases.fixture';
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

const steps = (...all: PolicyDocument['tiers']['steps']): PolicyDocument =>
  rules({ tiers: { steps: all, ceiling: { units: 150, byCurrency: {} } } });
const gold = steps({ tier: 'Gold', tag: null, percent: 200 }, { tier: null, tag: 'risky', percent: 50 });
const both = steps({ tier: 'Gold', tag: 'vip', percent: 200 });

const CASES: Case[] = [
  ['a higher tier', refund({ amount: eur(10_000), tier: ' gold' }), ai(), 'allow', 'allowed', gold],
  ['a cent more', refund({ amount: eur(10_001), tier: 'Gold' }), ai(), 'needs_approval', 'refund.amount', gold],
  ['no tier', refund({ amount: eur(5001) }), ai(), 'needs_approval', 'refund.amount', gold],
  [
    'a tag that lowers',
    refund({ amount: eur(2501), customerTags: ['Risky'] }),
    ai(),
    'needs_approval',
    'refund.amount',
    gold,
  ],
  [
    'it lowers what is denied as well',
    refund({ amount: eur(10_001), customerTags: ['risky'] }),
    ai(),
    'deny',
    'refund.amount',
    gold,
  ],
  [
    'a tag that lowers wins over a tier',
    refund({ amount: eur(2501), tier: 'Gold', customerTags: ['risky'] }),
    ai(),
    'needs_approval',
    'refund.amount',
    gold,
  ],
  [
    'unknown tags may lower',
    refund({ amount: eur(2501), tier: 'Gold', customerTags: null }),
    ai(),
    'needs_approval',
    'refund.amount',
    gold,
  ],
  [
    'an unknown tier raises nothing',
    refund({ amount: eur(5001), tier: undefined }),
    ai(),
    'needs_approval',
    'refund.amount',
    gold,
  ],
  [
    'tier and tag together',
    refund({ amount: eur(10_000), tier: 'Gold', customerTags: ['vip'] }),
    ai(),
    'allow',
    'allowed',
    both,
  ],
  [
    'the tier without its tag',
    refund({ amount: eur(10_000), tier: 'Gold' }),
    ai(),
    'needs_approval',
    'refund.amount',
    both,
  ],
  ['above the ceiling', refund({ amount: eur(15_001), tier: 'Gold' }), ai(), 'needs_approval', 'refund.amount', gold],
  ['what no tier lifts', refund({ amount: eur(20_001), tier: 'Gold' }), ai(), 'deny', 'refund.amount', gold],
  [
    'the ceiling of a high tier',
    refund({ amount: eur(15_001), tier: 'Gold' }),
    ai(),
    'needs_approval',
    'tiers.ceiling',
    steps({ tier: 'Gold', tag: null, percent: 1000 }),
  ],
  [
    'a sum that nobody knows',
    of('cancel_order', { amount: null, fulfilment: 'unfulfilled', confirmed: true }),
    ai(),
    'needs_approval',
    'tiers.ceiling',
    gold,
  ],
  ['points of a higher tier', of('grant_points', { points: 1000, tier: 'Gold' }), ai(), 'allow', 'allowed', gold],
  ['too many of them', of('grant_points', { points: 1001, tier: 'Gold' }), ai(), 'needs_approval', 'ai.points', gold],
  [
    'a larger discount for a higher tier',
    of('create_discount', { percent: 20, validDays: 9, tier: 'Gold' }),
    ai(),
    'allow',
    'allowed',
    gold,
  ],
  [
    'too large a one',
    of('create_discount', { percent: 21, validDays: 9, tier: 'Gold' }),
    ai(),
    'deny',
    'ai.discount',
    gold,
  ],
];

describe('limits by tier and tag', () => {
  it.each(CASES)('%s', (_what, facts, actor, verdict, rule, document = DEFAULT_POLICY) => {
    expect(decided(facts, actor, document)).toMatchObject({ verdict, rule });
  });

  it('are said in words', () => {
    expect(sentence(gold, 'tiers.ceiling')).toBe(
      'The AI\'s limits by customer: tier Gold 200 %; tag "risky" 50 %. More than 150 at once it gives to nobody by itself.',
    );
    expect(
      sentence(
        steps({ tier: 'Gold', tag: 'vip', percent: 5 }, { tier: null, tag: null, percent: 90 }),
        'tiers.ceiling',
      ),
    ).toContain('tier Gold with tag "vip" 5 %; everybody 90 %');
    expect(sentence(rules({ tiers: { steps: [], ceiling: null } }), 'tiers.ceiling')).toBe(
      'The AI has the same limits for all customers.',
    );
  });
});
