import type { RetailData, RetailOrder, RetailProduct } from './data';
import {
  cancel,
  changeAddress,
  changeItems,
  changePayment,
  exchange,
  giveBack,
  MODIFIED,
  RetailRefusal,
} from './rules';
import { RetailWorld } from './retail-world';

const address = {
  address1: '1 Elm Street',
  address2: '',
  city: 'Springfield',
  state: 'IL',
  zip: '62701',
  country: 'USA',
};
const variant = (item_id: string, price: number, available = true) => ({
  item_id,
  price,
  available,
  options: { id: item_id },
});
const item = (item_id: string, product_id: string, price: number) => ({
  ...{ item_id, product_id, price, name: product_id, options: { id: item_id } },
});

function order(status: string, paidBy = 'card'): RetailOrder {
  return {
    order_id: '#W1',
    user_id: 'mira',
    status,
    address,
    items: [item('11', 'lamp', 30), item('21', 'tray', 10)],
    fulfillments: [],
    payment_history: [{ transaction_type: 'payment', amount: 40, payment_method_id: paidBy }],
  };
}

function world(status: string, paidBy = 'card'): RetailWorld {
  const data: RetailData = {
    users: new Map([
      [
        'mira',
        {
          user_id: 'mira',
          name: { first_name: 'Mira', last_name: 'Holt' },
          email: 'mira@example.com',
          address,
          payment_methods: {
            card: { id: 'card', source: 'credit_card' },
            gift: { id: 'gift', source: 'gift_card', balance: 20 },
            paypal: { id: 'paypal', source: 'paypal' },
          },
        },
      ],
    ]),
    orders: new Map([['#W1', order(status, paidBy)]]),
    products: new Map<string, RetailProduct>([
      [
        'lamp',
        {
          product_id: 'lamp',
          name: 'lamp',
          variants: { '11': variant('11', 30), '12': variant('12', 55), '13': variant('13', 25, false) },
        },
      ],
      ['tray', { product_id: 'tray', name: 'tray', variants: { '21': variant('21', 10), '22': variant('22', 15) } }],
    ]),
  };
  return new RetailWorld(data);
}

const swap = (item_id: string, new_item_id: string, payment_method_id?: string) => ({
  items: [{ item_id, new_item_id }],
  ...(payment_method_id && { payment_method_id }),
});
const balance = (one: RetailWorld) => one.user('mira')?.payment_methods.gift?.balance;

describe('the rules of the retail shop', () => {
  it('changes only its own copy', () => {
    const [one, other] = [world('pending'), world('pending')];
    cancel(one, '#W1', { reason: 'no longer needed' }, 'k');
    expect(one.order('#W1')?.status).toBe('cancelled');
    expect(one.changed().orders).toHaveLength(1);
    expect(other.changed()).toEqual({ orders: [], users: [] });
  });

  it('gives a gift card its money back at once', () => {
    const shop = world('pending', 'gift');
    cancel(shop, '#W1', { reason: 'ordered by mistake' }, 'k');
    expect(balance(shop)).toBe(60);
  });

  it('swaps items once, and then leaves the order alone', () => {
    const shop = world('pending');
    expect(changeItems(shop, '#W1', swap('21', '22', 'gift'), 'k')).toMatchObject({ status: MODIFIED });
    expect(balance(shop)).toBe(15);
    expect(() => changeItems(shop, '#W1', swap('11', '12'), 'k2')).toThrow(RetailRefusal);
    expect(() => cancel(shop, '#W1', { reason: 'no longer needed' }, 'k3')).toThrow(RetailRefusal);
  });

  it.each([
    ['another product', () => swap('11', '22')],
    ['what is sold out', () => swap('11', '13')],
    ['an item that is not in it', () => swap('12', '11')],
    ['what the gift card does not cover', () => swap('11', '12', 'gift')],
    ['a method of nobody', () => swap('11', '12', 'other')],
    ['nothing', () => ({ items: [] })],
  ])('does not swap for %s, and changes nothing', (_what, body) => {
    for (const [status, change] of [
      ['pending', changeItems],
      ['delivered', exchange],
    ] as const) {
      const shop = world(status);
      expect(() => change(shop, '#W1', body(), 'k')).toThrow(RetailRefusal);
      expect(shop.changed()).toEqual({ orders: [], users: [] });
    }
  });

  it('has a payment changed once, to another method that covers it', () => {
    const shop = world('pending');
    expect(() => changePayment(shop, '#W1', { payment_method_id: 'gift' }, 'k')).toThrow('cover');
    expect(() => changePayment(shop, '#W1', { payment_method_id: 'card' }, 'k')).toThrow('already');
    expect(changePayment(shop, '#W1', { payment_method_id: 'paypal' }, 'k').status).toBe('pending');
    expect(() => changePayment(shop, '#W1', { payment_method_id: 'card' }, 'k')).toThrow('before');
  });

  it('pays back as it was paid, or to a gift card', () => {
    const body = { item_ids: ['21'] };
    expect(() => giveBack(world('delivered'), '#W1', { ...body, payment_method_id: 'paypal' }, 'k')).toThrow(
      'gift card',
    );
    expect(giveBack(world('delivered'), '#W1', { ...body, payment_method_id: 'gift' }, 'k')).toMatchObject({
      status: 'return requested',
      return_payment_method_id: 'gift',
    });
    expect(giveBack(world('delivered'), '#W1', body, 'k').return_payment_method_id).toBe('card');
  });

  it.each(['processed', 'delivered', 'cancelled'])('leaves a %s order as it is', (status) => {
    const shop = world(status);
    for (const change of [
      () => cancel(shop, '#W1', { reason: 'no longer needed' }, 'k'),
      () => changeAddress(shop, '#W1', { ...address, city: 'Shelbyville' }, 'k'),
      () => changeItems(shop, '#W1', swap('21', '22'), 'k'),
      () => changePayment(shop, '#W1', { payment_method_id: 'paypal' }, 'k'),
    ])
      expect(change).toThrow(RetailRefusal);
  });
});
