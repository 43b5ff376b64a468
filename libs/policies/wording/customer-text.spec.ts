import { CUSTOMER_LANGUAGES } from '@satchel/contracts';
import { ai, of, person, refund, rules } from '../decide/cases.fixture';
import { decide } from '../decide/decide';
import type { PolicyFacts } from '../decide/facts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import { customerTextIn, textFor, wordingOf } from './customer-text';
import { HOUSE_TEXTS } from './house-texts';

const decided = (facts: PolicyFacts, document = DEFAULT_POLICY, actor = ai()) =>
  decide({ version: 1, document }, facts, actor);

describe('what a customer is told of a decision', () => {
  it('is nothing while nothing is against it', () => {
    expect(decided(refund()).customerText).toBeUndefined();
    expect(customerTextIn(decided(refund()), 'de')).toBeNull();
  });

  it('names the rule where it may be named, in their language', () => {
    const late = decided(of('start_return', { deliveredDaysAgo: 60 }));
    expect(customerTextIn(late, 'de-AT')).toBe(HOUSE_TEXTS.window.de);
    expect(customerTextIn(late, 'it')).toBe(HOUSE_TEXTS.window.en);
    expect(customerTextIn(late, null)).toBe(HOUSE_TEXTS.window.en);
  });

  it("answers somebody else's order like a missing one", () => {
    expect(decided(refund({ orderIsTheirs: false })).customerText).toEqual(HOUSE_TEXTS.noOrder);
  });

  it('never tells a suspicion', () => {
    expect(decided(refund({ customerTags: ['fraud'] })).customerText).toEqual(HOUSE_TEXTS.approval);
    const document = rules({ fraud: { tags: ['fraud'], tagged: 'deny', highRisk: 'deny' } });
    expect(decided(refund({ customerTags: ['fraud'] }), document).customerText).toEqual(HOUSE_TEXTS.no);
  });

  it('is said in the words of the shop where it has some', () => {
    const wording = { 'returns.window': { de: 'Leider zu spät.' }, 'ai.confirm': { nl: 'Zeker weten?' } };
    const late = decided(of('start_return', { deliveredDaysAgo: 60 }), rules({ wording }));
    expect(late.customerText).toEqual({ ...HOUSE_TEXTS.window, de: 'Leider zu spät.' });
    const asked = decided(of('cancel_order', { fulfilment: 'unfulfilled', amount: undefined }), rules({ wording }));
    expect(asked).toMatchObject({ verdict: 'needs_confirm', customerText: { nl: 'Zeker weten?' } });
    expect(customerTextIn(asked, 'de')).toBe('Zeker weten?');
    expect(customerTextIn({ ...asked, customerText: {} }, 'de')).toBeNull();
    expect(textFor(rules({ wording: {} }), 'ai.confirm', 'needs_confirm')).toBeNull();
    expect(textFor(rules({ wording: {} }), 'toString', 'deny')).toEqual(HOUSE_TEXTS.no);
  });

  it('is there in every language, each its own', () => {
    for (const [name, texts] of Object.entries(HOUSE_TEXTS)) {
      expect([name, Object.keys(texts)]).toEqual([name, [...CUSTOMER_LANGUAGES]]);
      expect(new Set(Object.values(texts)).size).toBe(CUSTOMER_LANGUAGES.length);
    }
  });

  it('is listed among the rules', () => {
    expect(wordingOf(rules({ wording: { off: { en: 'Not today.' } } })).text).toContain('off (en): "Not today."');
    expect(wordingOf(DEFAULT_POLICY).text).toContain('words of the house');
    expect(decided(refund(), DEFAULT_POLICY, person('agent')).verdict).toBe('allow');
  });
});
