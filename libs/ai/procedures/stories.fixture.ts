import { aLine, anOrder, aParcel, euro, FakeHouse, type Said } from './toolbox.fixture';

const delivered = {
  fulfilment: 'fulfilled' as const,
  shipments: [aParcel({ status: 'delivered', deliveredAt: '2026-11-17T13:05:00Z' })],
};
const variants = [
  { variantId: 'V1', title: 'Blue / M', options: { Colour: 'Blue', Size: 'M' }, price: null, available: true },
  { variantId: 'V2', title: 'Red / M', options: { Colour: 'Red', Size: 'M' }, price: null, available: true },
];

/** A house with everything in it: one order on the shelf, one delivered, points, articles, products. */
export function fullHouse(): FakeHouse {
  const shop = new FakeHouse();
  shop.orders = [anOrder('#1001'), anOrder('#0900', delivered)];
  for (const order of shop.orders)
    shop.lines[order.orderNumber] = [
      aLine('L1', 'Alpine Jacket', 'Blue / M', { variants }),
      aLine('L2', 'Trail Boots', '42'),
    ];
  shop.points = {
    found: true,
    programme: 'Friends',
    points: 640,
    tier: 'Gold',
    rewards: [
      { rewardId: 'R5', title: 'Five off', points: 500, affordable: true },
      { rewardId: 'R9', title: 'Free shipping', points: 300, affordable: true },
      { rewardId: 'R99', title: 'A weekend away', points: 9000, affordable: false },
    ],
    incomplete: false,
  };
  shop.passages = [
    {
      cite: 'a1',
      title: 'Delivery',
      text: 'Parcels leave our house every morning.',
      url: 'https://shop.example/help/delivery',
      updatedAt: '2026-11-01T00:00:00Z',
      score: 0.8,
    },
  ];
  shop.products = {
    found: 1,
    products: [{ title: 'Alpine Jacket', url: null, description: '', variants }],
    incomplete: false,
  };
  shop.discounts = { WINTER: { works: false, reasons: ['it ended on 2026-11-01'] } };
  shop.amounts = { refund: euro(4995), cancel_order: euro(12950) };
  return shop;
}

export const order = (number: string): Said['entities'] => ({ orderNumbers: [number] });

/** What is said, what it says at first, and what happens on a yes. */
export const STORIES: [
  name: string,
  text: string,
  said: Said,
  reads: RegExp,
  action?: { action: string; args: object },
][] = [
  [
    'where-is-my-order',
    'where is 1001?',
    { wants: ['where_is_my_order'], entities: order('1001') },
    /has not been shipped yet/,
  ],
  [
    'delivery-time',
    'how long does delivery take?',
    { wants: ['delivery_info'] },
    /"Delivery" says: Parcels leave our house every morning\.\n.*shop\.example/,
  ],
  ['policy-question', 'can I pay by card?', { wants: ['payment_methods'] }, /Does that answer your question\?/],
  ['product-question', 'is it warm?', { wants: ['product_question'] }, /Parcels leave/],
  [
    'out-of-stock',
    'is the alpine jacket in stock?',
    { wants: ['stock_question'] },
    /Alpine Jacket is available in Blue \/ M and Red \/ M/,
  ],
  [
    'cancel-order',
    'cancel order 1001',
    { wants: ['cancel_order'], entities: order('1001') },
    /cancel order/,
    { action: 'cancel_order', args: { order: '#1001' } },
  ],
  [
    'change-address',
    'send 1001 to\nAnna Berg\nHauptstraße 5\n10115 Berlin\nGermany',
    { wants: ['change_address'], entities: order('1001') },
    /change address/,
    { action: 'change_address', args: { order: '#1001', address: { city: 'Berlin', country: 'DE' } } },
  ],
  [
    'change-items',
    'I want the jacket in red',
    { wants: ['change_items'] },
    /change items/,
    { action: 'change_items', args: { order: '#1001', lines: [{ orderLineId: 'L1', variantId: 'V2', quantity: 1 }] } },
  ],
  [
    'return',
    'return the boots from 0900, too small',
    { wants: ['return'], entities: order('0900') },
    /start return Trail Boots/,
    { action: 'start_return', args: { lines: [{ orderLineId: 'L2', quantity: 1, reason: 'too_small' }] } },
  ],
  [
    'exchange',
    'exchange the jacket of 0900 for red',
    { wants: ['exchange'], entities: order('0900') },
    /exchange Alpine Jacket/,
    { action: 'exchange', args: { order: '#0900', wanted: [{ variantId: 'V2', quantity: 1 }] } },
  ],
  [
    'refund',
    'refund the boots of 0900',
    { wants: ['refund'], entities: order('0900') },
    /refund Trail Boots/,
    { action: 'refund', args: { order: '#0900', lines: [{ orderLineId: 'L2', quantity: 1 }] } },
  ],
  [
    'add-to-refund',
    'add the boots to the refund of 0900',
    { wants: ['custom:add-to-refund'], entities: order('0900') },
    /refund Trail Boots/,
    { action: 'refund', args: { order: '#0900', lines: [{ orderLineId: 'L2' }] } },
  ],
  [
    'refund-status',
    'where is the refund of 0900',
    { wants: ['refund_status'], entities: order('0900') },
    /I see no refund/,
  ],
  [
    'discount-code',
    'WINTER does not work',
    { wants: ['discount_code'], entities: { codes: ['WINTER'] } },
    /WINTER does not work at the moment.*it ended on 2026-11-01/,
  ],
  ['points-balance', 'how many points', { wants: ['points_balance'] }, /640 points.*Gold/],
  [
    'redeem-reward',
    'redeem free shipping',
    { wants: ['redeem_reward'] },
    /redeem reward/,
    { action: 'redeem_reward', args: { rewardId: 'R9' } },
  ],
  [
    'skip-delivery',
    'skip the next one',
    { wants: ['skip_delivery'] },
    /skip subscription/,
    { action: 'skip_subscription', args: {} },
  ],
  [
    'change-subscription',
    'move it to 3 December, a later day',
    { wants: ['change_subscription'], entities: { days: ['2026-12-03'] } },
    /reschedule subscription/,
    { action: 'reschedule_subscription', args: { nextChargeOn: '2026-12-03' } },
  ],
  [
    'cancel-subscription',
    'end it, too expensive',
    { wants: ['cancel_subscription'] },
    /cancel subscription/,
    { action: 'cancel_subscription', args: { reason: 'end it, too expensive' } },
  ],
  [
    'invoice',
    'send the confirmation of 1001',
    { wants: ['invoice'], entities: order('1001') },
    /resend confirmation/,
    { action: 'resend_confirmation', args: { order: '#1001' } },
  ],
  [
    'complaint',
    'this went badly',
    { wants: ['complaint'], heat: 0.2 },
    /I am sorry.*create discount/s,
    { action: 'create_discount', args: { percent: 10 } },
  ],
];
/** What goes to a person, with the facts found so far. */
export const HANDED: [name: string, text: string, said: Said, reason: string, reads: RegExp][] = [
  [
    'missing-parcel',
    '0900 says delivered, it is not here',
    { wants: ['missing_parcel'], entities: order('0900') },
    'missing_parcel',
    /#0900 was delivered on Tuesday 17 November/,
  ],
  ['change-account', 'new mail address', { wants: ['account'] }, 'account', /A colleague takes over/],
  [
    'change-payment',
    'other card for 0900',
    { wants: ['change_payment'], entities: order('0900') },
    'payment',
    /has left us already/,
  ],
  [
    'charge-problem',
    'charged twice for 1001',
    { wants: ['payment_problem'], entities: order('1001') },
    'payment',
    /Alpine Jacket \(Blue \/ M\) at EUR 49\.95.*EUR 129\.50/s,
  ],
  [
    'price-match',
    'cheaper elsewhere, 1001',
    { wants: ['price_match'], entities: order('1001') },
    'payment',
    /EUR 49\.95/,
  ],
  [
    'points-missing',
    'no points for 1001',
    { wants: ['points_missing'], entities: order('1001') },
    'account',
    /640 points/,
  ],
  [
    'wrong-delivery',
    'the boots of 0900 are torn',
    { wants: ['damaged_or_wrong'], entities: order('0900') },
    'damaged_or_wrong',
    /I am sorry that something is not right/,
  ],
  ['newsletter', 'no newsletter', { wants: ['newsletter'] }, 'account', /A colleague/],
  ['delete-account', 'delete my account', { wants: ['delete_account'] }, 'account', /A colleague/],
];
