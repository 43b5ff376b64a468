import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was given before is asked for each time something is given again. */
export class ActionFacts1795200000005 implements MigrationInterface {
  name = 'ActionFacts1795200000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index action_run_given on action_run (workspace_id, started_at desc)
        where risk = 'money' and state in ('performing', 'done', 'uncertain');
      create index action_run_of_order on action_run (order_id, created_at desc) where order_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index action_run_of_order, action_run_given');
  }
}
