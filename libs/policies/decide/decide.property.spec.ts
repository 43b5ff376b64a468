import { ACTION_VERDICTS, type ActionVerdict, type Money, type PolicyDocument } from '@satchel/contracts';
import fc from 'fast-check';
import { ai, given, of, person, refund, rules } from './cases.fixture';
import { decide } from './decide';
import type { GivenBy, PolicyActor, PolicyFacts } from './facts';
import { AI_MOST_AT_ONCE, NEVER_BY_AI } from './hard.rules';
import { exceeds, shareOf } from './money-limit';

const units = (of_: number) => ({ units: of_, byCurrency: { JPY: of_ * 150 } });
const strictness = (verdict: ActionVerdict) => ACTION_VERDICTS.indexOf(verdict);
const verdictOf = (document: PolicyDocument, facts: PolicyFacts, actor: PolicyActor): number =>
  strictness(decide({ version: 1, document }, facts, actor).verdict);

const money = fc.record({
  amount: fc.integer({ min: 1, max: 60_000 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
});
const limit = fc.option(fc.integer({ min: 0, max: 900 }).map(units), { nil: null });
const count = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
const cap = fc.record({ amount: limit, count });
const pair = fc.record({ ai: cap, all: cap });
const actor = fc.constantFrom(ai(), ai(1), person('agent'), person('lead'), person('owner'));
const spent: fc.Arbitrary<GivenBy> = fc.record({
  ai: fc.record({ count: fc.nat(9), money: fc.array(money, { maxLength: 3 }) }),
  all: fc.record({ count: fc.nat(9), money: fc.array(money, { maxLength: 3 }) }),
});
const document: fc.Arbitrary<PolicyDocument> = fc
  .record({
    caps: fc.record({
      action: fc.constantFrom<PolicyDocument['caps']['action']>({}, { refund: units(20) }),
      order: fc.record({ ai: count, all: count }),
      customer30Days: pair,
      shopHour: pair,
      shopDay: pair,
    }),
    tiers: fc.record({
      steps: fc.array(
        fc.record({ tier: fc.constantFrom('Gold', null), tag: fc.constantFrom('vip', null), percent: fc.nat(500) }),
        { maxLength: 3 },
      ),
      ceiling: limit,
    }),
    fraud: fc.record({
      tags: fc.constantFrom<string[][]>([], ['fraud']),
      tagged: fc.constantFrom('needs_approval' as const, 'deny' as const),
      highRisk: fc.constantFrom('allow' as const, 'needs_approval' as const, 'deny' as const),
    }),
    finalSale: fc.record({ noRefund: fc.boolean() }),
    goodwill: fc.record({
      withinDays: fc.integer({ min: 1, max: 90 }),
      furtherPercent: fc.nat(100),
      customer: limit,
      shopMonth: limit,
      pointsPerUnit: fc.integer({ min: 1, max: 500 }),
      percentCountsAs: fc.nat(50),
    }),
    claims: fc.record({ from: count, percentOfOrders: fc.nat(100) }),
  })
  .map((changes) => rules(changes));
const facts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    amount: money,
    customer30Days: spent,
    shopHour: spent,
    shopDay: spent,
    onOrder: spent,
    sameOnOrder: fc.nat(3),
    customerTags: fc.subarray(['fraud', 'vip', 'other']),
    tier: fc.constantFrom('Gold', 'Silver', null),
    orderRisk: fc.constantFrom('low' as const, 'high' as const),
    disputed: fc.boolean(),
    claimsIn90Days: fc.nat(9),
    ordersIn90Days: fc.nat(9),
    gifts: fc.array(fc.record({ daysAgo: fc.nat(89), money: fc.option(money, { nil: null }), points: fc.nat(900) }), {
      maxLength: 3,
    }),
    giftsThisMonth: fc.record({ money: fc.array(money, { maxLength: 3 }), points: fc.nat(9_000), percents: fc.nat(9) }),
    what: fc.constantFrom('refund', 'create_discount', 'grant_points', 'cancel_order', 'change_address'),
    confirmed: fc.boolean(),
  })
  .map(({ what, amount, ...more }) => {
    if (what === 'refund') return refund({ amount, lines: [], ...more });
    if (what === 'grant_points') return of(what, { points: 300, ...more });
    return of(what, {
      fulfilment: 'unfulfilled',
      validDays: 5,
      percent: null,
      amount,
      paid: { amount: 1e9, currency: amount.currency },
      refunded: { amount: 0, currency: amount.currency },
      ...more,
    });
  });
const UNKNOWN: readonly (keyof PolicyFacts)[] = [
  'amount',
  'customer30Days',
  'shopHour',
  'shopDay',
  'onOrder',
  'sameOnOrder',
  'customerTags',
  'orderRisk',
  'disputed',
  'claimsIn90Days',
  'gifts',
  'giftsThisMonth',
  'paid',
  'refunded',
];

describe('whatever the facts and the rules', () => {
  it('no sequence of actions brings more than a limit', () => {
    const step = fc.record({ money, by: actor, hours: fc.nat(30) });
    const caps = fc.record({ hour: cap, day: cap, days30: cap, order: count });
    fc.assert(
      fc.property(caps, fc.array(step, { maxLength: 25 }), ({ hour, day, days30, order }, steps) => {
        const free = { amount: null, count: null };
        const standing = rules({
          caps: {
            action: {},
            order: { ai: null, all: order },
            customer30Days: { ai: free, all: days30 },
            shopHour: { ai: free, all: hour },
            shopDay: { ai: free, all: day },
          },
        });
        const done: { at: number; money: Money }[] = [];
        let now = 0;
        for (const { money: wanted, by, hours } of steps) {
          now += hours;
          const within = (span: number) => {
            const found = done.filter(({ at }) => at > now - span);
            return given(found.length, ...found.map((one) => one.money));
          };
          const known = {
            shopHour: within(1),
            shopDay: within(24),
            customer30Days: within(720),
            onOrder: within(Infinity),
          };
          const case_ = refund({ amount: wanted, confirmed: true, ...known });
          if (decide({ version: 1, document: standing }, case_, by).verdict === 'deny') continue;
          // Even when somebody approves whatever wants an approval.
          done.push({ at: now, money: wanted });
          for (const [span, { amount, count: most }] of [
            [1, hour],
            [24, day],
            [720, days30],
            [Infinity, { amount: null, count: order }],
          ] as const) {
            const { all } = within(span);
            if (most !== null) expect(all.count).toBeLessThanOrEqual(most);
            if (amount) expect(shareOf(all.money, amount)).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('of one order no more goes back than was paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000 }),
        fc.array(fc.integer({ min: 1, max: 20_000 })),
        document,
        (paid, wishes, any) => {
          let sum = 0;
          for (const wish of wishes) {
            const eur = (amount: number) => ({ amount, currency: 'EUR' });
            const case_ = refund({ amount: eur(wish), paid: eur(paid), refunded: eur(sum), confirmed: true });
            if (decide({ version: 1, document: any }, case_, person('owner')).verdict !== 'deny') sum += wish;
          }
          expect(sum).toBeLessThanOrEqual(paid);
        },
      ),
    );
  });

  it('stricter rules never allow more', () => {
    const lower = (one: { units: number; byCurrency: Record<string, number> } | null) =>
      one ? units(one.units / 2) : units(400);
    const tighter = (one: {
      amount: { units: number; byCurrency: Record<string, number> } | null;
      count: number | null;
    }) => ({
      amount: lower(one.amount),
      count: one.count === null ? 4 : Math.max(0, one.count - 1),
    });
    const both = (one: PolicyDocument['caps']['shopDay']) => ({ ai: tighter(one.ai), all: tighter(one.all) });
    const STRICTER: ((one: PolicyDocument) => Partial<PolicyDocument>)[] = [
      ({ caps }) => ({
        caps: {
          ...caps,
          shopDay: both(caps.shopDay),
          shopHour: both(caps.shopHour),
          customer30Days: both(caps.customer30Days),
        },
      }),
      ({ caps }) => ({
        caps: { ...caps, order: { ai: 1, all: caps.order.all === null ? 5 : Math.max(0, caps.order.all - 1) } },
      }),
      ({ caps }) => ({ caps: { ...caps, action: { ...caps.action, refund: units(10), cancel_order: units(10) } } }),
      ({ off }) => ({ off: { ...off, refund: 'ai', grant_points: 'everybody' } }),
      ({ tiers }) => ({
        tiers: { steps: [...tiers.steps, { tier: null, tag: null, percent: 10 }], ceiling: lower(tiers.ceiling) },
      }),
      ({ fraud }) => ({ fraud: { tags: [...fraud.tags, 'other'], tagged: 'deny', highRisk: 'deny' } }),
      () => ({ finalSale: { noRefund: true } }),
      ({ goodwill }) => ({
        goodwill: {
          ...goodwill,
          withinDays: 90,
          furtherPercent: goodwill.furtherPercent / 2,
          customer: lower(goodwill.customer),
          shopMonth: lower(goodwill.shopMonth),
        },
      }),
      ({ claims }) => ({
        claims: {
          from: claims.from === null ? 3 : Math.max(0, claims.from - 1),
          percentOfOrders: claims.from === null ? 50 : claims.percentOfOrders / 2,
        },
      }),
    ];
    fc.assert(
      fc.property(document, facts, actor, fc.constantFrom(...STRICTER), (one, case_, by, stricter) => {
        expect(verdictOf({ ...one, ...stricter(one) }, case_, by)).toBeGreaterThanOrEqual(verdictOf(one, case_, by));
      }),
      { numRuns: 1_000 },
    );
  });

  it('what nobody knows never allows more than what is known', () => {
    fc.assert(
      fc.property(document, facts, actor, fc.constantFrom(...UNKNOWN), (one, case_, by, name) => {
        if (case_[name] === undefined) return;
        const known = verdictOf(one, case_, by);
        const unknown = verdictOf(one, { ...case_, [name]: null }, by);
        // Known to be against the rules is the only thing that is worse than unknown; nothing unknown is done by the AI alone.
        if (by.kind === 'ai' && known > 0) expect(unknown).toBeGreaterThan(0);
        if (known < strictness('needs_approval')) expect(unknown).toBeGreaterThanOrEqual(known);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the AI is never allowed what the engine keeps for people', () => {
    fc.assert(
      fc.property(document, facts, fc.constantFrom(...NEVER_BY_AI), fc.boolean(), (one, case_, action, confirmed) => {
        expect(verdictOf({ ...one, off: {} }, { ...case_, action, confirmed }, ai())).toBe(strictness('deny'));
        if (case_.amount && exceeds(case_.amount, AI_MOST_AT_ONCE))
          expect(verdictOf(one, case_, ai())).toBeGreaterThan(1);
      }),
    );
  });
});
