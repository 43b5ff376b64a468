import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** What the AI wrote and how it was judged, by topic; and who waits for a person since when. */
export class ModesAndHandoffs1795200000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table ai_turn
        add column topic text,
        -- The words that were sent or proposed, without greeting and signature: a person's own are held against them.
        add column said text,
        add column verdict text check (verdict in ('right', 'wrong')),
        add column verdict_by text check (verdict_by in ('sent_as_is', 'edited', 'discarded', 'person', 'customer', 'quiet')),
        add column verdict_at timestamptz;
      create index ai_turn_judged on ai_turn (workspace_id, topic, verdict_at desc) where verdict is not null;
      create index ai_turn_unjudged on ai_turn (workspace_id, finished_at) where verdict is null and outcome = 'sent';

      create table ai_handoff (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        turn_id uuid references ai_turn (id) on delete set null,
        reason text not null,
        handed_at timestamptz not null,
        due_at timestamptz not null,
        told_at timestamptz,
        late_at timestamptz,
        taken_at timestamptz
      );
      create unique index ai_handoff_open on ai_handoff (ticket_id) where taken_at is null;
      create index ai_handoff_queue on ai_handoff (workspace_id, handed_at) where taken_at is null;
      ${ownWorkspace('ai_handoff')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table ai_handoff;
      alter table ai_turn drop column topic, drop column said, drop column verdict, drop column verdict_by, drop column verdict_at;
    `);
  }
}
