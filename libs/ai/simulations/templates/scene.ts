import type { OrderBody, SimulationCustomer, SimulationDraft, SimulationWorld } from '@satchel/contracts';

export const AT = '2026-11-20T12:00:00.000Z';

export const anna: SimulationCustomer = { name: 'Anna Bergmann', email: 'anna@example.com', assurance: 3 };

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** An order of Anna's, paid and not yet sent, of one shirt. */
export function order(number: string, more: Partial<OrderBody> = {}): OrderBody {
  const total = more.total ?? eur(4_500);
  const shipped = more.fulfilment === 'fulfilled' ? 1 : 0;
  return {
    id: `00000000-0000-7000-a000-${number.replace(/\D/g, '').padStart(12, '0')}`,
    connectionId: '',
    externalId: `order-${number}`,
    number: `#${number}`,
    email: anna.email,
    phone: null,
    placedAt: '2026-11-17T09:00:00.000Z',
    cancelledAt: null,
    payment: 'paid',
    fulfilment: 'unfulfilled',
    customStatus: null,
    total,
    refunded: { ...total, amount: 0 },
    lines: [
      {
        id: `line-${number}`,
        title: 'Linen shirt',
        variant: 'Blue / M',
        sku: 'SHIRT-BLUE-M',
        quantity: 1,
        unitPrice: total,
        shipped,
        refundable: 1,
        returnable: shipped,
      },
    ],
    shippingAddress: {
      name: 'Anna Bergmann',
      lines: ['Lindenweg 4'],
      city: 'Hamburg',
      postcode: '20095',
      country: 'DE',
    },
    shipments: [],
    payments: [],
    refunds: [],
    returns: [],
    discountCodes: [],
    adminUrl: null,
    fetchedAt: AT,
    stale: false,
    ...more,
  };
}

/** The same order once it has left. */
export function sent(number: string, how: 'in_transit' | 'delivered', more: Partial<OrderBody> = {}): OrderBody {
  const delivered = how === 'delivered';
  const shipment: OrderBody['shipments'][number] = {
    trackingNumber: `00340434${number.padStart(12, '1')}`,
    carrier: 'DHL',
    trackingUrl: null,
    status: how,
    estimatedDelivery: delivered ? null : '2026-11-23',
    deliveredAt: delivered ? '2026-11-16T14:00:00.000Z' : null,
    events: [],
  };
  const placedAt = delivered ? '2026-11-11T09:00:00.000Z' : '2026-11-17T09:00:00.000Z';
  return order(number, { fulfilment: 'fulfilled', placedAt, shipments: [shipment], ...more });
}

export const world = (orders: OrderBody[], more: Partial<SimulationWorld> = {}): SimulationWorld => ({
  at: AT,
  orders,
  points: null,
  articles: [],
  ...more,
});

type Scripted = Omit<SimulationDraft, 'expected' | 'answers' | 'confirms' | 'customer'> &
  Partial<Pick<SimulationDraft, 'answers' | 'confirms' | 'customer'>> & {
    expected: Partial<SimulationDraft['expected']>;
  };

export interface Template {
  id: string;
  draft: SimulationDraft;
}

export function template(id: string, { expected, ...draft }: Scripted): Template {
  return {
    id,
    draft: {
      customer: anna,
      answers: [],
      confirms: null,
      ...draft,
      expected: { actions: [], never: [], outcome: 'sent', mentions: [], notMentions: [], ...expected },
    },
  };
}
