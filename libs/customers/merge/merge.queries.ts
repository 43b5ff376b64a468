import type { AddressKind, CustomerMergeBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { shownName } from '../customer/customer-name';

interface Facts {
  name: string;
  locale: string | null;
}

/** Both customers as they were. */
export interface MergeSnapshot {
  survivor: Facts;
  merged: Facts & { addresses: { id: string; kind: AddressKind; value: string; verifiedAt: string | null }[] };
}

export interface LockedCustomer extends Facts {
  id: string;
  mergedInto: string | null;
}

interface MergeRow {
  id: string;
  survivorId: string;
  mergedId: string;
  snapshot: MergeSnapshot;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  mergedAt: Date;
  undoneAt: Date | null;
}

const SELECT = `
  select id, survivor_id as "survivorId", merged_id as "mergedId", snapshot, actor_kind as "actorKind", actor_id as "actorId",
    actor_name as "actorName", merged_at as "mergedAt", undone_at as "undoneAt"
  from customer_merge where workspace_id = $1`;
/** Nobody reads further back on one page. */
const MOST = 50;

/** In the order of their ids, whoever asks: two merges that meet wait for each other, never in a circle. */
export function lockCustomers(tx: Ctx, ids: readonly string[]): Promise<LockedCustomer[]> {
  return tx.query(
    `select id, name, locale, merged_into as "mergedInto" from customer
     where workspace_id = $1 and id = any($2::uuid[]) order by id for update`,
    [tx.workspaceId, ids],
  );
}

export async function addressesOf(tx: Ctx, customerId: string): Promise<MergeSnapshot['merged']['addresses']> {
  return tx.query(
    `select id, kind, value, verified_at as "verifiedAt" from customer_address
     where workspace_id = $1 and customer_id = $2 order by created_at, id`,
    [tx.workspaceId, customerId],
  );
}

export async function insertMerge(
  tx: Ctx,
  row: { id: string; survivorId: string; mergedId: string; snapshot: MergeSnapshot; at: Date },
): Promise<void> {
  const { kind, id, name } = tx.actor;
  await tx.query(
    `insert into customer_merge (id, workspace_id, survivor_id, merged_id, snapshot, actor_kind, actor_id, actor_name, merged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, tx.workspaceId, row.survivorId, row.mergedId, JSON.stringify(row.snapshot), kind, id, name, row.at],
  );
}

/** Addresses keep their marks. The survivor learns a name and a language only where nobody told one. */
export async function hand(tx: Ctx, mergedId: string, survivorId: string, merged: Facts, at: Date): Promise<void> {
  const ids = [tx.workspaceId, mergedId, survivorId];
  await tx.query('update customer_address set customer_id = $3 where workspace_id = $1 and customer_id = $2', ids);
  await tx.query('update customer set merged_into = $3, updated_at = $4 where workspace_id = $1 and id = $2', [
    ...ids,
    at,
  ]);
  await tx.query(
    `update customer set name = coalesce(nullif(name, ''), $3), locale = coalesce(locale, $4), updated_at = $5
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, survivorId, merged.name, merged.locale, at],
  );
}

/** What was handed over goes back; what the survivor was given since stays with the survivor. */
export async function handBack(tx: Ctx, row: MergeRow, at: Date): Promise<void> {
  const { survivorId, mergedId, snapshot } = row;
  const addressIds = snapshot.merged.addresses.map(({ id }) => id);
  await tx.query(
    `update customer_address set customer_id = $2 where workspace_id = $1 and customer_id = $3 and id = any($4::uuid[])`,
    [tx.workspaceId, mergedId, survivorId, addressIds],
  );
  await tx.query('update customer set merged_into = null, updated_at = $3 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    mergedId,
    at,
  ]);
  const { survivor, merged } = snapshot;
  await tx.query(
    `update customer set name = case when $3 = '' and name = $4 then '' else name end,
       locale = case when $5::text is null and locale is not distinct from $6 then null else locale end, updated_at = $7
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, survivorId, survivor.name, merged.name, survivor.locale, merged.locale, at],
  );
}

export async function mergeById(ctx: Ctx, id: string): Promise<MergeRow | null> {
  const [row] = await ctx.query<MergeRow>(`${SELECT} and id = $2`, [ctx.workspaceId, id]);
  return row ?? null;
}

/** False when somebody undid it already. */
export async function markUndone(tx: Ctx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    'update customer_merge set undone_at = $3 where workspace_id = $1 and id = $2 and undone_at is null returning id',
    [tx.workspaceId, id, at],
  );
  return rows.length > 0;
}

export async function mergesOf(ctx: Ctx, customerId: string): Promise<CustomerMergeBody[]> {
  const rows = await ctx.query<MergeRow>(
    `${SELECT} and (survivor_id = $2 or merged_id = $2) order by merged_at desc, id desc limit ${MOST}`,
    [ctx.workspaceId, customerId],
  );
  return rows.map(toBody);
}

export function toBody(row: MergeRow): CustomerMergeBody {
  const { name, addresses } = row.snapshot.merged;
  return {
    id: row.id,
    survivorId: row.survivorId,
    merged: {
      id: row.mergedId,
      name: shownName(name, addresses[0]),
      addresses: addresses.map(({ kind, value }) => ({ kind, value })),
    },
    by: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    mergedAt: row.mergedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}
