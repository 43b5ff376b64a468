import { DAY, HOUR, daysAgo } from '../clock';
import { subtotal } from '../order-sums';
import { journeyTo, journeyAhead } from '../parcels';
import { mailAddress, type PersonRow } from '../people/people';
import { taxOfCountry } from '../people/crowd';
import type { Store } from '../store';
import type { Carrier, Customer, Line, Parcel, ParcelStep, Scan, ShopOrder, Variant } from '../world.types';
import { noPayment } from './payments';

const FREE_SHIPPING_FROM = 15_000;
const SHIPPING = 695;

export interface Shipment {
  tracking: string;
  carrier?: Carrier;
  labelAt: Date;
  /** How far an ordinary journey has got. */
  reached?: ParcelStep;
  /** The whole journey instead, the future part too. */
  journey?: Scan[];
  /** Indexes of the order's lines inside; all of them when absent. */
  lines?: number[];
  estimated?: Date;
}

export interface Item {
  variant: Variant;
  quantity: number;
  /** When it is not the variant's own. */
  price?: number;
}

export type OrderFields = Partial<ShopOrder> & { shipments?: Shipment[] };

/** Puts customers, orders and their parcels into the store; money and returns come after. */
export class Builder {
  constructor(
    readonly store: Store,
    readonly now: Date,
  ) {}

  customer([firstName, lastName, address1, zip, city, country, countryCode, phone, locale]: PersonRow): Customer {
    const { store, now } = this;
    const place = { address1, address2: null, zip, city, province: null, provinceCode: null, country, countryCode };
    const email = mailAddress(firstName, lastName);
    const createdAt = daysAgo(now, 200 + store.customers.length * 11, 8, 12);
    return store.addCustomer({
      id: store.id(),
      serial: store.customers.length + 1,
      firstName,
      lastName,
      email,
      phone,
      locale,
      address: { firstName, lastName, ...place, phone },
      acceptsMarketing: store.customers.length % 2 === 0,
      createdAt,
      updatedAt: createdAt,
    });
  }

  /** The variant of a well-known product: its sku, and its one option's value. */
  variant(sku: string, title: string): Variant {
    const found = this.store.productBy('sku', sku)?.variants.find((variant) => variant.title === title);
    if (!found) throw new Error(`no product ${sku} in ${title}`);
    return found;
  }

  order(number: number, customer: Customer, createdAt: Date, items: Item[], options: OrderFields = {}): ShopOrder {
    const { shipments = [], ...fields } = options;
    const { store } = this;
    const lines: Line[] = items.map(({ variant, quantity, price = variant.price }) => ({
      id: store.id(),
      product: store.productOf(variant),
      variant,
      price,
      quantity,
      currentQuantity: fields.cancelledAt ? 0 : quantity,
    }));
    const order: ShopOrder = {
      id: store.id(),
      number,
      customer,
      createdAt,
      updatedAt: createdAt,
      cancelledAt: null,
      cancelReason: null,
      financial: 'PAID',
      lines,
      shipping: 0,
      shippingTitle: 'Standard',
      discounted: 0,
      discounts: [],
      taxRate: taxOfCountry.get(customer.address.countryCode) ?? 0,
      refunded: 0,
      onHold: false,
      tags: [],
      note: null,
      shippingAddress: customer.address,
      billingAddress: customer.address,
      fulfilments: [],
      payment: noPayment,
      refunds: [],
      returns: [],
      subscriptionId: null,
      ...fields,
    };
    order.shipping = fields.shipping ?? (subtotal(order) >= FREE_SHIPPING_FROM ? 0 : SHIPPING);
    for (const shipment of shipments) this.ship(order, shipment);
    return store.addOrder(order);
  }

  ship(order: ShopOrder, shipment: Shipment): Parcel {
    const { store, now } = this;
    const { labelAt, tracking: number, journey } = shipment;
    const inside = shipment.lines ?? order.lines.map((_, index) => index);
    const to = order.shippingAddress;
    const sofar = journey ?? journeyTo(shipment.reached ?? 'label_created', labelAt, to);
    const scans = sofar.filter((scan, step) => step === 0 || scan.at <= now);
    const updatedAt = scans.at(-1)?.at ?? labelAt;
    const lines = order.lines
      .filter((_, index) => inside.includes(index))
      .map((line) => ({ line, quantity: line.quantity }));
    order.fulfilments.push({
      id: store.id(),
      name: `#${order.number}.${order.fulfilments.length + 1}`,
      createdAt: labelAt,
      updatedAt,
      lines,
      trackingNumber: number,
    });
    order.updatedAt = updatedAt;
    return store.addParcel({
      number,
      carrier: shipment.carrier ?? 'UPS',
      orderNumber: order.number,
      direction: 'outbound',
      to,
      weightGrams: lines.reduce((sum, { line, quantity }) => sum + line.variant.weightGrams * quantity, 0),
      scans,
      ahead: journey ? journey.slice(scans.length) : journeyAhead(scans, labelAt, to, new Date(now.getTime() + HOUR)),
      estimatedDelivery: shipment.estimated ?? new Date(labelAt.getTime() + 3 * DAY),
      rescheduled: false,
      updatedAt,
    });
  }
}
