import type { OrderBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { z } from 'zod';
import { standsOn } from './disclosure';
import type { Address, ToolBinding } from './tool';

const NUMBER = /^#?[\p{L}\d][\p{L}\d_-]{0,29}$/u;

export const orderNumberArg = z.string().regex(NUMBER);

/** The order of this number that stands under one of these addresses. Null: none, whoever else may have one. */
export async function ownOrder(
  ctx: Ctx,
  binding: ToolBinding,
  number: string,
  addresses: readonly Address[],
): Promise<OrderBody | null | 'unavailable'> {
  const wanted = number.trim();
  // Ids of ours are for the house: a customer knows numbers.
  if (!NUMBER.test(wanted)) return null;
  const { orders, problems } = await binding.lookups.findOrders(ctx, { number: wanted });
  const own = orders.filter((order) => addresses.some((address) => standsOn(order, address)));
  const live = own.find((order) => !order.stale);
  if (live) return live;
  // Whether a shop is silent does not depend on whose order it is.
  return problems.length > 0 ? 'unavailable' : null;
}
