import { Injectable } from '@nestjs/common';
import type { ShopOrder } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Ids } from '@satchel/kernel';
import { snapshotOf, type SnapshotRow } from './order-snapshot';

const ROW = 'id, connection_id as "connectionId", snapshot, fetched_at as "fetchedAt"';
/** Newest first; the dates are ISO texts in UTC, which sort as they are. */
const NEWEST = `order by snapshot ->> 'placedAt' desc, id`;

export interface OrderFilter {
  number?: string;
  email?: string;
}

@Injectable()
export class ShopOrderQueries {
  constructor(private readonly ids: Ids) {}

  /** Keeps what a shop told; an order seen before keeps its id. In the order given. */
  async keep(ctx: Ctx, connectionId: string, orders: readonly ShopOrder[], fetchedAt: Date): Promise<SnapshotRow[]> {
    if (orders.length === 0) return [];
    const unique = new Map(orders.map((order) => [order.externalId, order]));
    // In one order of rows whoever writes, so that two writers never wait for each other.
    const given = [...unique.keys()].sort().flatMap((externalId) => {
      const order = unique.get(externalId);
      return order ? [this.given(order)] : [];
    });
    const rows = await ctx.query<SnapshotRow & { externalId: string }>(
      `insert into shop_order as kept (id, workspace_id, connection_id, external_id, number, email, snapshot, fetched_at)
       select id, $1, $2, external_id, number, email, snapshot, $3
         from jsonb_to_recordset($4::jsonb)
           as told (id uuid, external_id text, number text, email text, snapshot jsonb)
       on conflict (connection_id, external_id) do update
         set number = excluded.number, email = excluded.email, snapshot = excluded.snapshot, fetched_at = excluded.fetched_at
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
        where workspace_id = $1 and connection_id = $2
          and ($3::text is null or lower(ltrim(number, '#')) = $3)
          and ($4::text is null or lower(email) = $4)
        ${NEWEST} limit $5`,
      [ctx.workspaceId, connectionId, number ?? null, email ?? null, limit],
    );
  }

  async byId(ctx: Ctx, id: string): Promise<SnapshotRow | null> {
    const sql = `select ${ROW} from shop_order where workspace_id = $1 and id = $2`;
    return (await ctx.query<SnapshotRow>(sql, [ctx.workspaceId, id]))[0] ?? null;
  }

  private given(order: ShopOrder): Record<string, unknown> {
    const { externalId, number, email } = order;
    return { id: this.ids.next(), external_id: externalId, number, email, snapshot: snapshotOf(order) };
  }
}
