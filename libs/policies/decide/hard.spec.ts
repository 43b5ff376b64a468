import type { ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { ai, eur, given, of, person, refund, rules } from './cases.fixture';
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

const CASES: Case[] = [
  ['deleting an account', of('delete_account'), ai(), 'deny', 'engine.account'],
  ['deleting an account, by a person', of('delete_account'), person('agent'), 'allow', 'allowed'],
  [
    'more at once than any AI gives',
    of('cancel_order', {
      amount: eur(500_001),
      paid: eur(500_001),
      refunded: eur(0),
      fulfilment: 'unfulfilled',
      confirmed: true,
    }),
    ai(),
    'needs_approval',
    'tiers.ceiling',
  ],
  [
    'a first change of the address',
    of('change_address', { fulfilment: 'unfulfilled', confirmed: true }),
    ai(),
    'allow',
    'allowed',
  ],
  [
    'a second one',
    of('change_address', { fulfilment: 'unfulfilled', confirmed: true, sameOnOrder: 1 }),
    ai(),
    'needs_approval',
    'engine.address-once',
  ],
  [
    'one of which nobody knows the number',
    of('change_address', { fulfilment: 'unfulfilled', confirmed: true, sameOnOrder: null }),
    ai(),
    'needs_approval',
    'engine.address-once',
  ],
  [
    'a second one by a person',
    of('change_address', { fulfilment: 'unfulfilled', sameOnOrder: 1 }),
    person('agent'),
    'allow',
    'allowed',
  ],
  [
    'dollars for what was paid in euros',
    refund({ paid: { amount: 9000, currency: 'USD' } }),
    person('owner'),
    'deny',
    'engine.currency',
  ],
  ['all that was paid', refund({ paid: eur(2490) }), person('agent'), 'allow', 'allowed'],
  ['a cent more', refund({ paid: eur(2489) }), person('owner'), 'deny', 'engine.order-sum'],
  ['more than is left', refund({ paid: eur(5000), refunded: eur(2511) }), person('owner'), 'deny', 'engine.order-sum'],
  [
    'more than is left of what was given from here',
    refund({ paid: eur(5000), onOrder: given(1, eur(2511)) }),
    person('owner'),
    'deny',
    'engine.order-sum',
  ],
  [
    'what was given from here in another currency',
    refund({ paid: eur(5000), onOrder: given(1, { amount: 9000, currency: 'USD' }) }),
    person('owner'),
    'allow',
    'allowed',
  ],
  [
    'no runs of ours to be counted',
    refund({ paid: eur(5000), onOrder: undefined }),
    person('owner'),
    'allow',
    'allowed',
  ],
  [
    'an order of which nobody knows what was paid',
    refund({ paid: null }),
    person('agent'),
    'needs_approval',
    'engine.order-sum',
  ],
  ['the same, by the AI', refund({ paid: null }), ai(), 'needs_approval', 'engine.order-sum'],
  ['what went back is not known', refund({ refunded: null }), ai(), 'needs_approval', 'engine.order-sum'],
  ['what was given from here is not known', refund({ onOrder: null }), person('lead'), 'allow', 'allowed'],
  [
    'an action that tells nothing of the order, by a person',
    refund({ paid: undefined, onOrder: undefined }),
    person('lead'),
    'allow',
    'allowed',
  ],
  ['the same, by the AI', refund({ paid: undefined }), ai(), 'needs_approval', 'engine.order-sum'],
  ['a disputed payment', refund({ disputed: true }), person('owner'), 'deny', 'engine.dispute'],
  ['one that is not', refund({ disputed: false }), ai(), 'allow', 'allowed'],
  ['one that could not be asked', refund({ disputed: null }), ai(), 'needs_approval', 'engine.dispute'],
  ['the same, by a person', refund({ disputed: null }), person('agent'), 'allow', 'allowed'],
];

describe('what no document can loosen', () => {
  it.each(CASES)('%s', (_what, facts, actor, verdict, rule, document = DEFAULT_POLICY) => {
    expect(decided(facts, actor, document)).toMatchObject({ verdict, rule });
  });

  it('is the most at once where no tier and no limit says less', () => {
    const { ai: own } = DEFAULT_POLICY;
    const wide = { units: 1e9, byCurrency: {} };
    const document = rules({
      tiers: { steps: [], ceiling: null },
      caps: {
        ...DEFAULT_POLICY.caps,
        customer30Days: { ai: { amount: null, count: null }, all: { amount: null, count: null } },
        shopHour: { ai: { amount: null, count: null }, all: { amount: null, count: null } },
        shopDay: { ai: { amount: null, count: null }, all: { amount: null, count: null } },
      },
      ai: { ...own, refund: { ...own.refund, approvalAbove: wide, denyAbove: wide } },
    });
    expect(decided(refund({ amount: eur(500_000) }), ai(), document)).toMatchObject({ verdict: 'allow' });
    expect(decided(refund({ amount: eur(500_001) }), ai(), document)).toMatchObject({
      verdict: 'needs_approval',
      rule: 'engine.at-once',
    });
    expect(decided(of('redeem_reward', { confirmed: true, amount: null }), ai(), document)).toMatchObject({
      verdict: 'needs_approval',
      rule: 'engine.at-once',
    });
  });

  it('is said among the rules', () => {
    expect(sentence(DEFAULT_POLICY, 'engine.order-sum')).toContain('no more goes back than was paid');
  });
});
