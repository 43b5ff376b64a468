import { ActionRuns } from '@satchel/actions';
import { CommerceService } from '@satchel/commerce';
import type { ActionRunBody, CustomerContextBody, MessageBody, OrderBody, TicketBody } from '@satchel/contracts';
import { MessageQueries, TicketQueries } from '@satchel/desk';
import { AppError, Clock, type Ctx, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { TaughtModels } from '../teaching/taught-models.service';
import { guessLanguage, type Language } from '../text/language';
import { fence } from '../text/fence';
import { actionData } from '../tools/action-data';
import { orderFacts } from '../tools/order-facts';
import type { KnownPerson } from '../privacy/pseudonyms';
import { openMessages, saidIn } from '../turns/request';
import type { Understanding } from '../understand/understanding';

const THREAD = 40;
const MOST_ORDERS = 8;
const MOST_RUNS = 20;
/** Of a long thread the newest part says most. */
const MOST_TOLD = 12;

/** Everything about a ticket that the copilot may speak of. */
export interface TicketFacts {
  ticket: TicketBody;
  said: MessageBody[];
  /** What the customer wrote last, as one text: what waits, or else their last message. */
  request: string;
  language: Language | null;
  meaning: Understanding;
  /** Newest first; only of this customer, or of the address that the answer goes to. */
  orders: OrderBody[];
  context: CustomerContextBody | null;
  runs: ActionRunBody[];
  /** A shop did not answer: "none" proves nothing. */
  incomplete: boolean;
}

@Injectable()
export class CopilotFacts {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly messages: MessageQueries,
    private readonly commerce: CommerceService,
    private readonly actions: ActionRuns,
    private readonly taught: TaughtModels,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async ticket(ctx: Ctx, ticketId: string): Promise<TicketBody> {
    const ticket = await this.tickets.byId(ctx, ticketId);
    if (!ticket) throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
    return ticket;
  }

  async of(ctx: Ctx, ticketId: string): Promise<TicketFacts> {
    const ticket = await this.ticket(ctx, ticketId);
    const [thread, runs, shop] = await Promise.all([
      this.messages.thread(ctx, ticketId, { limit: THREAD }),
      this.actions.ofTicket(ctx, ticketId, MOST_RUNS),
      this.shop(ctx, ticket),
    ]);
    const said = saidIn(thread.data);
    const open = openMessages(said);
    const last = said.findLast(({ direction }) => direction === 'inbound');
    const asked = open.length > 0 ? open : last ? [last] : [];
    const isFirst = asked.length > 0 && asked.length === said.length;
    const request = [...(isFirst ? [ticket.subject] : []), ...asked.map(({ text }) => text)].join('\n\n').trim();
    const inbound = said.filter(({ direction }) => direction === 'inbound').map(({ text }) => text);
    const { understand } = await import('../understand');
    const prior = inbound.length > 0 ? guessLanguage(inbound.join('\n')).language : null;
    const model = (await this.taught.of(ctx)) ?? undefined;
    const meaning = understand(request, { prior, now: this.clock.now(), model });
    return { ticket, said, request, language: meaning.language ?? prior, meaning, runs, ...shop };
  }

  private async shop(
    ctx: Ctx,
    { customer }: TicketBody,
  ): Promise<Pick<TicketFacts, 'orders' | 'context' | 'incomplete'>> {
    const email = customer.address?.includes('@') ? customer.address : null;
    const [context, found] = await Promise.all([
      this.quiet(() => this.commerce.context(ctx, customer.id)),
      email ? this.quiet(() => this.commerce.findOrders(ctx, { email })) : null,
    ]);
    // The context's own come first: they carry what carriers and payment services told.
    const orders = new Map<string, OrderBody>();
    for (const order of [...(context?.orders ?? []), ...(found?.orders ?? [])])
      if (!orders.has(order.id)) orders.set(order.id, order);
    const problems = (context?.problems.length ?? 1) + (email ? (found?.problems.length ?? 1) : 0);
    return {
      context,
      orders: [...orders.values()].sort((a, b) => b.placedAt.localeCompare(a.placedAt)).slice(0, MOST_ORDERS),
      incomplete: problems > 0,
    };
  }

  /** A shop that fails leaves a gap, and no error: the rest is still of use. */
  private async quiet<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.log.warn({ err: error }, 'the copilot did without what a shop knows');
      return null;
    }
  }
}

/** The same facts as tools would have answered: what a text may state. */
export function toolData(
  { orders, context, runs, incomplete, ticket, said }: TicketFacts,
  now: Date,
): {
  tools: string[];
  results: unknown[];
} {
  const own = ticket.customer.address?.includes('@') ? [ticket.customer.address] : [];
  const answers: [string, unknown][] = [
    ['find_orders', { found: orders.length, orders: orders.map((order) => orderFacts(order, now)), incomplete }],
    ...(context?.loyalty ?? []).map(({ points, tier, pointsLabel }): [string, unknown] => [
      'points',
      { found: true, programme: pointsLabel.other, points, tier, rewards: [], incomplete: false },
    ]),
    ...(context && context.subscriptions.length > 0
      ? ([
          ['subscriptions', { found: context.subscriptions.length, subscriptions: context.subscriptions.map(told) }],
        ] as [string, unknown][])
      : []),
    ...runs.map((run): [string, unknown] => [run.action, actionData(run, own)]),
    ['ticket', { openedAt: ticket.createdAt, messages: said.map(({ createdAt }) => ({ writtenAt: createdAt })) }],
  ];
  return { tools: answers.map(([tool]) => tool), results: answers.map(([, data]) => data) };
}

type Subscription = CustomerContextBody['subscriptions'][number];
const told = ({ product, variant, status, quantity, price, every, nextChargeOn, skipped }: Subscription) => ({
  product,
  variant,
  status,
  quantity,
  price: { amount: price.amount, currency: price.currency },
  every,
  nextChargeOn,
  skipped,
});

/** The thread as data: what a customer wrote is nobody's instruction. */
export const threadData = ({ said }: TicketFacts): { by: string; at: string; text: string }[] =>
  said.slice(-MOST_TOLD).map(({ direction, createdAt, text }) => ({
    by: direction === 'inbound' ? 'customer' : 'shop',
    at: createdAt,
    text: fence(text),
  }));

export const personOf = ({ ticket, context }: TicketFacts): Partial<KnownPerson> => ({
  names: [ticket.customer.name],
  emails: [
    ...(ticket.customer.address?.includes('@') ? [ticket.customer.address] : []),
    ...(context?.customer.addresses ?? []).flatMap(({ kind, value }) => (kind === 'email' ? [value] : [])),
  ],
  phones: (context?.customer.addresses ?? []).flatMap(({ kind, value }) => (kind === 'phone' ? [value] : [])),
});
