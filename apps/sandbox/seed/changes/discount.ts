import { codeText } from '../gateway-ids';
import type { World } from '../world';
import type { Cents, Customer, Discount } from '../world.types';
import { Refused, type Outcome } from './refused';

export interface DiscountInput {
  kind: Discount['kind'];
  /** Percent, or cents; 0 with free shipping. */
  value: number;
  /** One is made up when absent. */
  code?: string;
  minimum?: Cents;
  endsAt?: Date | null;
  usageLimit?: number | null;
  customer?: Customer | null;
  source?: Discount['source'];
  key?: string | null;
}

export function createDiscount(world: World, input: DiscountInput): Outcome<Discount> {
  const { kind, value, key = null } = input;
  const code = input.code ?? `SORRY-${codeText(world.random, 6)}`;
  if (world.discount(code)) return new Refused('already_done', `the code ${code} is taken`);
  if (kind === 'percentage' ? value <= 0 || value > 100 : value < 0)
    return new Refused('invalid', 'the value is out of bounds');
  const now = world.now();
  const made = world.discounts.add({
    id: world.id(),
    code,
    kind,
    value,
    minimum: input.minimum ?? 0,
    startsAt: now,
    endsAt: input.endsAt ?? null,
    usageLimit: input.usageLimit ?? 1,
    used: 0,
    customer: input.customer ?? null,
    source: input.source ?? 'support',
    key,
    createdAt: now,
    updatedAt: now,
  });
  world.effect('discount', code, value, key);
  world.changed('discount', made, 'created');
  return made;
}
