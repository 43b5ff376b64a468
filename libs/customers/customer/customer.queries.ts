import type { AddressBody, CustomerBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { Address } from '../address/address';
import { shownName } from './customer-name';
import type { Position } from './cursor';

interface CustomerRow {
  id: string;
  name: string;
  locale: string | null;
  createdAt: Date;
  addresses: AddressBody[];
  at: string;
}

/** UTC to the microsecond, in the form that JSON dates have. */
const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const SELECT = `
  select c.id, c.name, c.locale, c.created_at as "createdAt", ${utc('c.created_at')} as at, a.addresses
  from customer c cross join lateral (
    select coalesce(json_agg(json_build_object(
      'id', id, 'kind', kind, 'value', value, 'verifiedAt', ${utc('verified_at')}) order by created_at, id), '[]') as addresses
    from customer_address where customer_id = c.id and workspace_id = c.workspace_id
  ) a
  where c.workspace_id = $1`;

export async function customerById(ctx: Ctx, id: string): Promise<CustomerBody | null> {
  const [row] = await ctx.query<CustomerRow>(`${SELECT} and c.id = $2`, [ctx.workspaceId, id], {
    name: 'customer_get',
  });
  return row ? toBody(row) : null;
}

/** One row more than `limit`, newest first, so that the caller can tell whether a next page exists. */
export async function customerPage(
  ctx: Ctx,
  { q, limit, after }: { q?: string; limit: number; after: Position | null },
): Promise<{ body: CustomerBody; position: Position }[]> {
  const search = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await ctx.query<CustomerRow>(
    `${SELECT}
      and ($2::text is null or c.name ilike $2 or exists (
        select 1 from customer_address f where f.customer_id = c.id and f.workspace_id = $1 and f.kind <> 'visitor' and f.value ilike $2))
      and ($3::timestamptz is null or (c.created_at, c.id) < ($3, $4::uuid))
    order by c.created_at desc, c.id desc limit $5`,
    [ctx.workspaceId, search, after?.at ?? null, after?.id ?? null, limit + 1],
  );
  return rows.map((row) => ({ body: toBody(row), position: { at: row.at, id: row.id } }));
}

/** Whose address it is. `name` may be empty. */
export async function ownerOf(ctx: Ctx, { kind, value }: Address): Promise<{ id: string; name: string } | null> {
  const [owner] = await ctx.query<{ id: string; name: string }>(
    `select c.id, c.name from customer_address a join customer c on c.id = a.customer_id and c.workspace_id = a.workspace_id
     where a.workspace_id = $1 and a.kind = $2 and a.value = $3`,
    [ctx.workspaceId, kind, value],
    { name: 'customer_of_address' },
  );
  return owner ?? null;
}

/**
 * Customer and address in one statement, or neither when the address is taken: a second caller waits for the first one's
 * commit at the unique index, and then inserts nothing.
 */
export async function insertWithAddress(
  ctx: Ctx,
  row: { id: string; addressId: string; name: string; at: Date } & Address,
): Promise<boolean> {
  const inserted = await ctx.query(
    `with address as (
       insert into customer_address (id, workspace_id, customer_id, kind, value, created_at)
       values ($1, $2, $3, $4, $5, $7) on conflict (workspace_id, kind, value) do nothing returning customer_id)
     insert into customer (id, workspace_id, name, created_at, updated_at)
     select customer_id, $2, $6, $7, $7 from address returning id`,
    [row.addressId, ctx.workspaceId, row.id, row.kind, row.value, row.name, row.at],
    { name: 'customer_insert' },
  );
  return inserted.length > 0;
}

function toBody({ id, name, locale, addresses, createdAt }: CustomerRow): CustomerBody {
  return { id, name: shownName(name, addresses[0]), locale, addresses, createdAt: createdAt.toISOString() };
}
