import type { ShopOrder } from '@satchel/connectors';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** An order as a shop tells it: paid, not sent yet, one pack. */
export function makeShopOrder(number: string, email: string, more: Partial<ShopOrder> = {}): ShopOrder {
  const placed = new Date('2026-11-12T10:00:00Z');
  return {
    externalId: `ext-${number}`,
    number,
    customerId: `c-${email}`,
    email,
    phone: null,
    customerName: 'Somebody',
    placedAt: placed,
    updatedAt: placed,
    cancelledAt: null,
    payment: 'paid',
    fulfilment: 'unfulfilled',
    customStatus: null,
    total: eur(8_900),
    refunded: eur(0),
    lines: [
      {
        id: 'line-1',
        title: 'Ridge Pack',
        variant: 'Blue / M',
        sku: 'RIDGE-B-M',
        quantity: 1,
        unitPrice: eur(8_900),
        shipped: 0,
        refundable: 1,
        returnable: 1,
      },
    ],
    shippingAddress: { name: 'Anna', lines: ['Hillside 5'], city: 'Berlin', postcode: '10115', country: 'DE' },
    shipments: [],
    payments: [],
    refunds: [],
    returns: [],
    discountCodes: [],
    adminUrl: 'https://admin.example/1',
    ...more,
  };
}
