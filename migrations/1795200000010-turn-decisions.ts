import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the engine would have decided and where, and what a turn went by, so that it can be run again. */
export class TurnDecisions1795200000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table shadow_decision
        add column topic text,
        add column channel text,
        add column language text,
        -- What would have been put before the customer; null: words alone.
        add column action text,
        add column closed_at timestamptz;
      create index shadow_decision_closed on shadow_decision (workspace_id, intent, closed_at desc) where correct is not null;
      -- What the conversation was when the turn began; null: a turn from before this was kept.
      alter table ai_turn add column input jsonb;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table ai_turn drop column input;
      alter table shadow_decision drop column topic, drop column channel, drop column language, drop column action, drop column closed_at;
    `);
  }
}
