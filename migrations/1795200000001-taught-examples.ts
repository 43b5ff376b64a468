import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** What a shop teaches the built-in engine, and what it would have decided beside what people did. */
export class TaughtExamples1795200000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table taught_example (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        text text not null,
        intent text not null,
        source text not null check (source in ('import', 'correction')),
        ticket_id uuid references ticket (id) on delete cascade,
        created_at timestamptz not null default now()
      );
      -- The same sentence means one thing: teaching it again replaces what was taught.
      create unique index taught_example_once on taught_example (workspace_id, md5(text));
      create index taught_example_newest on taught_example (workspace_id, created_at desc, id desc);
      create index taught_example_of_ticket on taught_example (ticket_id) where ticket_id is not null;

      create table shadow_decision (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        message_id uuid not null references message (id) on delete cascade,
        intent text not null,
        score real not null,
        -- Whether a person did what this would have done; null until one has.
        correct boolean,
        created_at timestamptz not null default now(),
        unique (message_id, intent)
      );
      create index shadow_decision_of_intent on shadow_decision (workspace_id, intent, created_at desc);
      create index shadow_decision_of_ticket on shadow_decision (ticket_id);
    `);
    await db.query(ownWorkspace('taught_example'));
    await db.query(ownWorkspace('shadow_decision'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table shadow_decision, taught_example');
  }
}
