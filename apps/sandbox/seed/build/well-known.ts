import { DAY, HOUR, daysAgo } from '../clock';
import { mainPeople, morePeople } from '../people/people';
import { Random } from '../random';
import { upsNumber } from '../tracking-number';
import type { Financial, ParcelStep } from '../world.types';
import type { Builder, Item } from './builder';

/** How many products there were when the thirty orders were drawn. */
const FIRST_PRODUCTS = 15;

/** The six orders that people and tests know by heart. */
function sixOrders(build: Builder, now: Date): void {
  const item = (sku: string, variant: string, quantity: number): Item => ({
    variant: build.variant(sku, variant),
    quantity,
  });
  const [anna, marco, julie, sam, priya] = mainPeople.map((row) => build.customer(row));
  if (!anna || !marco || !julie || !sam || !priya) throw new Error('the main customers are missing');

  build.order(1001, anna, daysAgo(now, 3, 18, 42), [item('FH-JKT-SKARN', 'M', 1), item('FH-CLO-SOCKS', '36-39', 2)], {
    shipments: [
      {
        tracking: upsNumber('999AA1', '01', 2345678),
        labelAt: new Date(now.getTime() - 30 * HOUR),
        reached: 'in_transit',
        estimated: daysAgo(now, -2, 16),
      },
    ],
  });
  build.order(1002, marco, daysAgo(now, 1, 10, 5), [item('FH-TNT-TARN2', '2 person', 1)]);
  const deliveredOn = daysAgo(now, 3, 13, 24);
  build.order(1003, julie, daysAgo(now, 8, 20, 17), [item('FH-BOT-CAIRN', '40', 1)], {
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
    [item('FH-PCK-MOOR45', '45 l', 1), item('FH-SLP-DRIFT5', 'Regular', 1)],
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
  build.order(1005, priya, daysAgo(now, 12, 15, 30), [item('FH-JKT-LUMEN', 'S', 1)], {
    cancelledAt: daysAgo(now, 11, 9, 3),
    cancelReason: 'CUSTOMER',
    financial: 'REFUNDED',
    updatedAt: daysAgo(now, 11, 9, 3),
  });
  build.order(
    1006,
    anna,
    daysAgo(now, 64, 12, 9),
    [item('FH-KIT-EMBER', 'One size', 1), item('FH-KIT-SPRNG', '0.75 l', 1)],
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

function thirtyOrders(build: Builder, now: Date): void {
  const random = new Random(20_011);
  const products = build.store.products.slice(0, FIRST_PRODUCTS);
  const people = morePeople.map((row) => build.customer(row));
  for (let index = 0; index < MORE_ORDERS; index++) {
    const days = 45 - Math.floor((index * 45) / MORE_ORDERS);
    const createdAt = daysAgo(now, days, random.between(6, 20), random.between(0, 59));
    const items = Array.from({ length: random.between(1, 3) }, (): Item => {
      const product = random.pick(products);
      return { variant: random.pick(product.variants), quantity: product.price < 5000 ? random.between(1, 3) : 1 };
    });
    // One line per product, as a cart has it.
    const unique = items.filter(
      (item, at) => items.findIndex((other) => other.variant.productId === item.variant.productId) === at,
    );
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

/** The orders 1001 to 1036 and the people they belong to: the same every time but for the dates, which hang on `now`. */
export function wellKnown(build: Builder): void {
  sixOrders(build, build.now);
  thirtyOrders(build, build.now);
}
