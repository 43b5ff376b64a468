import type { PostalAddressBody, ShipmentBody } from '@satchel/contracts';
import type { Change, Verdict } from './change';
import type { ChangeHook } from './hook';

export type FulfilmentState =
  'processing' | 'on_hold' | 'exception' | 'partly_shipped' | 'shipped' | 'cancelled' | 'unknown';

/** An order at the warehouse. */
export interface WarehouseOrder {
  externalId: string;
  /** The shop's order number. */
  number: string;
  state: FulfilmentState;
  /** What the warehouse waits for, in words for a person; null: nothing. */
  problem: string | null;
  shipments: (ShipmentBody & { externalId: string })[];
}

/** A warehouse that packs for the shop (3PL). */
export interface FulfilmentAdapter {
  check(): Promise<Verdict>;
  byNumber(orderNumber: string): Promise<WarehouseOrder[]>;
  byId(externalId: string): Promise<WarehouseOrder | null>;
  /** Pieces on the shelf; null: the warehouse does not know the article. */
  stock(sku: string): Promise<number | null>;
  /** Before it is packed. */
  cancel?: Change<{ orderId: string }, WarehouseOrder>;
  address?: Change<{ orderId: string; address: PostalAddressBody }, WarehouseOrder>;
  hook?: ChangeHook;
}
