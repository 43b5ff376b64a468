import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** How a shop wants its customers' wishes worked, where that differs from what the house ships. */
export class Procedures1795200000002 implements MigrationInterface {
  name = 'Procedures1795200000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A version is never changed, a newer one takes its place: a conversation of last year can be read with its own steps.
      create table procedure (
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        version integer not null,
        -- Null: back to what the house ships, or gone where it ships none of that name.
        document jsonb,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        created_at timestamptz not null,
        primary key (workspace_id, name, version)
      );
      ${ownWorkspace('procedure')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table procedure');
  }
}
