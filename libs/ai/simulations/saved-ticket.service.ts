import { CommerceService, Loyalty } from '@satchel/commerce';
import type { OrderBody, SimulationBody, SimulationDraft, SimulationWorld } from '@satchel/contracts';
import { AppError, Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { Pseudonyms } from '../privacy/pseudonyms';
import { AI_ACTIONS } from '../tools/ai-actions';
import { yesOrNo } from '../understand';
import { SavedTicketQueries } from './saved-ticket.queries';
import { Simulations } from './simulations.service';
import { OWN_EMAIL, OWN_NAME, withStandIns } from './stand-in-words';

const MOST_MESSAGES = 8;
const MOST_ORDERS = 8;
const TEXT_CHARS = 4_000;

/** A real conversation as a simulation: what the customer said and has, without who they are. */
@Injectable()
export class SavedTickets {
  constructor(
    private readonly queries: SavedTicketQueries,
    private readonly simulations: Simulations,
    private readonly commerce: CommerceService,
    private readonly loyalty: Loyalty,
    private readonly clock: Clock,
  ) {}

  /** Asks outside systems: never in a transaction. */
  async save(ctx: Ctx, ticketId: string): Promise<SimulationBody> {
    const ticket = await this.queries.ticket(ctx, ticketId);
    if (!ticket) throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
    const said = await this.queries.said(ctx, ticketId, MOST_MESSAGES);
    if (said.length === 0) throw new AppError('nothing_said', 409, 'The customer said nothing on this ticket.');
    const email = ticket.address?.includes('@') ? ticket.address.trim().toLowerCase() : null;
    const world = await this.world(ctx, email);
    const hidden = new Pseudonyms({
      names: [ticket.customerName, ...world.orders.flatMap(({ shippingAddress }) => shippingAddress?.name ?? [])],
      emails: [...ticket.emails, ...(email ? [email] : [])],
      phones: ticket.phones,
      postcodes: world.orders.flatMap(({ shippingAddress }) => shippingAddress?.postcode ?? []),
    });
    const own = email ? hidden.hide(email) : null;
    const words = said.map((text) => withStandIns(hidden.hide(text.slice(0, TEXT_CHARS)), own));
    const steps = words.filter((text) => yesOrNo(text) === null).map((say) => ({ say }));
    const answers = words.map((text) => yesOrNo(text)).filter((word) => word !== null);
    const did = (await this.queries.done(ctx, ticketId)).filter((name) => name in AI_ACTIONS);
    const draft: SimulationDraft = {
      name: `Ticket ${ticket.number}`,
      customer: { name: OWN_NAME, email: email && OWN_EMAIL, assurance: email ? (ticket.verified ? 3 : 1) : 0 },
      world: { ...world, orders: world.orders.map(anonymous) },
      steps: steps.length > 0 ? steps : [{ say: words[0] ?? '' }],
      answers: [],
      confirms: answers.at(-1) ?? (did.length > 0 ? 'yes' : null),
      expected: {
        actions: did.map((name) => ({ name })),
        never: [],
        outcome: null,
        mentions: [],
        notMentions: [],
      },
    };
    return this.simulations.create(ctx, draft, { ticketId });
  }

  private async world(ctx: Ctx, email: string | null): Promise<SimulationWorld> {
    const at = this.clock.now().toISOString();
    if (!email) return { at, orders: [], points: null };
    const [{ orders }, { members }] = await Promise.all([
      this.commerce.findOrders(ctx, { email }),
      this.loyalty.byEmail(ctx, email),
    ]);
    const member = members.find(({ state }) => state === 'member');
    return {
      at,
      orders: orders.slice(0, MOST_ORDERS),
      points: member ? { points: member.points, tier: member.tier } : null,
    };
  }
}

/** What was bought, without who bought it and where it went. */
function anonymous(order: OrderBody): OrderBody {
  const { shippingAddress: to } = order;
  return {
    ...order,
    email: OWN_EMAIL,
    phone: null,
    adminUrl: null,
    shippingAddress: to && {
      name: OWN_NAME,
      lines: ['1 Sample Street'],
      city: 'Sampleton',
      postcode: '10001',
      country: to.country,
    },
    payments: order.payments.map((payment) => ({ ...payment, reference: null })),
    refunds: order.refunds.map((refund) => ({ ...refund, reference: null })),
    shipments: order.shipments.map((shipment) => ({ ...shipment, trackingUrl: null })),
  };
}
