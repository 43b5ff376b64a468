import type { ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { decide, sentencesOf } from './decide';
import { ai, eur, of, person, refund, rules } from './cases.fixture';
import type { PolicyActor, PolicyFacts } from './facts';

const line = (sku: string | null, ...tags: string[]) => ({ title: 'Tee', sku, tags });

type Case = [
  what: string,
  facts: PolicyFacts,
  actor: PolicyActor,
  verdict: ActionVerdict,
  rule: string,
  document?: PolicyDocument,
];

const CASES: Case[] = [
  ['a small refund by the AI', refund(), ai(), 'allow', 'allowed'],
  ['exactly the limit by the AI', refund({ amount: eur(5000) }), ai(), 'allow', 'allowed'],
  ['a cent above what the AI does alone', refund({ amount: eur(5001) }), ai(), 'needs_approval', 'refund.amount'],
  ['more than the AI may at all', refund({ amount: eur(20001) }), ai(), 'deny', 'refund.amount'],
  ['an unknown amount by the AI', refund({ amount: null }), ai(), 'needs_approval', 'refund.amount'],
  ['yen by their own limit', refund({ amount: { amount: 7500, currency: 'JPY' } }), ai(), 'allow', 'allowed'],
  ['yen above it', refund({ amount: { amount: 7501, currency: 'JPY' } }), ai(), 'needs_approval', 'refund.amount'],
  [
    'dinars with three decimals',
    refund({ amount: { amount: 50_001, currency: 'KWD' } }),
    ai(),
    'needs_approval',
    'refund.amount',
  ],
  ['a refund on the last day', refund({ deliveredDaysAgo: 30 }), ai(), 'allow', 'allowed'],
  ['a refund a day late', refund({ deliveredDaysAgo: 31 }), ai(), 'deny', 'refund.days'],
  ['a parcel on its way', refund({ deliveredDaysAgo: null }), ai(), 'needs_approval', 'refund.days'],
  ['nothing sent yet', refund({ deliveredDaysAgo: null, fulfilment: 'unfulfilled' }), ai(), 'allow', 'allowed'],
  ['the second refund in 90 days', refund({ refundsIn90Days: 1 }), ai(), 'allow', 'allowed'],
  ['the third refund in 90 days', refund({ refundsIn90Days: 2 }), ai(), 'needs_approval', 'refund.count'],
  ['a late refund by a person', refund({ deliveredDaysAgo: 90 }), person('agent'), 'allow', 'allowed'],
  [
    "a refund above the agent's limit",
    refund({ amount: eur(20001) }),
    person('agent'),
    'needs_approval',
    'roles.refund',
  ],
  ['the same by a lead', refund({ amount: eur(20001) }), person('lead'), 'allow', 'allowed'],
  ['any amount by an owner', refund({ amount: eur(99_999_99) }), person('owner'), 'allow', 'allowed'],
  ['an unknown amount by an agent', refund({ amount: null }), person('agent'), 'needs_approval', 'roles.refund'],
  ['somebody not known well enough', refund(), ai(1), 'deny', 'ai.assurance'],
  [
    'a surer identity than declared',
    refund(),
    ai(2),
    'deny',
    'ai.assurance',
    rules({ ai: { ...DEFAULT_POLICY.ai, assurance: { refund: 3 } } }),
  ],
  ['a customer by themselves', refund(), { kind: 'customer', role: null, assurance: 1 }, 'deny', 'ai.assurance'],
  ["somebody else's order", refund({ orderIsTheirs: false }), ai(), 'deny', 'ai.own-orders'],
  ["somebody else's order, by a person", refund({ orderIsTheirs: false }), person('agent'), 'allow', 'allowed'],
  [
    'what the AI never does',
    refund(),
    ai(),
    'deny',
    'ai.never',
    rules({ ai: { ...DEFAULT_POLICY.ai, never: ['refund'] } }),
  ],
  [
    'a look by the AI that reaches the owner',
    of('look_up_order', { risk: 'read', reachesOwner: true }),
    ai(0),
    'allow',
    'allowed',
  ],
  [
    'a look by the AI that does not',
    of('look_up_order', { risk: 'read', reachesOwner: false }),
    ai(1),
    'deny',
    'ai.assurance',
  ],
  ['the house itself', refund(), { kind: 'system', role: null, assurance: 0 }, 'deny', 'somebody'],
  ['a return in time', of('start_return', { deliveredDaysAgo: 30 }), ai(), 'allow', 'allowed'],
  ['a return too late', of('start_return', { deliveredDaysAgo: 31 }), ai(), 'deny', 'returns.window'],
  [
    'a return too late, by an agent',
    of('start_return', { deliveredDaysAgo: 31 }),
    person('agent'),
    'needs_approval',
    'returns.window',
  ],
  [
    'a return too late, by a lead',
    of('start_return', { deliveredDaysAgo: 31 }),
    person('lead'),
    'needs_confirm',
    'returns.window',
  ],
  [
    'the same, said twice',
    of('start_return', { deliveredDaysAgo: 31, confirmed: true }),
    person('lead'),
    'allow',
    'allowed',
  ],
  [
    'said twice by the AI',
    of('start_return', { deliveredDaysAgo: 31, confirmed: true }),
    ai(),
    'deny',
    'returns.window',
  ],
  [
    'final sale by its tag',
    of('exchange', { lines: [line('A'), line('B', 'Final Sale')], confirmed: true }),
    ai(),
    'deny',
    'returns.excluded',
  ],
  ['another tag', of('start_return', { lines: [line('B', 'sale')] }), ai(), 'allow', 'allowed'],
  [
    'final sale by its SKU',
    of('start_return', { lines: [line('GIFT-25-EU')] }),
    ai(),
    'deny',
    'returns.excluded',
    rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['gift-*-eu'] } }),
  ],
  [
    'an SKU that only begins so',
    of('start_return', { lines: [line('GIFT-25-EUX')] }),
    ai(),
    'allow',
    'allowed',
    rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['gift-*-eu'] } }),
  ],
  [
    'cancelling before it is sent',
    of('cancel_order', { fulfilment: 'unfulfilled', confirmed: true }),
    ai(),
    'allow',
    'allowed',
  ],
  [
    'cancelling without a second yes',
    of('cancel_order', { fulfilment: 'unfulfilled' }),
    ai(),
    'needs_confirm',
    'ai.confirm',
  ],
  [
    'cancelling what was sent',
    of('cancel_order', { fulfilment: 'partial', confirmed: true }),
    ai(),
    'deny',
    'cancel.unfulfilled',
  ],
  [
    'cancelling what was sent, by an agent',
    of('cancel_order', { fulfilment: 'fulfilled' }),
    person('agent'),
    'needs_approval',
    'cancel.unfulfilled',
  ],
  ['an address before shipping', of('change_address', { fulfilment: 'on_hold' }), person('agent'), 'allow', 'allowed'],
  [
    'an address after shipping, by an owner',
    of('change_address', { fulfilment: 'fulfilled', confirmed: true }),
    person('owner'),
    'deny',
    'address.before-shipping',
  ],
  ['a discount by the AI', of('create_discount', { percent: 10, validDays: 30 }), ai(), 'allow', 'allowed'],
  ['a larger one', of('create_discount', { percent: 11, validDays: 30 }), ai(), 'deny', 'ai.discount'],
  [
    'an amount that is too large',
    of('create_discount', { amount: eur(1001), validDays: 30 }),
    ai(),
    'deny',
    'ai.discount',
  ],
  [
    'a second one in 90 days',
    of('create_discount', { percent: 5, validDays: 30, discountsIn90Days: 1 }),
    ai(),
    'needs_approval',
    'ai.discount',
  ],
  [
    "above the agent's percent",
    of('create_discount', { percent: 21, validDays: 30 }),
    person('agent'),
    'needs_approval',
    'roles.discount',
  ],
  [
    'a discount without an end',
    of('create_discount', { percent: 5, validDays: null }),
    person('lead'),
    'needs_confirm',
    'discounts.size',
  ],
  [
    'a discount of more than the shop gives',
    of('create_discount', { amount: eur(50_001), validDays: 3 }),
    person('agent'),
    'needs_approval',
    'discounts.size',
  ],
  ['points by the AI', of('grant_points', { points: 500, pointsIn90Days: 500 }), ai(), 'allow', 'allowed'],
  ['too many points at once', of('grant_points', { points: 501 }), ai(), 'needs_approval', 'ai.points'],
  [
    'too many points in 90 days',
    of('grant_points', { points: 500, pointsIn90Days: 501 }),
    ai(),
    'needs_approval',
    'ai.points',
  ],
  [
    "points above the agent's limit",
    of('grant_points', { points: 2001 }),
    person('agent'),
    'needs_approval',
    'roles.points',
  ],
  [
    'a subscription without the offer',
    of('cancel_subscription'),
    person('owner'),
    'needs_confirm',
    'subscriptions.offer-first',
  ],
  ['a subscription after the offer', of('cancel_subscription', { offerDeclined: true }), ai(), 'allow', 'allowed'],
];

describe('what may be done', () => {
  it.each(CASES)('%s', (_what, facts, actor, verdict, rule, document = DEFAULT_POLICY) => {
    expect(decide({ version: 7, document }, facts, actor)).toMatchObject({ verdict, rule, policyVersion: 7 });
  });

  it('takes the strictest word of all rules', () => {
    const facts = refund({ amount: eur(6000), refundsIn90Days: 5, deliveredDaysAgo: 31 });
    expect(decide({ version: 1, document: DEFAULT_POLICY }, facts, ai())).toMatchObject({
      verdict: 'deny',
      rule: 'refund.days',
    });
  });

  it('names the least role that may approve', () => {
    const asked = (amount: number) =>
      decide({ version: 1, document: DEFAULT_POLICY }, refund({ amount: eur(amount) }), person('agent'));
    expect([asked(20_001).approver, asked(200_001).approver]).toEqual(['lead', 'admin']);
  });

  it('offers something before a subscription is cancelled, for this very subscription', () => {
    const facts = of('cancel_subscription', { subscriptionId: 'sub-7' });
    expect(decide({ version: 1, document: DEFAULT_POLICY }, facts, ai()).offer).toEqual({
      text: DEFAULT_POLICY.subscriptions.offer.text,
      action: 'skip_subscription',
      arguments: { subscription: 'sub-7' },
    });
  });

  it('does not take for ever over a pattern of many stars', () => {
    const document = rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['*a'.repeat(40) + 'b'] } });
    const began = process.hrtime.bigint();
    decide({ version: 1, document }, of('start_return', { lines: [line('a'.repeat(5_000))] }), ai());
    expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(100);
  });

  it('says in words what each rule means, with its figures', () => {
    const sentences = new Map(sentencesOf(DEFAULT_POLICY).map(({ rule, text }) => [rule, text]));
    expect(sentences.get('returns.window')).toBe(
      'Goods go back within 30 days of delivery; later only if a lead says so.',
    );
    expect(sentences.get('refund.amount')).toContain('up to 50 (350 DKK');
    for (const [rule, text] of sentences) expect([rule, /^[A-Z].*[.”"]$/.test(text)]).toEqual([rule, true]);
  });
});
