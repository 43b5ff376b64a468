import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** Replies that wait for their moment, and what people want to be told. */
export class SendAfter1795200000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- No message yet: whoever takes the row away decides what becomes of it, and only one can.
      create table scheduled_message (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        author jsonb not null,
        -- Words, files, way and all else, as the reply takes it.
        reply jsonb not null,
        client_id text,
        send_after timestamptz not null,
        -- Held for some seconds so that its writer can take it back; false: for a time that they chose.
        held boolean not null,
        cancel_if_answered boolean not null,
        created_at timestamptz not null
      );
      create index scheduled_message_of_ticket on scheduled_message (ticket_id, send_after);
      create unique index scheduled_message_client on scheduled_message (workspace_id, client_id) where client_id is not null;
      ${ownWorkspace('scheduled_message')}

      alter table membership add column preferences jsonb not null default '{}';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table scheduled_message; alter table membership drop column preferences');
  }
}
