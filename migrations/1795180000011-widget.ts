import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** Who talks to us through the widget on a shop's pages. */
export class Widget1795180000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table widget_session (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        connection_id uuid not null references connection (id) on delete cascade,
        -- The address of kind "visitor". A signed-in customer has one on all devices.
        visitor_id uuid not null,
        customer_id uuid,
        -- SHA-256 of 256 random bits; the token itself is nowhere here.
        token_hash bytea not null unique,
        -- Who the shop's signed token says it is; null: nobody vouches for them.
        identity_sub text,
        identity_jti text,
        verified boolean not null default false,
        -- When the shop's token last said so.
        proven_at timestamptz,
        -- Claims while not verified.
        name text,
        email text,
        consented_at timestamptz,
        locale text,
        page jsonb,
        last_seen_at timestamptz not null,
        -- Everything up to this message's time has been on the visitor's screen, as of the moment in seen_at.
        last_seen_message_at timestamptz,
        seen_at timestamptz,
        -- Everything up to here went out by mail as well.
        mailed_message_at timestamptz,
        created_at timestamptz not null,
        revoked_at timestamptz
      );
      create index widget_session_of_visitor on widget_session (connection_id, visitor_id);
      create index widget_session_of_identity on widget_session (connection_id, identity_sub) where identity_sub is not null;
      ${ownWorkspace('widget_session')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table widget_session');
  }
}
