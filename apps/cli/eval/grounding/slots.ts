import type { Language } from '@satchel/ai';
import type { Random } from './random';
import { CARRIERS, COLOURS, NAMES, STREETS, TIERS, type World } from './world';

/** The kinds of falsehoods that are told, one at a time. */
export const KINDS = [
  'amount', 'currency', 'date', 'weekday', 'order number', 'tracking', 'carrier', 'status', 'quantity', 'points', 'tier',
  'address', 'link', 'percent', 'promise', 'act', 'other order', 'negation', 'attribute', 'policy days', 'name', 'code',
] as const; // prettier-ignore
export type Kind = (typeof KINDS)[number];

const LOCALE: Record<Language, string> = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL', fr: 'fr-FR', es: 'es-ES' };

export function money(cents: number, currency: string, language: Language, style: number): string {
  const plain = new Intl.NumberFormat(LOCALE[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    cents / 100,
  );
  const text = plain.replace(/[\u00a0\u202f]/g, ' ');
  if (style % 2 === 0 || currency === 'SEK') return `${text} ${currency}`;
  const sign = { EUR: '€', USD: '$', GBP: '£' }[currency] ?? currency;
  return language === 'en' ? `${sign}${text}` : `${text} ${sign}`;
}

export function written(iso: string, language: Language, style: number, shift = 0, wrongWeekday = false): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + shift);
  const shown = (options: Intl.DateTimeFormatOptions, of = date): string =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', ...options }).format(of);
  if (style % 3 === 0 && !wrongWeekday) return shown({ day: 'numeric', month: 'long' });
  if (style % 3 === 1 && !wrongWeekday) return shown({ day: 'numeric', month: 'long', year: 'numeric' });
  const other = new Date(date.getTime() + 2 * 86_400_000);
  const weekday = shown({ weekday: 'long' }, wrongWeekday ? other : date);
  const comma = language === 'de' ? ',' : '';
  return `${weekday}${comma} ${shown({ day: 'numeric', month: 'long' })}`;
}

export interface Slot {
  true: (world: World, language: Language, style: number) => string;
  lies: Partial<Record<Kind, (world: World, language: Language, style: number, random: Random) => string>>;
}

const otherOrder = (random: Random, { orders }: World): string => {
  const taken = orders.map(({ orderNumber }) => orderNumber);
  for (;;) {
    const number = `#${random.int(2_000, 9_900)}`;
    if (!taken.includes(number)) return number;
  }
};
const amountSlot = (cents: (world: World) => number): Slot => ({
  true: (world, language, style) => money(cents(world), world.currency, language, style),
  lies: {
    amount: (world, language, style, random) =>
      money(cents(world) + random.int(1, 60) * 100, world.currency, language, style),
    currency: (world, language, style, random) =>
      money(cents(world), random.but(['EUR', 'USD', 'GBP', 'SEK'], world.currency), language, style),
  },
});
const daySlot = (iso: (world: World) => string): Slot => ({
  true: (world, language, style) => written(iso(world), language, style),
  lies: {
    date: (world, language, style, random) =>
      written(iso(world), language, style % 3 === 2 ? 0 : style, random.int(13, 40)),
    weekday: (world, language, style) => written(iso(world), language, style, 0, true),
  },
});
const orderSlot = (at: 0 | 1): Slot => ({
  true: ({ orders }) => orders[at].orderNumber,
  lies: { 'order number': (world, _language, _style, random) => otherOrder(random, world) },
});
const parcel = ({ orders }: World, at: 0 | 1 = 0) => orders[at].shipments[0];
const countSlot = (at: 0 | 1): Slot => ({
  true: ({ quantities }) => String(quantities[at]),
  lies: { quantity: ({ quantities }, _language, _style, random) => String(quantities[at] + random.int(9, 30)) },
});

export const SLOTS: Record<string, Slot> = {
  order: orderSlot(0),
  order2: orderSlot(1),
  /** The order that an act was done on: another one of the same customer is as wrong as a made-up one. */
  acted: {
    true: ({ orders }) => orders[0].orderNumber,
    lies: { 'other order': ({ orders }) => orders[1].orderNumber },
  },
  total: amountSlot(({ orders }) => orders[0].total.amount),
  refund: amountSlot(({ refund }) => refund),
  price: amountSlot(({ prices }) => prices[0]),
  fee: amountSlot(({ feeCents }) => feeCents),
  placed: daySlot(({ orders }) => orders[0].placedAt),
  eta: daySlot((world) => parcel(world)?.estimatedDelivery ?? ''),
  eta2: daySlot((world) => parcel(world, 1)?.estimatedDelivery ?? ''),
  delivered: daySlot((world) => parcel(world)?.deliveredAt ?? ''),
  tracking: {
    true: (world) => parcel(world)?.trackingNumber ?? '',
    lies: {
      tracking: (world, _l, _s, random) =>
        `${(parcel(world)?.trackingNumber ?? '').slice(0, -4)}${random.int(1000, 9999)}`,
    },
  },
  url: {
    true: (world) => parcel(world)?.trackingUrl ?? '',
    lies: {
      link: (world, _l, _s, random) =>
        `https://track.${random.of(['parcel-now', 'swiftway', 'mydelivery'])}.example/${parcel(world)?.trackingNumber ?? ''}`,
    },
  },
  carrier: {
    true: (world) => parcel(world)?.carrier ?? '',
    lies: {
      carrier: ({ orders }, _l, _s, random) =>
        random.but(CARRIERS, ...orders.map(({ shipments }) => shipments[0]?.carrier ?? '')),
    },
  },
  item: { true: ({ items }) => items[0], lies: {} },
  item2: { true: ({ items }) => items[1], lies: {} },
  qty: countSlot(0),
  qty2: countSlot(1),
  colour: {
    true: ({ colour }, language) => COLOURS[language][colour] ?? '',
    lies: {
      attribute: ({ colour }, language, _style, random) =>
        random.but(COLOURS[language], COLOURS[language][colour] ?? ''),
    },
  },
  points: {
    true: ({ points }) => String(points),
    lies: { points: ({ points }, _l, _s, random) => String(points + random.int(3, 900)) },
  },
  tier: { true: ({ tier }) => tier, lies: { tier: ({ tier }, _l, _s, random) => random.but(TIERS, tier) } },
  percent: {
    true: ({ percent }) => String(percent),
    lies: { percent: ({ percent }, _l, _s, random) => String(percent + random.int(1, 40)) },
  },
  code: {
    true: ({ code }) => code,
    lies: { code: (_world, _l, _s, random) => `THANKS-${random.int(1000, 9999)}ZK` },
  },
  street: {
    true: ({ street, house, postcode }) => `${street} ${house}, ${postcode} Kassel`,
    lies: {
      address: ({ street, house, postcode }, _l, _s, random) =>
        random.of([
          `${street} ${house + random.int(1, 40)}, ${postcode} Kassel`,
          `${random.but(STREETS, street)} ${house}, ${postcode} Kassel`,
        ]),
    },
  },
  days: {
    true: ({ returnDays }) => String(returnDays),
    lies: {
      'policy days': ({ returnDays, shipDays }, _l, _s, random) =>
        String(random.but([7, 10, 30, 90, 100], returnDays, shipDays)),
    },
  },
  ship: {
    true: ({ shipDays }) => String(shipDays),
    lies: {
      'policy days': ({ returnDays, shipDays }, _l, _s, random) =>
        String(random.but([1, 5, 8, 9], returnDays, shipDays)),
    },
  },
  name: { true: ({ name }) => name, lies: { name: ({ name }, _l, _s, random) => random.but(NAMES, name) } },
};
