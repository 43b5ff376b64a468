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

      -- Mail to people of the workspace: what was told, and what an answer to it names.
      create table person_mail (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        -- Null: about no ticket, so that an answer leads nowhere.
        ticket_id uuid references ticket (id) on delete cascade,
        -- The connection it is about, which may be the one that cannot send.
        connection_id uuid,
        kind text not null check (kind in ('assigned', 'replied', 'alarm')),
        -- What happened, once per person.
        happened text not null,
        address text not null,
        subject text not null,
        text text not null,
        state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'verify')),
        -- Set right before a server may act on it: without an answer it is not sent again.
        committed_at timestamptz,
        external_id text,
        error text,
        created_at timestamptz not null
      );
      create unique index person_mail_once on person_mail (workspace_id, person_id, happened);
      create index person_mail_answered on person_mail (workspace_id, external_id) where external_id is not null;
      create index person_mail_of_ticket on person_mail (ticket_id, person_id, created_at);
      ${ownWorkspace('person_mail')}

      alter table membership add column preferences jsonb not null default '{}';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table scheduled_message, person_mail; alter table membership drop column preferences');
  }
}
