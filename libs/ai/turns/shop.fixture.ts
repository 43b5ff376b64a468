import { aiProviders } from '../ai.providers';
import { ActionsModule } from '@satchel/actions';
import { CommerceService, LoyaltyModule } from '@satchel/commerce';
import { ConnectorsModule } from '@satchel/connectors';
import type { OrderBody, ShipmentBody } from '@satchel/contracts';
import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { PoliciesModule } from '@satchel/policies';

export { anOrder } from '../tools/order.fixture';

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
