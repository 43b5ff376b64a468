import type { ShopOrder } from '@satchel/connectors';
import type { OrderBody } from '@satchel/contracts';

/** A ShopOrder as JSON keeps it: its dates are ISO texts. */
export type OrderSnapshot = Omit<ShopOrder, 'placedAt' | 'cancelledAt'> & {
  placedAt: string;
  cancelledAt: string | null;
};

export interface SnapshotRow {
  id: string;
  connectionId: string;
  snapshot: OrderSnapshot;
  fetchedAt: Date;
}

export function snapshotOf(order: ShopOrder): OrderSnapshot {
  return { ...order, placedAt: order.placedAt.toISOString(), cancelledAt: order.cancelledAt?.toISOString() ?? null };
}

/** `stale`: the shop was asked since and did not answer. */
export function bodyOf({ id, connectionId, snapshot, fetchedAt }: SnapshotRow, stale: boolean): OrderBody {
  const { externalId, number, email, phone, placedAt, cancelledAt, payment, fulfilment, total, refunded } = snapshot;
  const { lines, shippingAddress, shipments, adminUrl } = snapshot;
  return {
    id,
    connectionId,
    externalId,
    number,
    email,
    phone,
    placedAt,
    cancelledAt,
    payment,
    fulfilment,
    total,
    refunded,
    lines,
    shippingAddress,
    shipments,
    adminUrl,
    fetchedAt: fetchedAt.toISOString(),
    stale,
  };
}
