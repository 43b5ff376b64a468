import { CommerceService } from '@satchel/commerce';
import {
  type AdapterOf,
  type CommerceAdapter,
  type Connected,
  ConnectionService,
  ConnectorError,
  type ConnectorKind,
  type LoyaltyAdapter,
  type LoyaltyMember,
  type ShopOrder,
  type Subscription,
  type SubscriptionAdapter,
} from '@satchel/connectors';
import type { ConnectionBody, CustomerBody, OrderBody } from '@satchel/contracts';
import { AppError, Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { cannot, type CannotBody } from '../action/preparation';
import { RunQueries } from '../run/run.queries';

/** The connected systems, as they were read at once. */
export interface Systems {
  of<K extends ConnectorKind>(kind: K): Connected<K>[];
}

/** An order as its shop tells it this moment, and as the house shows it (with what the carriers know). */
export interface FoundOrder {
  ok: true;
  body: OrderBody;
  now: ShopOrder;
  shop: CommerceAdapter;
  connection: ConnectionBody;
}

const HISTORY_MS = 90 * 24 * 3600_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What actions read while they prepare: always fresh where something will be changed. */
@Injectable()
export class Sources {
  constructor(
    readonly commerce: CommerceService,
    private readonly connections: ConnectionService,
    private readonly runs: RunQueries,
    private readonly clock: Clock,
  ) {}

  /** By its number or our id. With several of one number, the customer's own. */
  async order(ctx: Ctx, reference: string, customer: CustomerBody | null): Promise<FoundOrder | CannotBody> {
    return this.told(async () => {
      const body = UUID.test(reference.trim())
        ? await this.commerce.order(ctx, reference.trim())
        : await this.byNumber(ctx, reference, customer);
      if (body === null) return cannot('not_found', `There is no order ${reference} in the connected shops.`);
      if ('ok' in body) return body;
      const shop = await this.connections.adapter(ctx, body.connectionId, 'commerce');
      const now = await shop.orders.byId(body.externalId);
      if (!now) return cannot('not_found', `The shop has no order ${body.number} any more.`);
      return { ok: true, body, now, shop, connection: await this.connections.get(ctx, body.connectionId) };
    });
  }

  /** The one enabled connection of a kind that can do it, for whoever names none. */
  async able<K extends ConnectorKind>(
    ctx: Ctx,
    kind: K,
    has: (adapter: AdapterOf[K]) => boolean,
    capability: string,
  ): Promise<({ ok: true } & Connected<K>) | CannotBody> {
    const connected = await this.connections.byKind(ctx, kind);
    if (connected.length === 0) return cannot('not_possible', `Nothing is connected for this (${kind}).`);
    let why: CannotBody | null = null;
    for (const { connection, adapter } of connected) {
      why = whyNot(connection, capability, has(adapter));
      if (!why) return { ok: true, connection, adapter };
    }
    return why ?? cannot('not_possible', 'The connected system cannot do this.');
  }

  all<K extends ConnectorKind>(ctx: Ctx, kind: K): Promise<Connected<K>[]> {
    return this.connections.byKind(ctx, kind);
  }

  async systems(ctx: Ctx, kinds: readonly ConnectorKind[]): Promise<Systems> {
    const connected = await this.connections.byKinds(ctx, kinds);
    return {
      of: <K extends ConnectorKind>(kind: K) =>
        connected.filter(({ connection }) => connection.kind === kind) as Connected<K>[],
    };
  }

  async one<K extends ConnectorKind>(ctx: Ctx, id: string, kind: K): Promise<Connected<K>> {
    return { connection: await this.connections.get(ctx, id), adapter: await this.connections.adapter(ctx, id, kind) };
  }

  /** The customer in the loyalty programme, by their mail addresses. */
  async member(
    ctx: Ctx,
    customer: CustomerBody | null,
    capability: string,
    has: (adapter: LoyaltyAdapter) => boolean,
  ): Promise<({ ok: true; member: LoyaltyMember } & Connected<'loyalty'>) | CannotBody> {
    return this.told(async () => {
      const found = await this.able(ctx, 'loyalty', has, capability);
      if (!found.ok) return found;
      for (const email of emailsOf(customer)) {
        const member = await found.adapter.member(email);
        if (member) return { ...found, member };
      }
      return cannot('not_found', 'The loyalty programme does not know this customer.');
    });
  }

  /** By its id, or the customer's only running one. */
  async subscription(
    ctx: Ctx,
    customer: CustomerBody | null,
    id: string | undefined,
    capability: string,
    has: (adapter: SubscriptionAdapter) => boolean,
  ): Promise<({ ok: true; subscription: Subscription } & Connected<'subscription'>) | CannotBody> {
    return this.told(async () => {
      const found = await this.able(ctx, 'subscription', has, capability);
      if (!found.ok) return found;
      const lists = await Promise.all(emailsOf(customer).map((email) => found.adapter.byEmail(email)));
      const theirs = lists.flat().filter((one) => (id ? one.externalId === id : one.status === 'active'));
      const [subscription, other] = theirs;
      if (!subscription) return cannot('not_found', 'This customer has no such subscription.');
      if (other && !id)
        return cannot(
          'ambiguous',
          `This customer has several subscriptions: ${theirs.map(({ externalId, product }) => `${product} (${externalId})`).join(', ')}. Say which.`,
        );
      return { ...found, subscription };
    });
  }

  /** How often something was done for a customer within 90 days. */
  async history(
    ctx: Ctx,
    customer: CustomerBody | null,
    action: string,
  ): Promise<{ orderId: string | null; points: number }[]> {
    if (!customer) return [];
    return this.runs.history(ctx, customer.id, action, new Date(this.clock.now().getTime() - HISTORY_MS));
  }

  /** A system that fails is an answer in words, and nothing was done. */
  async told<T>(ask: () => Promise<T | CannotBody>): Promise<T | CannotBody> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ConnectorError)
        return cannot(error.retryable ? 'unavailable' : 'not_possible', error.message);
      if (error instanceof AppError) return cannot('not_possible', error.message);
      throw error;
    }
  }

  private async byNumber(
    ctx: Ctx,
    number: string,
    customer: CustomerBody | null,
  ): Promise<OrderBody | null | CannotBody> {
    const { orders, problems } = await this.commerce.findOrders(ctx, { number });
    const live = orders.filter((order) => !order.stale);
    if (live.length === 0 && problems[0]) return cannot('unavailable', problems[0]);
    if (live.length < 2) return live[0] ?? null;
    const theirs = live.filter((order) => isTheirs(order, customer));
    if (theirs.length === 1) return theirs[0] ?? null;
    return cannot('ambiguous', `Several shops have an order ${number}. Name it by its id.`);
  }
}

/** Why a connection cannot do it; null: it can. */
export function whyNot(connection: ConnectionBody, capability: string, hasIt: boolean): CannotBody | null {
  const told = connection.capabilities?.cannot.find((one) => one.capability === capability);
  if (told) return cannot('not_possible', `${connection.label}: ${told.reason}`);
  return hasIt ? null : cannot('not_possible', `${connection.label} cannot do this.`);
}

export function emailsOf(customer: CustomerBody | null): string[] {
  const emails = customer?.addresses.filter(({ kind }) => kind === 'email').map(({ value }) => value.toLowerCase());
  return [...new Set(emails)];
}

/** Digits that tell one phone from another. */
const PHONE_DIGITS = 8;
const digits = (phone: string | null): string => (phone ?? '').replace(/\D/g, '');

/** Whether an order stands under one of the customer's own addresses. */
export function isTheirs(order: Pick<OrderBody, 'email' | 'phone'>, customer: CustomerBody | null): boolean {
  const email = order.email?.trim().toLowerCase();
  if (email && emailsOf(customer).includes(email)) return true;
  const phone = digits(order.phone);
  if (phone.length < PHONE_DIGITS) return false;
  return customer?.addresses.some(({ kind, value }) => kind === 'phone' && digits(value) === phone) ?? false;
}
