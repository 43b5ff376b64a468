import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event log, its readers' cursors and the living workers. The job queue's own schema is migrated by its library. */
export class Kernel1795170000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event (
        seq bigint generated always as identity,
        -- The writer's transaction: readers stop below the oldest one still running, so a late commit is never skipped.
        xid xid8 not null default pg_current_xact_id(),
        id uuid not null,
        workspace_id uuid not null,
        type text not null,
        ticket_id uuid,
        actor_kind text not null,
        actor_id uuid,
        payload jsonb not null,
        request_id text,
        at timestamptz not null default now(),
        -- The log's order: readers resume after a pair.
        primary key (xid, seq)
      );
      create index event_of_workspace on event (workspace_id, xid, seq);
      create index event_of_ticket on event (ticket_id, seq) where ticket_id is not null;

      create table event_reader (
        name text primary key,
        xid xid8 not null,
        seq bigint not null,
        updated_at timestamptz not null default now()
      );

      create table worker_lease (
        worker_id text primary key,
        lock_key bigint not null,
        started_at timestamptz not null default now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table worker_lease, event_reader, event');
  }
}
