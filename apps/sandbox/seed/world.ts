import { seedOrders } from './orders';
import { products } from './products';
import type { Customer, Line, Parcel, ShopOrder } from './world.types';

export const SHOP = {
  id: 61_234_567_890,
  name: 'Fernhill Outfitters',
  domain: 'fernhill-outfitters.myshopify.com',
  currency: 'EUR',
  email: 'support@fernhill.example',
};

/** Everything the simulated vendors know, in one place, so that the shop and the carrier agree with each other. */
export class World {
  customers: Customer[] = [];
  orders: ShopOrder[] = [];
  parcels = new Map<string, Parcel>();
  readonly products = products;
  private nextId = 0;

  constructor(private readonly clock: () => Date) {
    this.reset();
  }

  now(): Date {
    return this.clock();
  }

  /** Back to the shop as seeded, relative to now. */
  reset(): void {
    this.nextId = 0;
    const seeded = seedOrders(this.clock(), () => this.id());
    this.customers = seeded.customers;
    this.orders = seeded.orders;
    this.parcels = new Map(seeded.parcels.map((parcel) => [parcel.number, parcel]));
  }

  /** Ids grow in steps, as a busy platform's do. */
  id(): number {
    this.nextId += 1;
    return 6_120_000_000_000 + this.nextId * 7_919;
  }

  /** "1001", "#1001" or the platform's id. */
  order(key: string): ShopOrder | undefined {
    const plain = key.trim().replace(/^#/, '');
    return this.orders.find((order) => String(order.number) === plain || String(order.id) === plain);
  }

  parcel(number: string | null): Parcel | undefined {
    return number === null ? undefined : this.parcels.get(number.toUpperCase().replace(/\s/g, ''));
  }
}

export function subtotal(order: ShopOrder): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.product.price, 0);
}

export function total(order: ShopOrder): number {
  return subtotal(order) + order.shipping;
}

export function shippedQuantity(order: ShopOrder, line: Line): number {
  return order.fulfilments
    .flatMap((fulfilment) => fulfilment.lines)
    .filter((entry) => entry.line === line)
    .reduce((sum, entry) => sum + entry.quantity, 0);
}

export type FulfilmentState = 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED' | 'ON_HOLD';

export function fulfilmentState(order: ShopOrder): FulfilmentState {
  const wanted = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const shipped = order.lines.reduce((sum, line) => sum + shippedQuantity(order, line), 0);
  if (order.onHold && shipped === 0) return 'ON_HOLD';
  if (shipped === 0) return 'UNFULFILLED';
  return shipped < wanted ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
}
