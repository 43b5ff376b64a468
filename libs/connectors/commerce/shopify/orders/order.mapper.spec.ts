import type { OrderFacts } from './order-facts';
import { OrderMapper } from './order.mapper';

const euros = (amount: string) => ({ presentmentMoney: { amount, currencyCode: 'EUR' } });

const facts = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
  id: 'gid://shopify/Order/501',
  legacyResourceId: '501',
  name: '#1001',
  email: 'Anna.Bergmann@example.com',
  phone: null,
  processedAt: '2026-11-15T09:30:00Z',
  updatedAt: '2026-11-15T09:31:00Z',
  cancelledAt: null,
  displayFinancialStatus: 'PAID',
  displayFulfillmentStatus: 'FULFILLED',
  returnStatus: 'NO_RETURN',
  discountCodes: ['SORRY-1'],
  totalPriceSet: euros('254.9'),
  totalRefundedSet: euros('0.0'),
  customer: { id: 'gid://shopify/Customer/7', displayName: 'Anna Bergmann' },
  shippingAddress: {
    name: 'A. Bergmann',
    company: null,
    address1: 'Lindenstraße 12',
    address2: null,
    city: 'Berlin',
    zip: '10969',
    provinceCode: null,
    countryCodeV2: 'DE',
    phone: '+49301234567',
  },
  lineItems: {
    nodes: [
      {
        id: 'gid://shopify/LineItem/1',
        title: 'Ridge jacket',
        variantTitle: 'M',
        sku: 'RJ-M',
        quantity: 1,
        refundableQuantity: 1,
        discountedUnitPriceSet: euros('249.0'),
      },
    ],
    pageInfo: { hasNextPage: false },
  },
  fulfillments: [
    {
      status: 'SUCCESS',
      displayStatus: 'IN_TRANSIT',
      estimatedDeliveryAt: null,
      deliveredAt: null,
      trackingInfo: [{ company: 'UPS', number: '1Z999AA10123456784', url: 'https://www.ups.com/track' }],
      events: {
        nodes: [
          {
            status: 'OUT_FOR_DELIVERY',
            happenedAt: '2026-11-19T08:00:00Z',
            message: null,
            city: 'Berlin',
            province: null,
            country: 'DE',
          },
        ],
      },
      fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { id: 'gid://shopify/LineItem/1' } }] },
    },
  ],
  transactions: [
    {
      kind: 'SALE',
      status: 'SUCCESS',
      gateway: 'Stripe',
      paymentId: 'c1.1',
      receiptJson: '{"id":"ch_9","payment_intent":{"id":"pi_9"}}',
      processedAt: '2026-11-15T09:30:00Z',
      amountSet: euros('254.9'),
    },
  ],
  refunds: [],
  ...changes,
});

function mapper() {
  const words: object[] = [];
  const warn = (fields: object) => void words.push(fields);
  const log = { debug: () => undefined, info: () => undefined, warn };
  return { map: new OrderMapper(log, 'fernhill.myshopify.com'), words };
}

describe('OrderMapper', () => {
  it("tells Shopify's order in our words", () => {
    expect(mapper().map.order(facts())).toMatchObject({
      externalId: 'gid://shopify/Order/501',
      number: '#1001',
      email: 'Anna.Bergmann@example.com',
      phone: '+49301234567',
      customerName: 'Anna Bergmann',
      placedAt: new Date('2026-11-15T09:30:00Z'),
      cancelledAt: null,
      payment: 'paid',
      fulfilment: 'fulfilled',
      total: { amount: 25490, currency: 'EUR' },
      refunded: { amount: 0, currency: 'EUR' },
      lines: [
        {
          title: 'Ridge jacket',
          variant: 'M',
          sku: 'RJ-M',
          quantity: 1,
          unitPrice: { amount: 24900, currency: 'EUR' },
          shipped: 1,
          refundable: 1,
          returnable: 1,
        },
      ],
      payments: [
        {
          gateway: 'stripe',
          reference: 'pi_9',
          amount: { amount: 25490, currency: 'EUR' },
          paidAt: '2026-11-15T09:30:00Z',
        },
      ],
      discountCodes: ['SORRY-1'],
      shippingAddress: {
        name: 'A. Bergmann',
        lines: ['Lindenstraße 12'],
        city: 'Berlin',
        postcode: '10969',
        country: 'DE',
      },
      shipments: [
        {
          trackingNumber: '1Z999AA10123456784',
          carrier: 'UPS',
          trackingUrl: 'https://www.ups.com/track',
          status: 'in_transit',
          estimatedDelivery: null,
          deliveredAt: null,
          events: [{ at: '2026-11-19T08:00:00Z', description: 'Out for delivery', location: 'Berlin, DE' }],
        },
      ],
      adminUrl: 'https://admin.shopify.com/store/fernhill/orders/501',
    });
  });

  it('does not take a cancelled order for one still to be sent', () => {
    const cancelled = facts({ cancelledAt: '2026-11-16T00:00:00Z', displayFulfillmentStatus: 'UNFULFILLED' });
    expect(mapper().map.order(cancelled).fulfilment).toBe('cancelled');
  });

  it('makes a strange word "unknown" and tells the log once', () => {
    const { map, words } = mapper();
    const strange = facts({ displayFinancialStatus: 'BARTERED' });
    expect([map.order(strange).payment, map.order(strange).payment]).toEqual(['unknown', 'unknown']);
    expect(words).toEqual([{ what: 'shopify financial status', word: 'BARTERED' }]);
  });

  it('is not led astray by words that every object has', () => {
    expect(mapper().map.order(facts({ displayFinancialStatus: 'constructor' })).payment).toBe('unknown');
  });

  it('leaves cancelled parcels out and keeps those without a number', () => {
    const [parcel] = facts().fulfillments;
    const fulfillments = [
      { ...parcel!, status: 'CANCELLED' },
      { ...parcel!, trackingInfo: [] },
    ];
    expect(mapper().map.order(facts({ fulfillments })).shipments).toEqual([
      expect.objectContaining({ trackingNumber: null, status: 'in_transit' }),
    ]);
  });

  describe('money', () => {
    const transaction = (changes: object) => ({ ...facts().transactions[0]!, ...changes });

    it('takes an authorisation for a payment only until it is captured, and no failed try', () => {
      const authorised = transaction({ kind: 'AUTHORIZATION' });
      const failed = transaction({ status: 'FAILURE' });
      const paid = (transactions: any[]) =>
        mapper()
          .map.order(facts({ transactions }))
          .payments.map(({ paidAt }) => paidAt);
      expect(paid([failed, authorised])).toEqual([null]);
      expect(paid([authorised, transaction({ kind: 'CAPTURE' })])).toEqual(['2026-11-15T09:30:00Z']);
    });

    it.each([
      ['{"transaction_id":"3XL04"}', '3XL04'],
      [{ id: 'ch_1' }, 'ch_1'],
      ['not json', 'c1.1'],
      [null, 'c1.1'],
    ])('reads the payment service’s id out of %j', (receiptJson, reference) => {
      const transactions = [transaction({ receiptJson })];
      expect(mapper().map.order(facts({ transactions })).payments[0]?.reference).toBe(reference);
    });

    it.each([
      [['SUCCESS'], 'succeeded'],
      [['SUCCESS', 'PENDING'], 'pending'],
      [['PENDING', 'FAILURE'], 'failed'],
      [['BARTERED'], 'unknown'],
      [[], 'succeeded'],
    ])('tells a refund whose transactions are %j as %s', (statuses, status) => {
      const refund = {
        id: 'gid://shopify/Refund/1',
        createdAt: '2026-11-16T00:00:00Z',
        note: 'Too small [satchel:1]',
        totalRefundedSet: euros('10.0'),
        transactions: { nodes: statuses.map((word) => ({ kind: 'REFUND', status: word })) },
      };
      expect(mapper().map.order(facts({ refunds: [refund] })).refunds).toMatchObject([
        { status, reason: 'Too small', amount: { amount: 1000, currency: 'EUR' } },
      ]);
    });
  });

  it('counts what is on its way back as not returnable any more, unless it was declined', () => {
    const back = (status: string) => ({
      id: 'gid://shopify/Return/1',
      name: '#1001-R1',
      status,
      createdAt: '2026-11-18T00:00:00Z',
      returnLineItems: {
        nodes: [
          {
            quantity: 1,
            returnReason: 'SIZE_TOO_SMALL',
            returnReasonNote: '',
            customerNote: null,
            fulfillmentLineItem: { lineItem: { id: 'gid://shopify/LineItem/1', title: 'Ridge jacket' } },
          },
        ],
      },
      reverseFulfillmentOrders: { nodes: [] },
    });
    const told = (status: string) => mapper().map.order(facts(), [back(status)]);
    expect(told('OPEN')).toMatchObject({
      returns: [{ number: '#1001-R1', status: 'approved', reason: 'Too small', lines: [{ quantity: 1 }] }],
      lines: [{ returnable: 0 }],
    });
    expect(told('DECLINED').lines).toMatchObject([{ returnable: 1 }]);
  });
});
