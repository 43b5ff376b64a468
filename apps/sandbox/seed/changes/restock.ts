import type { World } from '../world';
import type { Variant } from '../world.types';
import { Refused, type Outcome } from './refused';

/** Puts pieces into the warehouse, or takes them out with a number below 0. */
export function restock(world: World, variant: Variant, pieces: number, key: string | null = null): Outcome<Variant> {
  if (!Number.isInteger(pieces) || variant.stock + pieces < 0)
    return new Refused('invalid', 'stock is a whole number from 0');
  variant.stock += pieces;
  variant.updatedAt = world.now();
  world.effect('restock', variant.sku, pieces, key);
  world.changed('product', world.productOf(variant));
  return variant;
}
