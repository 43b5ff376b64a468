import type { PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { ai, eur, of, person, refund, rules } from './cases.fixture';
import { decide, differences, sentencesOf } from './decide';
import { moneyWords } from './money-limit';

const own = DEFAULT_POLICY.ai;
const said = (changes: Partial<PolicyDocument>, rule: string) =>
  sentencesOf(rules(changes)).find((one) => one.rule === rule)?.text;
const decided = (facts: Parameters<typeof decide>[1], by = ai(), document = DEFAULT_POLICY) =>
  decide({ version: 1, document }, facts, by);

describe('the rules in words', () => {
  it.each<[string, Partial<PolicyDocument>, string]>([
    ['ai.never', { ai: { ...own, never: ['refund'] } }, 'The AI never does these: refund.'],
    [
      'ai.assurance',
      { ai: { ...own, assurance: { refund: 3 } } },
      'Here also: refund for a customer whose identity is proven.',
    ],
    ['ai.confirm', { ai: { ...own, confirm: [] } }, 'asks the customer no second time'],
    ['returns.excluded', { returns: { windowDays: 1, excludedTags: [], excludedSkus: ['A-*'] } }, 'SKUs like A-*'],
    [
      'returns.excluded',
      { returns: { windowDays: 1, excludedTags: [], excludedSkus: [] } },
      'Every product may go back.',
    ],
    ['cancel.unfulfilled', { cancel: { onlyUnfulfilled: false } }, 'may be cancelled at any time'],
    ['address.before-shipping', { address: { onlyBeforeShipping: false } }, 'may be changed at any time'],
    [
      'subscriptions.offer-first',
      { subscriptions: { ...DEFAULT_POLICY.subscriptions, offerFirst: false } },
      'without an offer',
    ],
    ['off', {}, 'No action is switched off.'],
    ['fraud.order', { fraud: { tags: [], tagged: 'deny', highRisk: 'deny' } }, 'the AI changes nothing'],
  ])('%s', (rule, changes, words) => {
    expect(said(changes, rule)).toContain(words);
  });

  it('tell what differs between two versions', () => {
    const stricter = rules({ returns: { ...DEFAULT_POLICY.returns, windowDays: 14 } });
    expect(differences(DEFAULT_POLICY, stricter)).toEqual([
      {
        rule: 'returns.window',
        before: 'Goods go back within 30 days of delivery; later only if a lead says so.',
        after: 'Goods go back within 14 days of delivery; later only if a lead says so.',
      },
    ]);
    expect(differences(DEFAULT_POLICY, DEFAULT_POLICY)).toEqual([]);
  });

  it('name money of a currency that is none by hundredths', () => {
    expect(moneyWords({ amount: 1250, currency: 'TOKENS' })).toBe('12.50 TOKENS');
  });
});

describe('what nobody knows', () => {
  it.each([
    ['refunds before', refund({ refundsIn90Days: undefined }), 'refund.count'],
    [
      'discounts before',
      of('create_discount', { percent: 5, validDays: 5, discountsIn90Days: undefined }),
      'ai.discount',
    ],
    ['points before', of('grant_points', { points: 5, pointsIn90Days: undefined }), 'ai.points'],
  ])('%s: a lead looks first', (_what, facts, rule) => {
    expect(decided(facts)).toMatchObject({ verdict: 'needs_approval', rule });
  });
});

describe('at the edges', () => {
  it.each([
    [
      'a percentage that no discount has',
      of('create_discount', { percent: 41, validDays: 5 }),
      person('lead'),
      rules({ discounts: { ...DEFAULT_POLICY.discounts, mostPercent: 40 } }),
      'needs_confirm',
    ],
    [
      'an amount of a discount by a lead',
      of('create_discount', { amount: eur(500), validDays: 5 }),
      person('lead'),
      DEFAULT_POLICY,
      'allow',
    ],
    ['a discount of nothing', of('create_discount', { validDays: undefined }), person('lead'), DEFAULT_POLICY, 'allow'],
    ['points of nothing', of('grant_points'), person('agent'), DEFAULT_POLICY, 'allow'],
    ['points of nothing by the AI', of('grant_points'), ai(), DEFAULT_POLICY, 'allow'],
    [
      'a discount of any size by an admin',
      of('create_discount', { percent: 100, validDays: 5 }),
      person('admin'),
      DEFAULT_POLICY,
      'allow',
    ],
    [
      'points of any number by an admin',
      of('grant_points', { points: 99_999 }),
      person('admin'),
      DEFAULT_POLICY,
      'allow',
    ],
    [
      'more points than a lead grants',
      of('grant_points', { points: 20_001 }),
      person('lead'),
      DEFAULT_POLICY,
      'needs_approval',
    ],
    [
      'a discount that only an admin gives',
      of('create_discount', { percent: 60, validDays: 5 }),
      person('lead'),
      DEFAULT_POLICY,
      'needs_approval',
    ],
    ['cancelling twice', of('cancel_order', { fulfilment: 'cancelled' }), ai(), DEFAULT_POLICY, 'deny'],
    [
      'a subscription with words alone',
      of('cancel_subscription'),
      ai(),
      rules({ subscriptions: { offerFirst: true, offer: { text: 'Stay?', action: null } } }),
      'needs_confirm',
    ],
    [
      'a return of nothing that is named',
      of('start_return', { lines: [{ title: 'Tee', sku: 'B', tags: [] }] }),
      ai(),
      rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['A'] } }),
      'allow',
    ],
    [
      'an SKU that lacks a middle',
      of('start_return', { lines: [{ title: 'Tee', sku: 'A-B', tags: [] }] }),
      ai(),
      rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['A*X*B'] } }),
      'allow',
    ],
    [
      'an SKU that begins otherwise',
      of('start_return', { lines: [{ title: 'Tee', sku: 'X-A', tags: [] }] }),
      ai(),
      rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['A*'] } }),
      'allow',
    ],
    [
      'an SKU with it',
      of('start_return', { lines: [{ title: 'Tee', sku: 'A-X-B', tags: [] }] }),
      ai(),
      rules({ returns: { windowDays: 30, excludedTags: [], excludedSkus: ['A*X*B'] } }),
      'deny',
    ],
  ] as const)('%s', (_what, facts, by, document, verdict) => {
    expect(decided(facts, by, document).verdict).toBe(verdict);
  });

  it('nobody but an owner approves what no admin may', () => {
    const roles = {
      ...DEFAULT_POLICY.roles,
      admin: { refund: { units: 1, byCurrency: {} }, discountPercent: 1, points: 1 },
    };
    const facts = refund({ amount: eur(900_000) });
    expect(decided(facts, person('agent'), rules({ roles })).approver).toBe('owner');
  });

  it('limits of roles that have none are said so', () => {
    const free = { refund: null, discountPercent: null, points: null };
    const one = { refund: { units: 1, byCurrency: {} }, discountPercent: 1, points: 1 };
    expect(said({ roles: { agent: free, lead: one, admin: one } }, 'roles.refund')).toContain(
      'agents refund any amount',
    );
  });
});
