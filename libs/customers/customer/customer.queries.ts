import type { AddressBody, CustomerBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { type Address, storedAs } from '../address/address';
import type { VerifiedHow } from '../address/verified';
import { shownName } from './customer-name';
import type { Position } from './cursor';

interface CustomerRow {
  id: string;
  name: string;
  locale: string | null;
  createdAt: Date;
  mergedInto: string | null;
  addresses: AddressBody[];
  at: string;
}

/** UTC to the microsecond, in the form that JSON dates have. */
const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const SELECT = `
  select c.id, c.name, c.locale, c.created_at as "createdAt", c.merged_into as "mergedInto", ${utc('c.created_at')} as at, a.addresses
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
    `${SELECT} and c.merged_into is null
      and ($2::text is null or c.name ilike $2 or exists (
        select 1 from customer_address f where f.customer_id = c.id and f.workspace_id = $1 and f.kind <> 'visitor' and f.value ilike $2))
      and ($3::timestamptz is null or (c.created_at, c.id) < ($3, $4::uuid))
    order by c.created_at desc, c.id desc limit $5`,
    [ctx.workspaceId, search, after?.at ?? null, after?.id ?? null, limit + 1],
  );
  return rows.map((row) => ({ body: toBody(row), position: { at: row.at, id: row.id } }));
}

/** Whose address it is, in whichever spelling they have it. `name` may be empty. */
export async function ownerOf(ctx: Ctx, address: Address): Promise<{ id: string; name: string } | null> {
  const [owner] = await ctx.query<{ id: string; name: string }>(
    `select c.id, c.name from customer_address a join customer c on c.id = a.customer_id and c.workspace_id = a.workspace_id
     where a.workspace_id = $1 and a.kind = $2 and a.value = any($3::text[])
     order by array_position($3::text[], a.value) limit 1`,
    [ctx.workspaceId, address.kind, storedAs(address)],
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

/** Gives a free address to the customer; false when somebody has it. */
export async function insertAddress(
  ctx: Ctx,
  row: { id: string; customerId: string; at: Date; verified: VerifiedHow | null } & Address,
): Promise<boolean> {
  const inserted = await ctx.query(
    `insert into customer_address (id, workspace_id, customer_id, kind, value, verified_at, verified_how, created_at)
     values ($1, $2, $3, $4, $5, case when $6::text is not null then $7::timestamptz end, $6, $7)
     on conflict (workspace_id, kind, value) do nothing returning id`,
    [row.id, ctx.workspaceId, row.customerId, row.kind, row.value, row.verified, row.at],
  );
  return inserted.length > 0;
}

/** The first proof stands. Answers whether anything changed. */
export async function markVerified(
  ctx: Ctx,
  customerId: string,
  address: Address,
  how: VerifiedHow,
  at: Date,
): Promise<boolean> {
  const marked = await ctx.query(
    `update customer_address set verified_at = $5, verified_how = $6
     where workspace_id = $1 and customer_id = $2 and kind = $3 and value = any($4::text[]) and verified_at is null returning id`,
    [ctx.workspaceId, customerId, address.kind, storedAs(address), at, how],
  );
  return marked.length > 0;
}

/** Keeps a merge of this customer out until ctx's transaction ends; false when there is no such customer (any more). */
export async function holdCustomer(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query(
    'select id from customer where workspace_id = $1 and id = $2 and merged_into is null for no key update',
    [ctx.workspaceId, id],
  );
  return rows.length > 0;
}

type AddressRow = Address & { id: string; customerId: string; at: Date };

/** Marks an address as proven, made for this customer when nobody has it; answers whose it is. */
export async function proveAddress(ctx: Ctx, row: AddressRow): Promise<string> {
  const [owner] = await ctx.query<{ customerId: string }>(
    `insert into customer_address (id, workspace_id, customer_id, kind, value, verified_at, verified_how, created_at)
     values ($1, $2, $3, $4, $5, $6, 'signed_token', $6)
     on conflict (workspace_id, kind, value) do update set verified_at = coalesce(customer_address.verified_at, excluded.verified_at)
     returning customer_id as "customerId"`,
    [row.id, ctx.workspaceId, row.customerId, row.kind, row.value, row.at],
  );
  return owner?.customerId ?? row.customerId;
}

/** Makes a proven address this customer's, whosever it was. */
export async function giveAddress(ctx: Ctx, row: AddressRow): Promise<void> {
  await ctx.query(
    `insert into customer_address (id, workspace_id, customer_id, kind, value, verified_at, verified_how, created_at)
     values ($1, $2, $3, $4, $5, $6, 'signed_token', $6)
     on conflict (workspace_id, kind, value) do update set customer_id = excluded.customer_id,
       verified_at = coalesce(customer_address.verified_at, excluded.verified_at)`,
    [row.id, ctx.workspaceId, row.customerId, row.kind, row.value, row.at],
  );
}

function toBody({ id, name, locale, addresses, createdAt, mergedInto }: CustomerRow): CustomerBody {
  return {
    id,
    name: shownName(name, addresses[0]),
    locale,
    addresses,
    createdAt: createdAt.toISOString(),
    ...(mergedInto === null ? {} : { mergedInto }),
  };
}
