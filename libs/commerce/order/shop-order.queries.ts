import { Injectable } from '@nestjs/common';
import type { ShopOrder } from '@satchel/connectors';
import type { Money } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Ids } from '@satchel/kernel';
import { KEPT_IS_OLDER } from '../mirror/kept-is-older';
import { snapshotOf, type SnapshotRow } from './order-snapshot';

const ROW = 'id, connection_id as "connectionId", snapshot, fetched_at as "fetchedAt"';
const NEWEST = 'order by placed_at desc, id';
const FACTS = [
  'number',
  'email',
  'customer_external_id',
  'customer_name',
  'placed_at',
  'updated_at',
  'payment',
  'fulfilment',
  'total_amount',
  'refunded_amount',
  'currency',
  'snapshot',
  'fetched_at',
];
const NEWER = FACTS.map((name) => `${name} = case when ${KEPT_IS_OLDER} then excluded.${name} else kept.${name} end`);
const TOLD = `id uuid, external_id text, number text, email text, customer_external_id text, customer_name text,
  placed_at timestamptz, updated_at timestamptz, payment text, fulfilment text, total_amount bigint, refunded_amount bigint,
  currency text, snapshot jsonb`;

export interface OrderFilter {
  number?: string;
  email?: string;
}

/** Whose orders: those that name one of these mail addresses, and those of these customers of one shop. */
export interface Buyer {
  /** Of these shops. */
  connectionIds: string[];
  emails: string[];
  customers: { connectionId: string; externalId: string }[];
  /** Customers of a shop who are one of several that an address fits: theirs are nobody's. */
  except: { connectionId: string; externalId: string }[];
}

const OF_BUYER = `workspace_id = $1 and deleted_at is null and connection_id = any($5)
  and (lower(email) = any($2) or exists (select 1 from jsonb_to_recordset($3::jsonb) as c ("connectionId" uuid, "externalId" text)
    where c."connectionId" = o.connection_id and c."externalId" = o.customer_external_id))
  and not exists (select 1 from jsonb_to_recordset($4::jsonb) as c ("connectionId" uuid, "externalId" text)
    where c."connectionId" = o.connection_id and c."externalId" = o.customer_external_id)`;

@Injectable()
export class ShopOrderQueries {
  constructor(private readonly ids: Ids) {}

  /**
   * Keeps what a shop told; an order seen before keeps its id, and what is newer stays whoever writes last. In the order
   * given, as they stand now.
   */
  async keep(ctx: Ctx, connectionId: string, orders: readonly ShopOrder[], fetchedAt: Date): Promise<SnapshotRow[]> {
    if (orders.length === 0) return [];
    const unique = new Map(orders.map((order) => [order.externalId, order]));
    // In one order of rows whoever writes, so that two writers never wait for each other.
    const given = [...unique.keys()].sort().flatMap((externalId) => {
      const order = unique.get(externalId);
      return order ? [this.given(order)] : [];
    });
    const rows = await ctx.query<SnapshotRow & { externalId: string }>(
      `insert into shop_order as kept (workspace_id, connection_id, fetched_at, id, external_id, number, email,
         customer_external_id, customer_name, placed_at, updated_at, payment, fulfilment, total_amount, refunded_amount,
         currency, snapshot)
       select $1, $2, $3, told.* from jsonb_to_recordset($4::jsonb) as told (${TOLD})
       on conflict (connection_id, external_id) do update
         set ${NEWER.join(', ')}, deleted_at = null
         where kept.workspace_id = excluded.workspace_id
       returning ${ROW}, external_id as "externalId"`,
      [ctx.workspaceId, connectionId, fetchedAt, JSON.stringify(given)],
      { name: 'shop-order-keep' },
    );
    const kept = new Map(rows.map((row) => [row.externalId, row]));
    return [...unique.keys()].flatMap((externalId) => kept.get(externalId) ?? []);
  }

  /** What a shop told before, by the same rules that it looks up by. */
  kept(ctx: Ctx, connectionId: string, { number, email }: OrderFilter, limit: number): Promise<SnapshotRow[]> {
    return ctx.query<SnapshotRow>(
      `select ${ROW} from shop_order
        where workspace_id = $1 and connection_id = $2 and deleted_at is null
          and ($3::text is null or lower(ltrim(number, '#')) = $3)
          and ($4::text is null or lower(email) = $4)
        ${NEWEST} limit $5`,
      [ctx.workspaceId, connectionId, number ?? null, email ?? null, limit],
    );
  }

  /** Newest first. */
  ofBuyer(ctx: Ctx, buyer: Buyer, limit: number): Promise<SnapshotRow[]> {
    return ctx.query<SnapshotRow>(`select ${ROW} from shop_order o where ${OF_BUYER} ${NEWEST} limit $6`, [
      ...this.buyer(ctx, buyer),
      limit,
    ]);
  }

  /** How many orders, and what was paid for them less what was given back, one sum for each currency. */
  async worthOf(ctx: Ctx, buyer: Buyer): Promise<{ orderCount: number; lifetimeValue: Money[] }> {
    const rows = await ctx.query<{ currency: string; orders: number; paidOrders: number; amount: string }>(
      `select currency, count(*)::int as orders,
         (count(*) filter (where payment in ('paid', 'partially_refunded', 'refunded')))::int as "paidOrders",
         coalesce(sum(total_amount - refunded_amount) filter (where payment in ('paid', 'partially_refunded', 'refunded')), 0)::text as amount
       from shop_order o where ${OF_BUYER} group by currency order by sum(total_amount) desc, currency`,
      this.buyer(ctx, buyer),
    );
    return {
      orderCount: rows.reduce((sum, { orders }) => sum + orders, 0),
      lifetimeValue: rows
        .filter(({ paidOrders }) => paidOrders > 0)
        .map(({ currency, amount }) => ({ amount: Number(amount), currency })),
    };
  }

  async byId(ctx: Ctx, id: string): Promise<SnapshotRow | null> {
    const sql = `select ${ROW} from shop_order where workspace_id = $1 and id = $2 and deleted_at is null`;
    return (await ctx.query<SnapshotRow>(sql, [ctx.workspaceId, id]))[0] ?? null;
  }

  async markDeleted(ctx: Ctx, connectionId: string, externalId: string, at: Date): Promise<void> {
    await ctx.query(
      `update shop_order set deleted_at = $4
       where workspace_id = $1 and connection_id = $2 and external_id = $3 and deleted_at is null`,
      [ctx.workspaceId, connectionId, externalId, at],
    );
  }

  private buyer(ctx: Ctx, { emails, customers, except, connectionIds }: Buyer): unknown[] {
    return [ctx.workspaceId, emails, JSON.stringify(customers), JSON.stringify(except), connectionIds];
  }

  private given(order: ShopOrder): Record<string, unknown> {
    return {
      id: this.ids.next(),
      external_id: order.externalId,
      number: order.number,
      email: order.email,
      customer_external_id: order.customerId,
      customer_name: order.customerName,
      placed_at: order.placedAt,
      updated_at: order.updatedAt,
      payment: order.payment,
      fulfilment: order.fulfilment,
      total_amount: order.total.amount,
      refunded_amount: order.refunded.amount,
      currency: order.total.currency,
      snapshot: snapshotOf(order),
    };
  }
}
