import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** Conversations to try the AI with, and how it did in them. */
export class Simulations1795200000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table simulation (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        kind text not null check (kind in ('scripted', 'saved')),
        -- The shop's own version of one that is shipped.
        template text,
        off boolean not null default false,
        ticket_id uuid references ticket (id) on delete set null,
        document jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index simulation_template on simulation (workspace_id, template) where template is not null;
      create index simulation_workspace on simulation (workspace_id, created_at);
      ${ownWorkspace('simulation')}

      create table simulation_run (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        state text not null check (state in ('queued', 'running', 'done', 'failed')),
        request jsonb not null,
        k integer not null,
        done integer not null default 0,
        total integer not null,
        drafted boolean not null,
        green boolean,
        error text,
        report jsonb,
        -- Of each simulation, how many of its plays passed: the report itself is large.
        summary jsonb,
        created_at timestamptz not null,
        finished_at timestamptz
      );
      create index simulation_run_newest on simulation_run (workspace_id, created_at desc);
      ${ownWorkspace('simulation_run')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table simulation_run; drop table simulation;');
  }
}
