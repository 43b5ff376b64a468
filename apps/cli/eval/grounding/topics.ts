import type {
  ActionToolData,
  FindProductsData,
  Language,
  OrderLinesData,
  PointsData,
  SearchArticlesData,
} from '@satchel/ai';
import { PHRASES, type Topic } from './phrases';
import type { Random } from './random';
import { money } from './slots';
import { COLOURS, makeWorld, TODAY, type World } from './world';

const found = (world: World, count = 2) => ({ found: count, orders: world.orders.slice(0, count), incomplete: false });
const evidence = (label: string, value: string) => [
  { source: 'Shop', at: TODAY.toISOString(), facts: [{ label, value }] },
];
const plainMoney = (cents: number, currency: string): string => `${(cents / 100).toFixed(2)} ${currency}`;

function done(
  world: World,
  action: string,
  summary: string,
  result: Record<string, unknown>,
  cents?: number,
): ActionToolData {
  return {
    state: 'done',
    action,
    summary,
    result,
    evidence: evidence('State', 'done'),
    amount: cents === undefined ? null : { amount: cents, currency: world.currency },
  };
}

function lines(world: World): OrderLinesData {
  const [order] = world.orders;
  const variant = { variantId: 'v1', title: COLOURS.en[world.colour] ?? '', options: {}, price: null, available: true };
  return {
    found: true,
    order: {
      orderNumber: order.orderNumber,
      placedAt: order.placedAt,
      fulfilment: order.fulfilment,
      payment: order.payment,
      total: order.total,
      lines: [
        {
          lineId: 'l1',
          title: world.items[0],
          variant: null,
          sku: null,
          quantity: world.quantities[0],
          unitPrice: { amount: world.prices[0], currency: world.currency },
          returnable: world.quantities[0],
          variants: [variant],
        },
        {
          lineId: 'l2',
          title: world.items[1],
          variant: null,
          sku: null,
          quantity: world.quantities[1],
          unitPrice: { amount: world.prices[1], currency: world.currency },
          returnable: 0,
          variants: [],
        },
      ],
    },
    incomplete: false,
  };
}

function products(world: World): FindProductsData {
  const variant = (colour: number, cents: number, available: boolean) => ({
    variantId: `v${colour}`,
    title: COLOURS.en[colour] ?? '',
    options: { Colour: COLOURS.en[colour] ?? '' },
    price: { amount: cents, currency: world.currency },
    available,
  });
  return {
    found: 1,
    products: [
      {
        title: world.items[0],
        url: null,
        description: 'Made of cotton, light and soft.',
        variants: [variant(world.colour, world.prices[0], true)],
      },
    ],
    incomplete: false,
  };
}

function articles(world: World, language: Language): SearchArticlesData {
  const { returns, shipping } = PHRASES[language].passages;
  const fill = (text: string): string =>
    text
      .replace('{days}', String(world.returnDays))
      .replace('{ship}', String(world.shipDays))
      .replace('{fee}', money(world.feeCents, world.currency, language, 0));
  const passage = (cite: string, title: string, text: string) => ({
    cite,
    title,
    text: fill(text),
    url: null,
    updatedAt: '2026-09-03',
    score: 1,
  });
  return { found: 2, passages: [passage('r', 'Returns', returns), passage('s', 'Shipping', shipping)] };
}

/** A world that suits a topic, and what the tools would answer in it. */
export function setUp(topic: Topic, language: Language, random: Random): { world: World; results: unknown[] } {
  const world =
    topic === 'delivered'
      ? makeWorld(random, 'delivered')
      : topic === 'unshipped'
        ? makeWorld(random, 'unknown', { fulfilment: 'unfulfilled', shipments: [] })
        : makeWorld(random);
  return { world, results: answers(topic, language, world, random) };
}

function answers(topic: Topic, language: Language, world: World, random: Random): unknown[] {
  const number = world.orders[0].orderNumber;
  const refund = plainMoney(world.refund, world.currency);
  const back = `${world.quantities[0]} x ${world.items[0]}`;
  switch (topic) {
    case 'transit':
    case 'delivered':
    case 'unshipped':
      return [found(world, random.int(1, 2))];
    case 'two':
      return [found(world)];
    case 'refunded':
      return [
        found(world),
        done(
          world,
          'refund',
          `Refunded ${refund} for ${number}`,
          { amount: { amount: world.refund, currency: world.currency } },
          world.refund,
        ),
      ];
    case 'cancelled':
      return [found(world), done(world, 'cancel_order', `Cancelled ${number}`, { orderNumber: number })];
    case 'returned':
      return [
        found(world),
        done(world, 'start_return', `Opened a return of ${back} from ${number}`, { status: 'open' }),
      ];
    case 'points':
      return [
        {
          found: true,
          programme: 'Trail Club',
          points: world.points,
          tier: world.tier,
          rewards: [{ rewardId: 'r1', title: 'Free mug', points: 100, affordable: true }],
          incomplete: false,
        } satisfies PointsData,
      ];
    case 'policy':
      return [articles(world, language)];
    case 'product':
      return [products(world)];
    case 'discount':
      return [
        done(world, 'create_discount', `Made the code ${world.code} for ${world.percent} %`, {
          code: world.code,
          percent: world.percent,
        }),
      ];
    case 'address': {
      const to = `${world.street} ${world.house}, ${world.postcode} Kassel`;
      const waiting: ActionToolData = {
        state: 'awaiting_confirmation',
        action: 'change_address',
        summary: `Send ${number} to ${to}`,
        facts: [{ label: 'New address', value: to }],
        amount: null,
      };
      return [found(world), waiting];
    }
    case 'approval': {
      const waiting: ActionToolData = {
        state: 'awaiting_approval',
        action: 'refund',
        summary: `Refund ${refund} for ${number}`,
        reason: 'More than the limit of an order.',
        amount: { amount: world.refund, currency: world.currency },
      };
      return [found(world), waiting];
    }
    case 'cannot': {
      const cannot: ActionToolData = {
        state: 'cannot',
        action: 'cancel_order',
        code: 'shipped',
        reason: `${number} has already left the shop.`,
      };
      return [found(world), cannot];
    }
    case 'lines':
      return [lines(world)];
  }
}
