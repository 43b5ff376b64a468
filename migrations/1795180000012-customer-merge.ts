import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** Two customers who turn out to be one person, made one by somebody, and two again when that was wrong. */
export class CustomerMerge1795180000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A merged customer stays as a signpost to the one who took over.
      alter table customer add column merged_into uuid references customer (id) on delete set null;
      create index customer_merged on customer (merged_into) where merged_into is not null;
      alter table customer_address add column verified_how text;

      create table customer_merge (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        survivor_id uuid not null references customer (id) on delete cascade,
        merged_id uuid not null references customer (id) on delete cascade,
        -- Both as they were, for undoing it exactly.
        snapshot jsonb not null,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        merged_at timestamptz not null,
        undone_at timestamptz
      );
      create unique index customer_merge_standing on customer_merge (merged_id) where undone_at is null;
      create index customer_merge_of_survivor on customer_merge (survivor_id, merged_at desc);
      ${ownWorkspace('customer_merge')}

      -- Which tickets moved with a merge.
      create table customer_merge_ticket (
        merge_id uuid not null references customer_merge (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        workspace_id uuid not null references workspace (id) on delete cascade,
        primary key (merge_id, ticket_id)
      );
      create index customer_merge_ticket_of_ticket on customer_merge_ticket (ticket_id);
      ${ownWorkspace('customer_merge_ticket')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table customer_merge_ticket, customer_merge;
      alter table customer_address drop column verified_how;
      alter table customer drop column merged_into;
    `);
  }
}
