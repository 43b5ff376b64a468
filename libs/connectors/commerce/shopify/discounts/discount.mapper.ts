import type { DiscountBody } from '@satchel/contracts';
import { moneyOf } from '../../../vendor/money';

interface Amount {
  amount: string;
  currencyCode: string;
}

/** What the fragment DiscountFacts answers; a kind that it does not name has nothing but its type. */
export interface DiscountFacts {
  id: string;
  codeDiscount: {
    __typename: string;
    title?: string;
    status?: string;
    summary?: string;
    startsAt?: string;
    endsAt?: string | null;
    usageLimit?: number | null;
    asyncUsageCount?: number;
    appliesOncePerCustomer?: boolean;
    context?: { __typename: string };
    minimumRequirement?: { greaterThanOrEqualToSubtotal?: Amount } | null;
    customerGets?: { value: { percentage?: number; amount?: Amount } };
  };
}

const money = ({ amount, currencyCode }: Amount) => moneyOf(amount, currencyCode);

export function discountBody(facts: DiscountFacts, code: string): DiscountBody {
  const { codeDiscount: told } = facts;
  const value = told.customerGets?.value;
  const minimum = told.minimumRequirement?.greaterThanOrEqualToSubtotal;
  return {
    externalId: facts.id,
    code,
    active: told.status === 'ACTIVE',
    // Shopify writes a tenth as 0.1 and more digits than a percentage has.
    percent: value?.percentage === undefined ? null : Math.round(value.percentage * 10_000) / 100,
    amount: value?.amount ? money(value.amount) : null,
    startsAt: told.startsAt ?? null,
    endsAt: told.endsAt ?? null,
    usageLimit: told.usageLimit ?? null,
    used: told.asyncUsageCount ?? 0,
    minimum: minimum ? money(minimum) : null,
    conditions: conditions(told),
  };
}

/** Who may use it: Shopify tells the kind of people, not whether a customer is one of them. */
const PEOPLE: Readonly<Record<string, string>> = {
  DiscountCustomers: 'For certain customers only',
  DiscountCustomerSegments: 'For certain groups of customers only',
  DiscountMarkets: 'In certain markets only',
};

function conditions(told: DiscountFacts['codeDiscount']): string[] {
  return [
    told.summary,
    told.appliesOncePerCustomer ? 'Once per customer' : undefined,
    PEOPLE[told.context?.__typename ?? ''],
    told.status === 'SCHEDULED' ? 'Not valid yet' : undefined,
    told.status === 'EXPIRED' ? 'Not valid any more' : undefined,
  ].filter((one): one is string => Boolean(one));
}
