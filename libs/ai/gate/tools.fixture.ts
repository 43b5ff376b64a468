import type {
  ActionToolData,
  FindProductsData,
  OrderLinesData,
  PointsData,
  SearchArticlesData,
} from '../tools/tool-data';
import { orderFacts } from '../tools/order.fixture';

/** Two orders of one customer, and an answer of each other tool. */
export const TODAY = new Date('2026-11-20T10:00:00Z');

export const ORDERS = {
  found: 2,
  orders: [
    orderFacts('#1001'),
    orderFacts('#1002', {
      placedAt: '2026-11-08T11:00:00Z',
      total: { amount: 4900, currency: 'EUR' },
      lines: [{ title: 'Alpine Bottle', variant: null, quantity: 5 }],
      fulfilment: 'unfulfilled',
      shipments: [],
    }),
  ],
  incomplete: false,
};

export const done = (action: string, summary: string, more: Partial<ActionToolData> = {}): ActionToolData =>
  ({ state: 'done', action, summary, result: {}, evidence: [], amount: null, ...more }) as ActionToolData;

export const REFUNDED = done('refund', 'Refunded 24.90 EUR for #1001', { amount: { amount: 2490, currency: 'EUR' } });

export const WAITING: ActionToolData = {
  state: 'awaiting_confirmation',
  action: 'change_address',
  summary: 'Send #1001 to Anna Berg, Lindenweg 12, 34117 Kassel',
  facts: [{ label: 'New address', value: 'Lindenweg 12, 34117 Kassel' }],
  amount: null,
};

export const APPROVAL: ActionToolData = {
  state: 'awaiting_approval',
  action: 'refund',
  summary: 'Refund 129.50 EUR for #1001',
  reason: 'Above the limit.',
  amount: { amount: 12950, currency: 'EUR' },
};

export const LINES: OrderLinesData = {
  found: true,
  order: {
    orderNumber: '#1001',
    placedAt: '2026-11-15T09:12:00Z',
    fulfilment: 'fulfilled',
    payment: 'paid',
    total: { amount: 12950, currency: 'EUR' },
    lines: [
      {
        lineId: 'l1',
        title: 'Ridge Pack 45L',
        variant: null,
        sku: null,
        quantity: 1,
        unitPrice: { amount: 8950, currency: 'EUR' },
        returnable: 1,
        variants: [],
      },
      {
        lineId: 'l2',
        title: 'Alpine Bottle',
        variant: null,
        sku: null,
        quantity: 2,
        unitPrice: { amount: 2000, currency: 'EUR' },
        returnable: 0,
        variants: [],
      },
    ],
  },
  incomplete: false,
};

export const PRODUCTS: FindProductsData = {
  found: 1,
  products: [
    {
      title: 'Skerry Shell',
      url: 'https://fernhill.example/skerry',
      description: 'A waterproof shell of nylon.',
      variants: [
        {
          variantId: 'v1',
          title: 'Red',
          options: { Colour: 'Red' },
          price: { amount: 9900, currency: 'EUR' },
          available: true,
        },
        {
          variantId: 'v2',
          title: 'Blue',
          options: { Colour: 'Blue' },
          price: { amount: 10900, currency: 'EUR' },
          available: false,
        },
      ],
    },
  ],
  incomplete: false,
};

export const POINTS: PointsData = {
  found: true,
  programme: 'Trail Club',
  points: 450,
  tier: 'Silver',
  rewards: [{ rewardId: 'r1', title: 'Free mug', points: 300, affordable: true }],
  incomplete: false,
};

export const ARTICLES: SearchArticlesData = {
  found: 1,
  passages: [
    {
      cite: 'returns-1',
      title: 'Returns',
      text: 'Unused items can be returned within 30 days of receipt. Sale items cannot be returned. Return shipping is free.',
      url: 'https://fernhill.example/returns',
      updatedAt: '2026-09-01',
      score: 1,
    },
  ],
};
