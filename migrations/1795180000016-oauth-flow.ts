import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** Sign-ins at a vendor that are under way in somebody's browser. */
export class OauthFlow1795180000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Taken away by the browser that comes back; what nobody came back for goes with the next one that is begun.
      create table oauth_flow (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        -- A keyed hash of the session that began it.
        session_mark text not null,
        -- The settings so far and the code verifier, sealed.
        secret bytea not null,
        expires_at timestamptz not null
      );
      create index oauth_flow_of_person on oauth_flow (workspace_id, person_id);
      ${ownWorkspace('oauth_flow')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table oauth_flow');
  }
}
