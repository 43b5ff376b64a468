import type { Language, OrderFacts } from '@satchel/ai';
import type { Random } from './random';

export const CARRIERS = ['UPS', 'DHL', 'DPD', 'FedEx', 'GLS', 'PostNL', 'Hermes', 'Chronopost', 'Correos'];
export const TIERS = ['Bronze', 'Silver', 'Gold', 'Platinum'];
export const NAMES = ['Marta', 'Jonas', 'Elif', 'Pieter', 'Camille', 'Lucia', 'Tomas', 'Nadia', 'Henrik', 'Ines'];
export const STREETS = ['Lindenallee', 'Birkenweg', 'Hafenstraße', 'Mühlengasse', 'Marktplatz'];
const ITEMS = [
  'Fjell Tent 2P',
  'Tarn Sleeping Bag',
  'Cairn Daypack',
  'Skerry Rain Shell',
  'Brook Bottle',
  'Dune Trail Shoe',
  'Ember Stove',
  'Heath Fleece Vest',
];
export const COLOURS: Record<Language, string[]> = {
  en: ['red', 'blue', 'green', 'black', 'grey', 'yellow'],
  de: ['Rot', 'Blau', 'Grün', 'Schwarz', 'Grau', 'Gelb'],
  nl: ['rood', 'blauw', 'groen', 'zwart', 'grijs', 'geel'],
  fr: ['rouge', 'bleu', 'vert', 'noir', 'gris', 'jaune'],
  es: ['rojo', 'azul', 'verde', 'negro', 'gris', 'amarillo'],
};
const CURRENCY = ['EUR', 'USD', 'GBP', 'SEK'];
export const TODAY = new Date('2026-11-20T10:00:00Z');

/** One customer with two orders and all that the tools could tell about them. */
export interface World {
  name: string;
  currency: string;
  orders: [OrderFacts, OrderFacts];
  items: [string, string];
  quantities: [number, number];
  prices: [number, number];
  colour: number;
  points: number;
  tier: string;
  percent: number;
  code: string;
  refund: number;
  street: string;
  house: number;
  postcode: string;
  returnDays: number;
  shipDays: number;
  feeCents: number;
}

export type Status = OrderFacts['shipments'][number]['status'];

export function makeWorld(random: Random, status: Status = 'in_transit', shape: Partial<OrderFacts> = {}): World {
  const items = shuffled(random, ITEMS).slice(0, 2) as [string, string];
  const currency = random.of(CURRENCY);
  const carriers = shuffled(random, CARRIERS);
  const first = random.int(2_000, 8_000);
  const order = (index: 0 | 1, more: Partial<OrderFacts>): OrderFacts => {
    const tracking = `${random.of(['JD', 'RR', 'LX', 'CP'])}${random.int(100_000_000, 999_999_999)}${index}7`;
    const own = index === 0 ? status : 'in_transit';
    return {
      orderNumber: `#${first + index * random.int(11, 700)}`,
      placedAt: day(random, index === 0 ? 2 : 9, 5),
      cancelledAt: null,
      payment: 'paid',
      fulfilment: 'fulfilled',
      total: { amount: random.int(4_000, 39_900), currency },
      refunded: { amount: 0, currency },
      lines: [
        { title: items[index] ?? '', variant: null, quantity: index === 0 ? random.int(2, 4) : random.int(5, 8) },
      ],
      shipments: [
        {
          trackingNumber: tracking,
          carrier: carriers[index] ?? null,
          trackingUrl: `https://track.${(carriers[index] ?? 'x').toLowerCase()}.example/${tracking}`,
          status: own,
          estimatedDelivery: day(random, index === 0 ? 21 : 26, 3).slice(0, 10),
          estimateHasPassed: false,
          deliveredAt: own === 'delivered' ? day(random, 16, 2) : null,
          lastScan: { at: day(random, 14, 1), description: 'Processed at the depot', location: 'Gent, BE' },
        },
      ],
      readAt: TODAY.toISOString(),
      stale: false,
      ...more,
    };
  };
  const orders: [OrderFacts, OrderFacts] = [order(0, shape), order(1, {})];
  return {
    name: random.of(NAMES),
    currency,
    orders,
    items,
    quantities: [orders[0].lines[0]?.quantity ?? 2, orders[1].lines[0]?.quantity ?? 5],
    prices: [random.int(2_000, 9_900), random.int(10_000, 19_900)],
    colour: random.int(0, 5),
    points: random.int(120, 4_800),
    tier: random.of(TIERS),
    percent: random.of([5, 10, 15, 20]),
    code: `THANKS-${random.int(1000, 9999)}QX`,
    refund: random.int(1_000, 3_900),
    street: random.of(STREETS),
    house: random.int(11, 98),
    postcode: String(random.int(10_115, 89_999)),
    returnDays: random.of([14, 21, 28, 45, 60]),
    shipDays: random.of([2, 3, 4, 6]),
    feeCents: random.of([395, 495, 595]),
  };
}

function day(random: Random, from: number, span: number): string {
  return `2026-11-${String(random.int(from, from + span)).padStart(2, '0')}T0${random.int(6, 9)}:${random.int(10, 59)}:00Z`;
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
