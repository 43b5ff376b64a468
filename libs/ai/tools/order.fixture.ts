import type { OrderBody } from '@satchel/contracts';
import { newId } from '@satchel/kernel';
import type { OrderFacts, ShipmentFacts } from './order-facts';

/** A paid order under way, as the house knows it. */
export const anOrder = (number: string, email: string, more: Partial<OrderBody> = {}): OrderBody => ({
  id: newId(),
  connectionId: newId(),
  externalId: number,
  number,
  email,
  phone: null,
  placedAt: '2026-11-12T10:00:00Z',
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'fulfilled',
  total: { amount: 8900, currency: 'EUR' },
  refunded: { amount: 0, currency: 'EUR' },
  payments: [],
  refunds: [],
  returns: [],
  discountCodes: [],
  customStatus: null,
  lines: [
    {
      id: 'line',
      shipped: 1,
      refundable: 1,
      returnable: 1,
      title: 'Ridge Pack',
      variant: null,
      sku: null,
      quantity: 1,
      unitPrice: { amount: 8900, currency: 'EUR' },
    },
  ],
  shippingAddress: null,
  shipments: [
    {
      trackingNumber: '1Z999AA10123456784',
      carrier: 'UPS',
      trackingUrl: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
      status: 'in_transit',
      estimatedDelivery: '2026-12-24',
      deliveredAt: null,
      events: [{ at: '2026-11-19T07:12:00Z', description: 'Departed from facility', location: 'Cologne, DE' }],
    },
  ],
  adminUrl: null,
  fetchedAt: '2026-11-20T10:00:00Z',
  stale: false,
  ...more,
});

/** The same as tools tell it. */
export const parcelFacts = (more: Partial<ShipmentFacts> = {}): ShipmentFacts => ({
  trackingNumber: '1Z999AA10123456784',
  carrier: 'UPS',
  trackingUrl: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
  status: 'in_transit',
  estimatedDelivery: '2026-11-22',
  estimateHasPassed: false,
  deliveredAt: null,
  lastScan: null,
  ...more,
});
export const orderFacts = (orderNumber: string, more: Partial<OrderFacts> = {}): OrderFacts => ({
  orderNumber,
  placedAt: '2026-11-15T09:12:00Z',
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'fulfilled',
  total: { amount: 12950, currency: 'EUR' },
  refunded: { amount: 0, currency: 'EUR' },
  lines: [{ title: 'Ridge Pack 45L', variant: 'Moss / L', quantity: 2 }],
  shipments: [parcelFacts()],
  readAt: '2026-11-20T10:00:00Z',
  stale: false,
  ...more,
});
