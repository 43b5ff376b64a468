import { productOf, variantsWithin } from '../catalog/product.mapper';
import type { ShopFacts } from '../shop';
import { OrderMapper } from './order.mapper';
import type { WholeOrder } from './whole-order';

const shop: ShopFacts = { id: '1', currency: 'EUR', name: null, backOffice: null, site: 'https://shop.example' };
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const empty: WholeOrder = {
  id: '7',
  order: { id: 7, createdAt: '2026-11-20T10:00:00+00:00', number: 'ORD00007' },
  lines: [],
  invoices: [],
  shipments: [],
  events: [],
  entries: [],
  returns: [],
};
const told = (whole: Partial<WholeOrder>) =>
  new OrderMapper(log).order({ ...empty, ...whole, order: { ...empty.order, ...whole.order } }, shop, null);

describe("Lightspeed's records in our words", () => {
  it('take false, null and a lack of anything for nothing', () => {
    const nothing = Object.fromEntries(
      ['customer', 'email', 'phone', 'firstname', 'addressShippingCountry', 'priceIncl', 'discountCouponCode'].map(
        (name) => [name, false],
      ),
    );
    for (const order of [nothing, {}, { ...nothing, customer: null, priceIncl: '' }]) {
      expect(told({ order })).toMatchObject({
        customerId: null,
        email: null,
        phone: null,
        customerName: null,
        shippingAddress: null,
        total: { amount: 0, currency: 'EUR' },
        payments: [],
        discountCodes: [],
        payment: 'unknown',
      });
    }
  });

  it.each([
    [44.1, 4410],
    ['44.10', 4410],
    [6.2475, 625],
    [0.1 + 0.2, 30],
    ['free', 0],
    [false, 0],
  ])('read the amount %j as %i cents', (priceIncl, amount) => {
    expect(told({ order: { priceIncl } }).total).toEqual({ amount, currency: 'EUR' });
  });

  it('tell the price of one piece, whose row is told for all of them', () => {
    const line = { id: 5, productTitle: 'Bowl', quantityOrdered: '6', quantityShipped: 6, priceIncl: 44.1, sku: '' };
    expect(
      told({ lines: [{ ...line, articleCode: 'B-1', quantityRefunded: 2, quantityReturned: '1' }] }).lines,
    ).toEqual([
      {
        id: '5',
        title: 'Bowl',
        variant: null,
        sku: 'B-1',
        quantity: 6,
        unitPrice: { amount: 735, currency: 'EUR' },
        shipped: 6,
        refundable: 4,
        returnable: 5,
      },
    ]);
  });

  it.each([
    [[{ id: 1, isCreditNote: true, priceIncl: 20, status: 'not_paid' }], 2000, 'partially_refunded'],
    [[{ id: 1, isCreditNote: true, priceIncl: '-50.00', status: 'paid' }], 5000, 'refunded'],
    [[{ id: 1, isCreditNote: true, priceIncl: 50, status: 'cancelled' }], 0, 'paid'],
    [[{ id: 1, isCreditNote: false, priceIncl: 50, status: 'paid' }], 0, 'paid'],
  ])('count credit notes %j as %i cents paid back', (invoices, amount, payment) => {
    const order = told({ invoices, order: { priceIncl: 50, paymentStatus: 'paid' } });
    expect(order).toMatchObject({ refunded: { amount }, payment });
  });

  it('tell a parcel by its code alone, and none that nobody sent', () => {
    const shipments = [
      { id: 1, status: 'not_shipped', trackingCode: '' },
      { id: 2, status: 'shipped', trackingCode: '1Z999' },
      { id: 3, status: 'cancelled', trackingCode: '1Z000' },
      { id: 4, status: 'shipped', trackingCode: false },
    ];
    expect(told({ shipments }).shipments.map((one) => [one.trackingNumber, one.carrier])).toEqual([
      ['1Z999', null],
      [null, null],
    ]);
  });

  it.each([
    [[{ id: 3, priceIncl: 5 }]],
    [{ '3': { id: 3, priceIncl: 5 } }],
    [{ resource: { id: false, url: 'variants', embedded: [{ id: 3, priceIncl: 5 }] } }],
  ])('find the variants of a product in %j', (variants) => {
    const within = variantsWithin({ id: 1, variants });
    expect(within).toEqual([{ id: 3, priceIncl: 5 }]);
    expect(productOf({ id: 1, url: 'bowl', isVisible: true }, within ?? [], shop)).toMatchObject({
      externalId: '1',
      url: 'https://shop.example/bowl.html',
      active: true,
      variants: [{ externalId: '3', price: { amount: 500 } }],
    });
  });

  it('have to be asked for the variants where only a link is', () => {
    expect(variantsWithin({ id: 1, variants: { resource: { id: false, url: 'variants?product=1' } } })).toBeNull();
  });
});
