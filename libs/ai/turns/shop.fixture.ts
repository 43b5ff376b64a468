import { aiProviders } from '../ai.providers';
import { ActionsModule } from '@satchel/actions';
import { CommerceService, LoyaltyModule } from '@satchel/commerce';
import { ConnectorsModule } from '@satchel/connectors';
import type { OrderBody, ShipmentBody } from '@satchel/contracts';
import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import { newId } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { PoliciesModule } from '@satchel/policies';

export const turnImports = [ConnectorsModule, IdentityModule, DeskModule, LoyaltyModule, ActionsModule, PoliciesModule];

/** The room's own parts, over a shop in memory. */
export const turnProviders = (shop: Shop) => [...aiProviders, { provide: CommerceService, useValue: shop }];

/** A shop in memory: what the AI asks it, and what it says. */
export class Shop {
  orders: OrderBody[] = [];
  onLookUp: () => Promise<void> = async () => undefined;

  async findOrders(_ctx: Ctx, { number, email }: { number?: string; email?: string }) {
    await this.onLookUp();
    const bare = number?.replace(/^#/, '').toLowerCase();
    return {
      orders: this.orders.filter(
        (order) => (bare ? order.number === `#${bare}` : true) && (email ? order.email === email : true),
      ),
      problems: [],
    };
  }

  async track(_ctx: Ctx, trackingNumber: string): Promise<ShipmentBody | null> {
    return (
      this.orders.flatMap((order) => order.shipments).find((shipment) => shipment.trackingNumber === trackingNumber) ??
      null
    );
  }
}

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
