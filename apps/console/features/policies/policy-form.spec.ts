import type { PolicyDocument } from '@satchel/contracts';
import type { PolicyField } from './policy-field';
import { POLICY_GROUPS, problemOf, scaled, shownValue, withEdits } from './policy-form';

const limit = (units: number) => ({ units, byCurrency: { JPY: units * 150 } });
const roles = () => ({ refund: limit(200), discountPercent: 20, points: 2000 });
const free = () => ({ ai: { amount: limit(10), count: null }, all: { amount: null, count: 5 } });
const DOCUMENT: PolicyDocument = {
  ai: {
    never: [],
    confirm: ['cancel_order'],
    assurance: {},
    refund: { approvalAbove: limit(50), denyAbove: limit(200), withinDaysOfDelivery: 30, mostIn90Days: 2 },
    points: { mostAtOnce: 500, mostIn90Days: 1000 },
    discount: { mostPercent: 10, mostAmount: limit(10), mostIn90Days: 1 },
  },
  roles: { agent: roles(), lead: roles(), admin: { refund: null, discountPercent: null, points: null } },
  returns: { windowDays: 30, excludedTags: ['final sale'], excludedSkus: [] },
  cancel: { onlyUnfulfilled: true },
  address: { onlyBeforeShipping: true },
  discounts: { mostPercent: 100, mostAmount: limit(500), mostDays: 365 },
  subscriptions: { offerFirst: true, offer: { text: 'Skip one?', action: 'skip_subscription' } },
  off: { refund: 'ai' },
  caps: { action: {}, order: { ai: 3, all: null }, customer30Days: free(), shopHour: free(), shopDay: free() },
  tiers: { steps: [{ tier: 'Gold', tag: null, percent: 200 }], ceiling: limit(500) },
  fraud: { tags: ['fraud'], tagged: 'needs_approval', highRisk: 'deny' },
  finalSale: { noRefund: false },
  goodwill: {
    withinDays: 90,
    furtherPercent: 50,
    customer: null,
    shopMonth: limit(100),
    pointsPerUnit: 100,
    percentCountsAs: 10,
  },
  claims: { from: 4, percentOfOrders: 50 },
  wording: {},
};
const FIELDS = POLICY_GROUPS.flatMap((group) => group.fields);
const field = (path: string): PolicyField => FIELDS.find((one) => one.path === path) as PolicyField;

describe('the form of the rules', () => {
  it('shows a value of the document in each of its fields', () => {
    const shown = (path: string) => shownValue(DOCUMENT, field(path));
    expect(shown('ai.refund.approvalAbove')).toBe('50');
    expect(shown('roles.admin.refund')).toBe('');
    expect(shown('returns.excludedTags')).toBe('final sale');
    expect(shown('cancel.onlyUnfulfilled')).toBe('true');
    const lost = FIELDS.filter((one) => !one.optional && shownValue(DOCUMENT, one) === '').map(({ path }) => path);
    expect(lost).toEqual(['returns.excludedSkus']);
  });

  it('changes what was typed and nothing else', () => {
    const next = withEdits(DOCUMENT, {
      'returns.windowDays': '14',
      'returns.excludedSkus': 'GIFT-*, , GIFT-*, SALE',
      'cancel.onlyUnfulfilled': 'false',
      'roles.agent.refund': '',
      'discounts.mostDays': '365',
    });
    expect(next).toEqual({
      ...DOCUMENT,
      returns: { ...DOCUMENT.returns, windowDays: 14, excludedSkus: ['GIFT-*', 'SALE'] },
      cancel: { onlyUnfulfilled: false },
      roles: { ...DOCUMENT.roles, agent: { ...roles(), refund: null } },
    });
    expect(DOCUMENT.returns.windowDays).toBe(30);
  });

  it('keeps tables as they were typed, and takes limits away', () => {
    const steps = [{ tier: 'Gold', tag: 'vip', percent: 50 }];
    const next = withEdits(DOCUMENT, {
      off: JSON.stringify({ exchange: 'everybody' }),
      'tiers.steps': JSON.stringify(steps),
      wording: JSON.stringify({ off: { de: 'Heute nicht.' } }),
      'fraud.highRisk': 'allow',
      'caps.action': JSON.stringify({ refund: limit(40) }),
      'caps.shopDay.ai.amount': '',
      'caps.shopDay.all.amount': '40',
    });
    expect(next).toMatchObject({
      off: { exchange: 'everybody' },
      tiers: { steps, ceiling: limit(500) },
      wording: { off: { de: 'Heute nicht.' } },
      fraud: { tags: ['fraud'], highRisk: 'allow' },
      caps: {
        action: { refund: limit(40) },
        shopDay: { ai: { amount: null }, all: { amount: { units: 40, byCurrency: {} }, count: 5 } },
      },
    });
    expect(next.off).toEqual({ exchange: 'everybody' });
    expect(problemOf(field('goodwill.withinDays'), '0')).toBe('Give a number, 1 or more.');
  });

  it('moves the limits of other currencies along', () => {
    expect(withEdits(DOCUMENT, { 'ai.refund.approvalAbove': '100' }).ai.refund.approvalAbove).toEqual(limit(100));
    expect(scaled({ units: 0, byCurrency: { JPY: 9 } }, 5)).toEqual({ units: 5, byCurrency: { JPY: 9 } });
    expect(scaled(null, 5)).toEqual({ units: 5, byCurrency: {} });
  });

  it('refuses what is no number, and takes an empty field where there may be no limit', () => {
    expect(problemOf(field('returns.windowDays'), '1.5')).toBe('Give a whole number.');
    expect(problemOf(field('returns.windowDays'), '')).toBe('Give a number.');
    expect(problemOf(field('ai.discount.mostPercent'), '101')).toBe('At most 100.');
    expect(problemOf(field('ai.refund.denyAbove'), '-1')).toBe('Give a number, 0 or more.');
    expect(problemOf(field('roles.lead.points'), '')).toBeNull();
    expect(problemOf(field('ai.refund.denyAbove'), '49.5')).toBeNull();
  });
});
