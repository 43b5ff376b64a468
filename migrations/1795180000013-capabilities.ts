import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a connection may do, as its last good check found. */
export class Capabilities1795180000013 implements MigrationInterface {
  name = 'Capabilities1795180000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connection add column capabilities jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connection drop column capabilities');
  }
}
