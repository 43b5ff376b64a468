import { createDiscount, Refused } from '../../seed/changes';
import type { Discount } from '../../seed/world.types';
import { discountView } from '../discount.view';
import type { ViewContext } from '../view-context';
import { need } from './access';
import { cents, idOf } from './inputs';

interface BasicInput {
  code?: string | null;
  title?: string | null;
  endsAt?: string | null;
  usageLimit?: number | null;
  customerGets?: { value?: { percentage?: number | null; discountAmount?: { amount?: string | null } | null } | null };
  context?: { customers?: { add?: string[] | null } | null } | null;
  minimumRequirement?: { subtotal?: { greaterThanOrEqualToSubtotal?: string | null } | null } | null;
}

const refused = (code: string, field: string[], message: string) => ({
  codeDiscountNode: null,
  userErrors: [{ code, field: ['basicCodeDiscount', ...field], message }],
});

export function discountCodeBasicCreate(
  context: ViewContext,
  { basicCodeDiscount: input }: { basicCodeDiscount: BasicInput },
) {
  need(context, 'write_discounts', 'discountCodeBasicCreate');
  const { world, state } = context;
  if (!input.code) return refused('BLANK', ['code'], "Code can't be blank");
  if (world.discount(input.code))
    return refused('TAKEN', ['code'], 'Code must be unique. Please try a different code.');
  const { percentage, discountAmount } = input.customerGets?.value ?? {};
  if (typeof percentage === 'number' && (percentage <= 0 || percentage > 1))
    return refused('VALUE_OUTSIDE_RANGE', ['customerGets', 'value'], 'Value must be between 0.0 and 1.0');
  const wanted = input.context?.customers?.add?.[0];
  const customer = wanted ? world.customer(idOf(wanted, 'Customer')) : null;
  if (customer === undefined) return refused('INVALID', ['context'], 'Customer does not exist');
  const minimum = input.minimumRequirement?.subtotal?.greaterThanOrEqualToSubtotal;
  const wish = {
    kind: typeof percentage === 'number' ? ('percentage' as const) : ('fixed' as const),
    value: typeof percentage === 'number' ? percentage * 100 : cents(discountAmount?.amount ?? '0'),
    code: input.code,
    minimum: minimum ? cents(minimum) : 0,
    endsAt: input.endsAt ? new Date(input.endsAt) : null,
    usageLimit: input.usageLimit ?? null,
    customer,
  };
  if (context.faults.takeNoEffect('shopify')) return { codeDiscountNode: imagined(context, wish), userErrors: [] };
  const made = createDiscount(world, { ...wish, key: input.title ?? null });
  if (made instanceof Refused) return refused('INVALID', [], made.message);
  made.usageLimit = wish.usageLimit;
  state.discountTitles.set(made.id, input.title ?? input.code);
  return { codeDiscountNode: discountView(context, made), userErrors: [] };
}

type Wish = Pick<Discount, 'kind' | 'value' | 'code' | 'minimum' | 'endsAt' | 'usageLimit' | 'customer'>;

/** What a code that never was would have looked like. */
function imagined(context: ViewContext, wish: Wish) {
  const now = context.world.now();
  const rest = { startsAt: now, used: 0, source: 'support' as const, key: null, createdAt: now, updatedAt: now };
  return discountView(context, { ...wish, ...rest, id: context.world.id() });
}

export function discountCodeDeactivate(context: ViewContext, { id }: { id: string }) {
  need(context, 'write_discounts', 'discountCodeDeactivate');
  const discount = context.world.discounts.get(idOf(id, 'DiscountCodeNode'));
  if (!discount)
    return {
      codeDiscountNode: null,
      userErrors: [{ code: 'INVALID', field: ['id'], message: 'Code discount does not exist.' }],
    };
  if (!context.faults.takeNoEffect('shopify')) {
    discount.endsAt = context.world.now();
    context.world.changed('discount', discount);
  }
  return { codeDiscountNode: discountView(context, discount), userErrors: [] };
}
