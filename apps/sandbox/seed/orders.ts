import { DAY, HOUR, daysAgo } from './clock';
import { journeyTo } from './parcels';
import { mainPeople, mailAddress, morePeople, type PersonRow } from './people';
import { productBySku, products } from './products';
import { Random } from './random';
import { upsNumber } from './tracking-number';
import type { Customer, Financial, Line, Parcel, ParcelStep, ShopOrder } from './world.types';

const FREE_SHIPPING_FROM = 15_000;
const SHIPPING = 695;

interface Seeded {
  customers: Customer[];
  orders: ShopOrder[];
  parcels: Parcel[];
}

interface Shipment {
  tracking: string;
  carrier?: Parcel['carrier'];
  labelAt: Date;
  reached: ParcelStep;
  /** Indexes of the order's lines inside; all of them when absent. */
  lines?: number[];
  estimated?: Date;
}

class Builder implements Seeded {
  customers: Customer[] = [];
  orders: ShopOrder[] = [];
  parcels: Parcel[] = [];

  constructor(
    private readonly now: Date,
    private readonly id: () => number,
  ) {}

  customer([firstName, lastName, address1, zip, city, country, countryCode, phone, locale]: PersonRow): Customer {
    const address = { firstName, lastName, address1, address2: null, zip, city, country, countryCode, phone };
    const email = mailAddress(firstName, lastName);
    const createdAt = daysAgo(this.now, 200 + this.customers.length * 11, 8, 12);
    const customer = { id: this.id(), firstName, lastName, email, phone, locale, address, createdAt };
    this.customers.push(customer);
    return customer;
  }

  order(
    number: number,
    customer: Customer,
    createdAt: Date,
    items: [sku: string, variant: string, quantity: number][],
    options: Partial<ShopOrder> & { shipments?: Shipment[] } = {},
  ): ShopOrder {
    const { shipments = [], ...fields } = options;
    const lines: Line[] = items.map(([sku, variant, quantity]) => ({
      id: this.id(),
      product: productBySku(sku),
      variant,
      quantity,
      currentQuantity: fields.cancelledAt ? 0 : quantity,
    }));
    const sum = lines.reduce((cents, line) => cents + line.quantity * line.product.price, 0);
    const order: ShopOrder = {
      id: this.id(),
      number,
      customer,
      createdAt,
      updatedAt: createdAt,
      cancelledAt: null,
      cancelReason: null,
      financial: 'PAID',
      lines,
      shipping: sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING,
      refunded: 0,
      onHold: false,
      tags: [],
      note: null,
      fulfilments: [],
      ...fields,
    };
    if (order.financial === 'REFUNDED') order.refunded = sum + order.shipping;
    for (const shipment of shipments) this.ship(order, shipment);
    this.orders.push(order);
    return order;
  }

  private ship(order: ShopOrder, shipment: Shipment): void {
    const inside = shipment.lines ?? order.lines.map((_, index) => index);
    const journey = journeyTo(shipment.reached, shipment.labelAt, order.customer.address);
    const scans = journey.filter((scan, step) => step === 0 || scan.at <= this.now);
    order.fulfilments.push({
      id: this.id(),
      name: `#${order.number}.${order.fulfilments.length + 1}`,
      createdAt: shipment.labelAt,
      lines: order.lines
        .filter((_, index) => inside.includes(index))
        .map((line) => ({ line, quantity: line.quantity })),
      trackingNumber: shipment.tracking,
    });
    order.updatedAt = scans.at(-1)?.at ?? shipment.labelAt;
    this.parcels.push({
      number: shipment.tracking,
      carrier: shipment.carrier ?? 'UPS',
      to: order.customer.address,
      scans,
      estimatedDelivery: shipment.estimated ?? new Date(shipment.labelAt.getTime() + 3 * DAY),
      rescheduled: false,
    });
  }
}

/** The six orders that people and tests know by heart. */
function wellKnown(build: Builder, now: Date): void {
  const [anna, marco, julie, sam, priya] = mainPeople.map((row) => build.customer(row));
  if (!anna || !marco || !julie || !sam || !priya) throw new Error('the main customers are missing');

  build.order(
    1001,
    anna,
    daysAgo(now, 3, 18, 42),
    [
      ['FH-JKT-SKARN', 'M', 1],
      ['FH-CLO-SOCKS', '36-39', 2],
    ],
    {
      shipments: [
        {
          tracking: upsNumber('999AA1', '01', 2345678),
          labelAt: new Date(now.getTime() - 30 * HOUR),
          reached: 'in_transit',
          estimated: daysAgo(now, -2, 16),
        },
      ],
    },
  );
  build.order(1002, marco, daysAgo(now, 1, 10, 5), [['FH-TNT-TARN2', '2 person', 1]]);
  const deliveredOn = daysAgo(now, 3, 13, 24);
  build.order(1003, julie, daysAgo(now, 8, 20, 17), [['FH-BOT-CAIRN', '40', 1]], {
    shipments: [
      {
        tracking: upsNumber('999AA1', '01', 2345679),
        labelAt: new Date(deliveredOn.getTime() - 54 * HOUR),
        reached: 'delivered',
        estimated: deliveredOn,
      },
    ],
  });
  build.order(
    1004,
    sam,
    daysAgo(now, 5, 7, 51),
    [
      ['FH-PCK-MOOR45', '45 l', 1],
      ['FH-SLP-DRIFT5', 'Regular', 1],
    ],
    {
      shipments: [
        {
          tracking: upsNumber('999AA1', '01', 2345680),
          labelAt: new Date(now.getTime() - 50 * HOUR),
          reached: 'out_for_delivery',
          lines: [0],
          estimated: daysAgo(now, 0, 17),
        },
      ],
      note: 'Sleeping bag is back-ordered.',
    },
  );
  build.order(1005, priya, daysAgo(now, 12, 15, 30), [['FH-JKT-LUMEN', 'S', 1]], {
    cancelledAt: daysAgo(now, 11, 9, 3),
    cancelReason: 'CUSTOMER',
    financial: 'REFUNDED',
    updatedAt: daysAgo(now, 11, 9, 3),
  });
  build.order(
    1006,
    anna,
    daysAgo(now, 64, 12, 9),
    [
      ['FH-KIT-EMBER', 'One size', 1],
      ['FH-KIT-SPRNG', '0.75 l', 1],
    ],
    {
      shipments: [{ tracking: upsNumber('999AA1', '01', 2345681), labelAt: daysAgo(now, 63, 8), reached: 'delivered' }],
    },
  );
}

const MORE_ORDERS = 30;
/** Older than this an ordinary parcel has arrived. */
const ARRIVED_AFTER_DAYS = 4;

function reachedAfter(days: number): ParcelStep {
  if (days >= ARRIVED_AFTER_DAYS) return 'delivered';
  return days === 3 ? 'out_for_delivery' : days === 2 ? 'arrived' : 'picked_up';
}

function believable(build: Builder, now: Date): void {
  const random = new Random(20_011);
  const people = morePeople.map((row) => build.customer(row));
  for (let index = 0; index < MORE_ORDERS; index++) {
    const days = 45 - Math.floor((index * 45) / MORE_ORDERS);
    const createdAt = daysAgo(now, days, random.between(6, 20), random.between(0, 59));
    const items = Array.from({ length: random.between(1, 3) }, (): [string, string, number] => {
      const product = random.pick(products);
      return [product.sku, random.pick(product.variants), product.price < 5000 ? random.between(1, 3) : 1];
    });
    // One line per product, as a cart has it.
    const unique = items.filter((item, at) => items.findIndex((other) => other[0] === item[0]) === at);
    const financial: Financial = index % 11 === 7 ? 'REFUNDED' : index % 13 === 5 ? 'PENDING' : 'PAID';
    const cancelled = financial === 'REFUNDED' && index % 2 === 1;
    const labelAt = new Date(Math.min(createdAt.getTime() + random.between(10, 26) * HOUR, now.getTime() - HOUR));
    const ships = !cancelled && financial !== 'PENDING' && days > 1;
    const carrier = index % 7 === 3 ? 'DHL' : 'UPS';
    const tracking =
      carrier === 'UPS'
        ? upsNumber('4F7R21', '68', 4_100_000 + index * 173)
        : `003404341610${93_000_000 + index * 617}`;
    const shippedDays = Math.floor((now.getTime() - labelAt.getTime()) / DAY);
    build.order(1007 + index, people[index % people.length] ?? random.pick(people), createdAt, unique, {
      financial,
      ...(cancelled
        ? { cancelledAt: new Date(createdAt.getTime() + 5 * HOUR), cancelReason: 'CUSTOMER' as const }
        : {}),
      onHold: index === 24,
      shipments: ships && index !== 24 ? [{ tracking, carrier, labelAt, reached: reachedAfter(shippedDays) }] : [],
    });
  }
}

/** The whole seeded shop; the same every time but for the dates, which hang on `now`. */
export function seedOrders(now: Date, id: () => number): Seeded {
  const build = new Builder(now, id);
  wellKnown(build, now);
  believable(build, now);
  return build;
}
