import {
  type Change,
  type Connector,
  ConnectorError,
  type ItemsWish,
  type LoyaltyAdapter,
  type PaymentAdapter,
  type PaymentMethod,
  type RefundWish,
  type ReturnWish,
  type ShopCustomer,
  type ShopOrder,
  type ShopProduct,
  type Write,
} from '@satchel/connectors';
import type { Money, PointsEntryBody, RedemptionBody, RefundBody, ReturnBody } from '@satchel/contracts';
import type { Effect } from './toy-vendor.fixture';

class NoCredentials {}

export const eur = (amount: number): Money => ({ amount, currency: 'EUR' });

export function toyOrder(changes: Partial<ShopOrder> = {}): ShopOrder {
  const placed = new Date('2026-01-02T10:00:00Z');
  return {
    externalId: '4711',
    number: '#1003',
    customerId: 'c-1',
    email: 'anna@example.com',
    phone: null,
    customerName: 'Anna Bergmann',
    placedAt: placed,
    updatedAt: placed,
    cancelledAt: null,
    payment: 'paid',
    fulfilment: 'unfulfilled',
    customStatus: null,
    total: eur(40_000),
    refunded: eur(0),
    lines: [],
    shippingAddress: null,
    shipments: [],
    payments: [{ gateway: 'toy', reference: 'pay-1', amount: eur(40_000), paidAt: placed.toISOString() }],
    refunds: [],
    returns: [],
    discountCodes: [],
    adminUrl: null,
    ...changes,
  };
}

const METHODS: PaymentMethod[] = [
  { externalId: 'm-visa', kind: 'card', label: 'Visa ending 4242', balance: null },
  { externalId: 'm-master', kind: 'card', label: 'Mastercard ending 1881', balance: null },
  { externalId: 'm-gift', kind: 'gift_card', label: 'Gift card', balance: eur(40_000) },
];

/** What a test changes between calls. */
export const toyWorld = {
  order: toyOrder(),
  more: [] as ShopOrder[],
  movesMoney: true,
  canTell: true,
  member: 'm-1' as string | null,
};

/** One kind of change at the toy vendor, over HTTP as any other. */
function change<A extends object, R>(
  base: string,
  what: string,
  toResult: (effect: Effect) => R,
): Change<A, R> & { undo(result: R, write: Write): Promise<void> } {
  const send = async (path: string, body: object, write: Write): Promise<Effect> => {
    await write.beforeCommit();
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify({ ...body, key: write.key }) });
    } catch (cause) {
      throw new ConnectorError('uncertain', 'The line to the toy vendor died.', { cause });
    }
    if (response.status >= 500) throw new ConnectorError('uncertain', 'The toy vendor had trouble.');
    if (response.status === 429) throw new ConnectorError('rate_limited', 'The toy vendor asks us to slow down.');
    const told = (await response.json()) as Effect & { message?: string };
    if (!response.ok) throw new ConnectorError('rejected', told.message ?? 'The toy vendor refused it.');
    return told;
  };
  return {
    perform: async (args, write) => toResult(await send(`/${what}`, args, write)),
    find: async (_args, key) => {
      if (!toyWorld.canTell) return 'unknown';
      const response = await fetch(`${base}/${what}/${key}`).catch(() => {
        throw new ConnectorError('unavailable', 'The toy vendor does not answer.');
      });
      return response.ok ? toResult((await response.json()) as Effect) : 'not_done';
    },
    undo: async (_result, write) => void (await send(`/${what}/undo`, {}, write)),
  };
}

const refundOf = ({ key, body }: Effect): RefundBody => ({
  externalId: `r-${key.slice(-6)}`,
  amount: (body.amount as Money | undefined) ?? toyWorld.order.total,
  status: 'succeeded',
  createdAt: '2026-01-09T10:00:00.000Z',
  reference: null,
  reason: null,
});

const returnOf = ({ key }: Effect): ReturnBody => ({
  externalId: key,
  number: 'R-1',
  status: 'requested',
  reason: null,
  lines: [],
  requestedAt: '2026-01-09T10:00:00.000Z',
  instructionsUrl: null,
});

const jacket: ShopProduct = {
  externalId: 'p-1',
  title: 'Jacket',
  description: null,
  url: null,
  imageUrl: null,
  active: true,
  updatedAt: new Date('2026-01-01T10:00:00Z'),
  variants: [{ externalId: 'v-2', title: 'Blue, L', sku: 'J-2', price: eur(5_000), stock: 3 }],
};

const anna: ShopCustomer = {
  externalId: 'c-1',
  name: 'Anna Bergmann',
  email: 'anna@example.com',
  phone: null,
  locale: null,
  createdAt: new Date('2026-01-01T10:00:00Z'),
  updatedAt: new Date('2026-01-01T10:00:00Z'),
};

export const toyShop: Connector<'commerce'> = {
  id: 'toy-shop',
  kind: 'commerce',
  label: 'Toy shop',
  credentials: NoCredentials,
  connect: (_, deps) => {
    const orders = async (): Promise<ShopOrder[]> => [toyWorld.order, ...toyWorld.more];
    return {
      check: async () => ({
        can: ['orders', 'refund', 'cancel', 'returns', 'changeItems', 'changePayment'],
        cannot: [],
        account: null,
      }),
      orders: {
        byNumber: async (number) => (await orders()).filter((one) => one.number === `#${number.replace('#', '')}`),
        byEmail: orders,
        byId: async (id) => (await orders()).find((one) => one.externalId === id) ?? null,
      },
      refund: {
        ...change<RefundWish, RefundBody>(deps.baseUrl ?? '', 'refund', refundOf),
        get movesMoney() {
          return toyWorld.movesMoney;
        },
        preview: async ({ amount }) => ({
          amount: amount ?? toyWorld.order.total,
          most: toyWorld.order.total,
          to: 'Visa ending 4242',
        }),
      },
      changeItems: {
        ...change<ItemsWish, ShopOrder>(deps.baseUrl ?? '', 'items', () => toyWorld.order),
        preview: async ({ lines }) => ({
          lines: lines.map(({ quantity, variantId }) => ({ title: 'Jacket', from: 'Red, M', to: variantId, quantity })),
          difference: eur(-500),
        }),
        takesMethod: true,
      },
      changePayment: change(deps.baseUrl ?? '', 'order-payment', () => toyWorld.order),
      products: {
        search: async () => [],
        bySku: async (sku) => (sku === 'J-1' ? [jacket] : []),
        byId: async () => jacket,
      },
      paymentMethods: { of: async (customerId) => (customerId === 'c-1' ? METHODS : []) },
      customers: {
        byEmail: async (email) => (email === 'anna@example.com' ? [anna] : []),
        byId: async () => anna,
      },
      returns: { ...change<ReturnWish, ReturnBody>(deps.baseUrl ?? '', 'return', returnOf), takesMethod: true },
      cancel: change(deps.baseUrl ?? '', 'cancel', () => ({
        ...toyWorld.order,
        cancelledAt: new Date('2026-01-09T10:00:00Z'),
      })),
    };
  },
};

export const toyPoints: Connector<'loyalty'> = {
  id: 'toy-points',
  kind: 'loyalty',
  label: 'Toy points',
  credentials: NoCredentials,
  connect: (_, deps): LoyaltyAdapter => ({
    check: async () => ({ can: ['grant'], cannot: [], account: null }),
    pointsLabel: async () => ({ one: 'Coin', other: 'Coins' }),
    tiers: async () => [],
    rewards: async () => [
      { externalId: 'r-1', name: 'Five off', description: null, pointsPrice: 500, variable: null },
      {
        externalId: 'r-2',
        name: 'Money off',
        description: null,
        pointsPrice: null,
        variable: { step: 100, min: 100, max: 5000, value: 100 },
      },
    ],
    member: async () =>
      toyWorld.member === null
        ? null
        : {
            externalId: toyWorld.member,
            state: 'member',
            points: 100,
            pointsLabel: { one: 'Coin', other: 'Coins' },
            tier: 'Gold',
            nextTier: null,
            referralUrl: null,
          },
    byId: async () => null,
    history: async () => [],
    redemptions: async () => [],
    redeem: change<{ memberId: string; rewardId: string; points: number | null }, RedemptionBody>(
      deps.baseUrl ?? '',
      'redeem',
      ({ key }) => ({
        externalId: key,
        name: 'Five off',
        code: null,
        pointsSpent: 500,
        usage: 'unused',
        expiresAt: null,
      }),
    ),
    grant: change<{ memberId: string; points: number; description: string }, PointsEntryBody>(
      deps.baseUrl ?? '',
      'points',
      ({ key, body }) => ({
        externalId: key,
        points: Number(body.points),
        description: String(body.description),
        at: '2026-01-09T10:00:00.000Z',
      }),
    ),
  }),
};

export const toyPay: Connector<'payment'> = {
  id: 'toy-pay',
  kind: 'payment',
  label: 'Toy pay',
  credentials: NoCredentials,
  connect: (_, deps): PaymentAdapter => ({
    check: async () => ({ can: ['refund'], cannot: [], account: null }),
    gateways: ['toy'],
    byReference: async (reference) => ({
      externalId: reference,
      amount: eur(40_000),
      refunded: eur(0),
      status: 'succeeded',
      method: 'Visa ending 4242',
      paidAt: '2026-01-02T10:00:00.000Z',
      refunds: [],
    }),
    refund: change(deps.baseUrl ?? '', 'payment', refundOf),
  }),
};
