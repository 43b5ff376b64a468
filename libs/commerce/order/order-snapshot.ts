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

/** `stale`: the shop was asked since and did not answer. */
export function bodyOf({ id, connectionId, snapshot, fetchedAt }: SnapshotRow, stale: boolean): OrderBody {
  const { number, email, phone, payment, fulfilment, customStatus, total, refunded, adminUrl } = snapshot;
  const { placedAt, cancelledAt, lines, shippingAddress, shipments, payments, refunds, returns } = snapshot;
  return {
    ...{ id, connectionId, externalId: snapshot.externalId, number, email, phone, placedAt, cancelledAt },
    ...{ payment, fulfilment, customStatus, total, refunded, lines, shippingAddress, shipments, payments, refunds },
    ...{ returns, discountCodes: snapshot.discountCodes, adminUrl },
    fetchedAt: fetchedAt.toISOString(),
    stale,
  };
}
