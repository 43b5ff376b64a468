import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WireAddress, WireCustomer, WireOrder, WireProduct } from './shop/wire';

const address = (address1: string, zip: string): WireAddress => ({
  address1,
  address2: '',
  city: 'Springfield',
  state: 'IL',
  zip,
  country: 'USA',
});

const product = (
  product_id: string,
  name: string,
  variants: [id: string, options: Record<string, string>, price: number][],
) => ({
  product_id,
  name,
  variants: Object.fromEntries(
    variants.map(([item_id, options, price]) => [item_id, { item_id, options, price, available: true }]),
  ),
});

const lamp = product('p1', 'Lamp', [
  ['11', { color: 'green', height: 'tall' }, 30],
  ['12', { color: 'amber', height: 'tall' }, 35],
  ['13', { color: 'amber', height: 'short' }, 25],
]);
const tray = product('p2', 'Tray', [
  ['21', { size: 'small', foldable: 'yes' }, 10],
  ['22', { size: 'large', foldable: 'yes' }, 15],
]);

const item = (of: WireProduct, id: string) => {
  const variant = of.variants[id];
  if (!variant) throw new Error(`${of.name} has no ${id}`);
  const { item_id, options, price } = variant;
  return { item_id, product_id: of.product_id, name: of.name, options, price };
};

const order = (
  order_id: string,
  status: string,
  items: WireOrder['items'],
  zip: string,
): Omit<WireOrder, 'customer'> => ({
  order_id,
  user_id: 'mira_holt',
  status,
  address: address('1 Elm Street', zip),
  items,
  fulfillments: [],
  payment_history: [
    {
      transaction_type: 'payment',
      amount: items.reduce((sum, { price }) => sum + price, 0),
      payment_method_id: 'credit_card_1',
    },
  ],
});

const mira: Omit<WireCustomer, 'user_id'> = {
  name: { first_name: 'Mira', last_name: 'Holt' },
  email: 'mira.holt@example.com',
  address: address('1 Elm Street', '62701'),
  payment_methods: {
    credit_card_1: { id: 'credit_card_1', source: 'credit_card', brand: 'visa', last_four: '4242' },
    gift_card_2: { id: 'gift_card_2', source: 'gift_card', balance: 100 },
    paypal_3: { id: 'paypal_3', source: 'paypal' },
  },
};

const orders = [
  order('#W1000001', 'pending', [item(lamp, '11'), item(tray, '21')], '62701'),
  order('#W1000002', 'delivered', [item(lamp, '12'), item(tray, '22')], '62702'),
  order('#W1000003', 'pending', [item(tray, '21')], '62701'),
  order('#W1000004', 'delivered', [item(lamp, '11')], '62701'),
  order('#W1000005', 'pending', [item(lamp, '13')], '62701'),
];

const name = (of: WireProduct, id: string) => {
  const { item_id, name: title, options } = item(of, id);
  return { item_id, name: title, options };
};
const row = (id: string, identity: object, requests: object[]) => ({
  id,
  user_id: 'mira_holt',
  identity: { first_name: 'Mira', last_name: 'Holt', ...identity },
  requests,
});

const exchange = {
  action: 'exchange_delivered_order_items',
  order_id: '#W1000002',
  items: [name(lamp, '12')],
  new_items: [name(lamp, '13')],
  payment_method_id: 'paypal_3',
};
const cancel = { action: 'cancel_pending_order', order_id: '#W1000003', reason: 'ordered by mistake' };
const change = {
  action: 'modify_pending_order_items',
  order_id: '#W1000001',
  items: [name(lamp, '11'), name(tray, '21')],
  new_items: [name(lamp, '12'), name(tray, '22')],
  payment_method_id: 'credit_card_1',
};
const move = { action: 'modify_pending_order_address', order_id: '#W1000005', ...address('9 Oak Avenue', '62702') };
const pay = { action: 'modify_pending_order_payment', order_id: '#W1000005', payment_method_id: 'gift_card_2' };
const back = {
  action: 'return_delivered_order_items',
  order_id: '#W1000002',
  items: [name(tray, '22')],
  payment_method_id: 'gift_card_2',
};

/** A small shop of our own in the files that the evaluation reads, with customers of every kind. */
export async function smallShop(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'satchel-retail-'));
  const email = { email: 'mira.holt@example.com' };
  const rows = [
    row('c-1', email, [exchange]),
    row('c-2', { zip: '62701' }, [cancel, change]),
    row('c-3', { zip: '62701' }, [back]),
    row('c-4', email, [pay, cancel]),
    row('c-5', email, [move]),
    row('c-6', { zip: '62701' }, [{ ...cancel, reason: 'no longer needed' }, back, move]),
  ];
  const files = {
    'users.json': { mira_holt: mira },
    'orders.json': Object.fromEntries(orders.map((one) => [one.order_id, one])),
    'products.json': { p1: lamp, p2: tray },
  };
  for (const [file, body] of Object.entries(files)) await writeFile(join(folder, file), JSON.stringify(body));
  await writeFile(join(folder, 'scripted_customers.jsonl'), rows.map((one) => JSON.stringify(one)).join('\n'));
  return folder;
}
