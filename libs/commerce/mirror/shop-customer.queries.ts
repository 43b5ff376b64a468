import { Injectable } from '@nestjs/common';
import type { ShopCustomer } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Ids } from '@satchel/kernel';
import { KEPT_IS_OLDER } from './kept-is-older';

/** A shop's customer as far as it takes to tell who they are. */
export type KnownCustomer = Pick<ShopCustomer, 'externalId' | 'name' | 'email' | 'phone'> & { fetchedAt: Date };

@Injectable()
export class ShopCustomerQueries {
  constructor(private readonly ids: Ids) {}

  async keep(ctx: Ctx, connectionId: string, customers: readonly ShopCustomer[], fetchedAt: Date): Promise<void> {
    if (customers.length === 0) return;
    const unique = new Map(customers.map((one) => [one.externalId, one]));
    const given = [...unique.values()]
      .sort((one, other) => (one.externalId < other.externalId ? -1 : 1))
      .map(({ externalId, createdAt, updatedAt, ...facts }) => {
        const { name, email, phone, locale } = facts;
        const at = { created_at: createdAt, updated_at: updatedAt };
        return { id: this.ids.next(), external_id: externalId, name, email, phone, locale, ...at };
      });
    await ctx.query(
      `insert into shop_customer as kept (workspace_id, connection_id, fetched_at, id, external_id, name, email, phone, locale,
         created_at, updated_at)
       select $1, $2, $3, told.* from jsonb_to_recordset($4::jsonb) as told (id uuid, external_id text, name text, email text,
         phone text, locale text, created_at timestamptz, updated_at timestamptz)
       on conflict (connection_id, external_id) do update
         set name = excluded.name, email = excluded.email, phone = excluded.phone, locale = excluded.locale,
           updated_at = excluded.updated_at, fetched_at = excluded.fetched_at, deleted_at = null
         where kept.workspace_id = excluded.workspace_id and ${KEPT_IS_OLDER}`,
      [ctx.workspaceId, connectionId, fetchedAt, JSON.stringify(given)],
      { name: 'shop-customer-keep' },
    );
  }

  /** Exact; at most as many as it takes to see that there are several. */
  kept(
    ctx: Ctx,
    connectionId: string,
    by: { email: string } | { phone: string },
    limit = 20,
  ): Promise<KnownCustomer[]> {
    const [column, value] = 'email' in by ? ['lower(email)', by.email] : ['phone', by.phone];
    return ctx.query<KnownCustomer>(
      `select external_id as "externalId", name, email, phone, fetched_at as "fetchedAt" from shop_customer
       where workspace_id = $1 and connection_id = $2 and deleted_at is null and ${column} = $3 order by external_id limit $4`,
      [ctx.workspaceId, connectionId, value, limit],
    );
  }

  async markDeleted(ctx: Ctx, connectionId: string, externalId: string, at: Date): Promise<void> {
    await ctx.query(
      `update shop_customer set deleted_at = $4
       where workspace_id = $1 and connection_id = $2 and external_id = $3 and deleted_at is null`,
      [ctx.workspaceId, connectionId, externalId, at],
    );
  }
}
