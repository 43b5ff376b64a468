import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface StandingMerge {
  id: string;
  survivorId: string;
  mergedId: string;
}

const MERGE = `select id, survivor_id as "survivorId", merged_id as "mergedId" from customer_merge where workspace_id = $1`;

@Injectable()
export class MergeQueries {
  /** Held until tx ends, so that it is not undone halfway. Null when it does not stand. */
  async standing(tx: Ctx, mergeId: string): Promise<StandingMerge | null> {
    const rows = await tx.query<StandingMerge>(`${MERGE} and id = $2 and undone_at is null for update`, [
      tx.workspaceId,
      mergeId,
    ]);
    return rows[0] ?? null;
  }

  /** The merge by which a customer went on into another. */
  async onwards(tx: Ctx, customerId: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(`${MERGE} and merged_id = $2 and undone_at is null`, [
      tx.workspaceId,
      customerId,
    ]);
    return rows[0]?.id ?? null;
  }

  async undone(tx: Ctx, mergeId: string): Promise<StandingMerge | null> {
    const rows = await tx.query<StandingMerge>(`${MERGE} and id = $2 and undone_at is not null for update`, [
      tx.workspaceId,
      mergeId,
    ]);
    return rows[0] ?? null;
  }

  /** Only whose ticket it is changes: where it is answered to stays pinned. */
  async moveTickets(tx: Ctx, merge: StandingMerge): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with moved as (
         update ticket set customer_id = $3, version = version + 1, updated_at = now()
         where workspace_id = $1 and customer_id = $4 returning id
       )
       insert into customer_merge_ticket (merge_id, ticket_id, workspace_id) select $2, id, $1 from moved
       on conflict do nothing returning ticket_id as id`,
      [tx.workspaceId, merge.id, merge.survivorId, merge.mergedId],
    );
    return rows.map(({ id }) => id);
  }

  /** The tickets that moved, and those opened since from an address that went back. */
  async moveBack(tx: Ctx, merge: StandingMerge): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with back as (
         update ticket t set customer_id = $4, version = version + 1, updated_at = now()
         where t.workspace_id = $1 and t.customer_id = $3 and (
           t.id in (select ticket_id from customer_merge_ticket where workspace_id = $1 and merge_id = $2)
           or t.created_at >= (select merged_at from customer_merge where workspace_id = $1 and id = $2) and exists (
             select 1 from customer_address a where a.workspace_id = $1 and a.customer_id = $4 and a.value = t.customer_address))
         returning t.id
       ), done as (
         delete from customer_merge_ticket where workspace_id = $1 and merge_id = $2 and ticket_id in (select id from back)
       )
       select id from back`,
      [tx.workspaceId, merge.id, merge.survivorId, merge.mergedId],
    );
    return rows.map(({ id }) => id);
  }

  /** Undone merges into a customer whose tickets could not go back yet: a later merge held them elsewhere. */
  async leftBehind(tx: Ctx, survivorId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `${MERGE} and survivor_id = $2 and undone_at is not null
         and exists (select 1 from customer_merge_ticket r where r.merge_id = customer_merge.id)`,
      [tx.workspaceId, survivorId],
    );
    return rows.map(({ id }) => id);
  }
}
