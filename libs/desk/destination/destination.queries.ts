import type { AddressKind } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** A connection and an address of the ticket's customer: a way that may or may not fit together. */
export interface WayRow {
  connectionId: string;
  address: string;
  kind: AddressKind | null;
  verified: boolean;
  current: boolean;
  lastInboundAt: Date | null;
  blockedReason: 'opted_out' | 'bounced' | null;
  blockedAt: Date | null;
}

@Injectable()
export class DestinationQueries {
  /** The ticket's own way first, then its customer's addresses over every enabled channel. Null: no such ticket. */
  async ways(ctx: Ctx, ticketId: string): Promise<WayRow[] | null> {
    const rows = await ctx.query<WayRow & { connectionId: string | null }>(
      `with t as (
         select customer_id, connection_id, customer_address from ticket where workspace_id = $1 and id = $2
       ), way as (
         select connection_id, customer_address as address, true as current from t
         union all
         select c.id, a.value, false from t
         join customer_address a on a.customer_id = t.customer_id and a.workspace_id = $1
         join connection c on c.workspace_id = $1 and c.kind = 'channel' and c.enabled
         where (c.id, a.value) is distinct from (t.connection_id, t.customer_address)
       )
       select way.connection_id as "connectionId", way.address, way.current, a.kind, a.verified_at is not null as verified,
         (select max(m.created_at) from message m
          where m.connection_id = way.connection_id and m.address = way.address and m.direction = 'inbound') as "lastInboundAt",
         b.reason as "blockedReason", b.created_at as "blockedAt"
       from way
       left join t on true
       left join customer_address a on a.workspace_id = $1 and a.customer_id = t.customer_id and a.value = way.address
       left join address_block b on b.connection_id = way.connection_id and b.address = way.address
       order by way.current desc`,
      [ctx.workspaceId, ticketId],
      { name: 'desk.ways' },
    );
    if (rows.length === 0) return null;
    return rows.filter((row): row is WayRow => row.connectionId !== null && row.address !== null);
  }
}
