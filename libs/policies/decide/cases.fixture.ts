import type { Money, PolicyDocument, Role } from '@satchel/contracts';
import { DEFAULT_POLICY } from '../policy/policy.defaults';
import type { Given, GivenBy, PolicyActor, PolicyFacts } from './facts';

export const eur = (amount: number): Money => ({ amount, currency: 'EUR' });
export const ai = (assurance: PolicyActor['assurance'] = 3): PolicyActor => ({ kind: 'ai', role: null, assurance });
export const person = (role: Role): PolicyActor => ({ kind: 'person', role, assurance: 0 });
export const SYSTEM: PolicyActor = { kind: 'system', role: null, assurance: 0 };

export const NOTHING: Given = { count: 0, money: [] };
export const nothingBy = (): GivenBy => ({ ai: NOTHING, all: NOTHING });
export const given = (count: number, ...money: Money[]): GivenBy => ({ ai: { count, money }, all: { count, money } });

/** Of a customer whom everything is known of: nothing was given before. */
export const KNOWN = {
  onOrder: nothingBy(),
  sameOnOrder: 0,
  customer30Days: nothingBy(),
  shopHour: nothingBy(),
  shopDay: nothingBy(),
  customerTags: [],
  gifts: [],
  giftsThisMonth: { money: [], points: 0, percents: 0 },
  claimsIn90Days: 0,
  ordersIn90Days: 4,
  tier: null,
  refundsIn90Days: 0,
  discountsIn90Days: 0,
  pointsIn90Days: 0,
} satisfies Partial<PolicyFacts>;

export const refund = (facts: Partial<PolicyFacts> = {}): PolicyFacts => {
  const { currency } = facts.amount ?? eur(0);
  return {
    ...KNOWN,
    action: 'refund',
    risk: 'money',
    assurance: 2,
    orderIsTheirs: true,
    deliveredDaysAgo: 5,
    fulfilment: 'fulfilled',
    amount: eur(2490),
    paid: { amount: 1_000_000_000, currency },
    refunded: { amount: 0, currency },
    ...facts,
  };
};

export const of = (action: string, facts: Partial<PolicyFacts> = {}): PolicyFacts => ({
  ...KNOWN,
  action,
  risk: ['start_return', 'exchange', 'change_address'].includes(action) ? 'write' : 'money',
  assurance: 2,
  orderIsTheirs: true,
  ...facts,
});

export const rules = (changes: Partial<PolicyDocument>): PolicyDocument => ({ ...DEFAULT_POLICY, ...changes });
