import type { Discount } from '../seed/world.types';
import { customerView } from './order.view';
import type { ViewContext } from './view-context';
import { decimal, gid, money, time } from './views';

function status({ startsAt, endsAt }: Discount, now: Date): string {
  if (endsAt && endsAt <= now) return 'EXPIRED';
  return startsAt > now ? 'SCHEDULED' : 'ACTIVE';
}

function summary({ kind, value, minimum }: Discount): string {
  const what = { percentage: `${value}% off`, fixed: `€${decimal(value)} off`, free_shipping: 'Free shipping' }[kind];
  return minimum > 0 ? `${what} entire order • Minimum purchase of €${decimal(minimum)}` : `${what} entire order`;
}

export function discountView(context: ViewContext, discount: Discount) {
  const { kind, value, customer } = discount;
  const common = {
    title: context.state.discountTitles.get(discount.id) ?? discount.code,
    status: status(discount, context.world.now()),
    summary: summary(discount),
    startsAt: time(discount.startsAt),
    endsAt: time(discount.endsAt),
    usageLimit: discount.usageLimit,
    asyncUsageCount: discount.used,
    appliesOncePerCustomer: discount.usageLimit === 1,
    context: customer
      ? { __typename: 'DiscountCustomers', customers: () => [customerView(context, customer)] }
      : { __typename: 'DiscountBuyerSelectionAll', all: 'ALL' },
    minimumRequirement:
      discount.minimum > 0
        ? { __typename: 'DiscountMinimumSubtotal', greaterThanOrEqualToSubtotal: money(discount.minimum) }
        : null,
  };
  const gets =
    kind === 'percentage'
      ? { __typename: 'DiscountPercentage', percentage: value / 100 }
      : { __typename: 'DiscountAmount', amount: money(value), appliesOnEachItem: false };
  return {
    id: gid('DiscountCodeNode', discount.id),
    codeDiscount:
      kind === 'free_shipping'
        ? { __typename: 'DiscountCodeFreeShipping', ...common }
        : { __typename: 'DiscountCodeBasic', ...common, customerGets: { value: gets } },
  };
}
