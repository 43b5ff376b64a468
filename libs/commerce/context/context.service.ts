import { Injectable } from '@nestjs/common';
import type { CustomerContextBody } from '@satchel/contracts';
import { CustomerService } from '@satchel/customers';
import type { Ctx } from '@satchel/kernel';
import { noSuchCustomer } from '../commerce.errors';
import { Carriers } from '../shipment/carriers.service';
import { ContextParts } from './context-parts';
import type { Inquiry } from './inquiry';
import { PaymentPartReader } from './payment-part.service';
import { personOf } from './person';
import { ProgrammePartsReader } from './programme-parts.service';
import { ShopPartReader } from './shop-part.service';
import { Sources } from './sources';

/** Somebody waits before an open ticket. Whoever is later than this is shown as it was. */
const LIVE_LIMIT_MS = 600;
/** Carriers and payment services are asked about what the shops told, so they begin late. */
const SECOND_LIMIT_MS = 150;

const CARRIER_FROM_SHOP = 'Its parcels are shown as the shop last heard.';

export interface ContextWish {
  /** Takes records under unverified addresses for the customer's: for people who ask for it, never for the AI. */
  unverified?: boolean;
  /** Asks every system now, whatever it said within the last minute. */
  fresh?: boolean;
}

/** All that the connected systems know of a customer, asked at once; one that is slow holds nobody up. */
@Injectable()
export class ContextService {
  constructor(
    private readonly customers: CustomerService,
    private readonly shops: ShopPartReader,
    private readonly programmes: ProgrammePartsReader,
    private readonly payments: PaymentPartReader,
    private readonly carriers: Carriers,
    private readonly parts: ContextParts,
  ) {}

  async read(ctx: Ctx, customerId: string, wish: ContextWish = {}): Promise<CustomerContextBody> {
    const customer = await this.customers.get(ctx, customerId);
    if (!customer) throw noSuchCustomer();
    const trusting = wish.unverified === true && ctx.actor.kind !== 'ai';
    const began = performance.now();
    const left = (): number => began + LIVE_LIMIT_MS - performance.now();
    const sources = new Sources();
    const inquiry: Inquiry = {
      ctx,
      person: personOf(customer, trusting),
      sources,
      fresh: wish.fresh ?? false,
      limitMs: left,
    };
    const [shop, loyalty, subscriptions, cards, openTickets] = await Promise.all([
      this.shops.read(inquiry, trusting),
      this.programmes.loyalty(inquiry),
      this.programmes.subscriptions(inquiry),
      this.programmes.cards(inquiry),
      this.parts.openTickets(ctx, customer.id),
    ]);
    const second = { ...inquiry, limitMs: () => Math.max(SECOND_LIMIT_MS, left()) };
    const [tracked, paid] = await Promise.all([
      this.carriers.enrich(ctx, shop.orders, {
        limitMs: second.limitMs(),
        answered: (connection, state, readAt, error) =>
          sources.note(connection, { state, error, readAt }, CARRIER_FROM_SHOP),
      }),
      this.payments.enrich(second, shop.orders),
    ]);
    const orders = tracked.map((order, place) => ({ ...order, refunds: paid[place]?.refunds ?? order.refunds }));
    return {
      customer,
      ...shop,
      orders,
      loyalty,
      subscriptions,
      cards,
      openTickets,
      sources: sources.list(),
      problems: sources.problems(),
    };
  }
}
