import { ROLES } from '@satchel/contracts';

/** Whether `actual` may do what asks for `needed`: agent < lead < admin < owner. */
export function hasRole(actual: string | null, needed: string): boolean {
  const order: readonly string[] = ROLES;
  return order.indexOf(actual ?? '') >= order.indexOf(needed) && order.includes(needed);
}
