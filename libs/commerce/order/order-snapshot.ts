import type { ShopOrder } from '@satchel/connectors';
import type { OrderBody } from '@satchel/contracts';

/** A ShopOrder as JSON keeps it: its dates are ISO texts. */
export type OrderSnapshot = Omit<ShopOrder, 'placedAt' | 'updatedAt' | 'cancelledAt'> & {
  placedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
};

export interface SnapshotRow {
  id: string;
  connectionId: string;
  snapshot: OrderSnapshot;
  fetchedAt: Date;
}

export function snapshotOf(order: ShopOrder): OrderSnapshot {
  return {
    ...order,
    placedAt: order.placedAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
  };
}

/** For us alone, to find the order by. */
const NOT_TOLD = new Set<string>(['customerId', 'customerName', 'updatedAt'] satisfies (keyof OrderSnapshot)[]);
type Told = Omit<OrderSnapshot, 'customerId' | 'customerName' | 'updatedAt'>;

/** `stale`: the shop was asked since and did not answer. */
export function bodyOf({ id, connectionId, snapshot, fetchedAt }: SnapshotRow, stale: boolean): OrderBody {
  const told = Object.fromEntries(Object.entries(snapshot).filter(([name]) => !NOT_TOLD.has(name))) as Told;
  return { ...told, id, connectionId, fetchedAt: fetchedAt.toISOString(), stale };
}
