import type { PolicyDocument } from '@satchel/contracts';
import { POLICY_GROUPS, type PolicyField, problemOf, scaled, shownValue, withEdits } from './policy-form';

const limit = (units: number) => ({ units, byCurrency: { JPY: units * 150 } });
const roles = () => ({ refund: limit(200), discountPercent: 20, points: 2000 });
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
