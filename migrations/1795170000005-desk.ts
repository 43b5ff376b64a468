import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Desk1795170000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ticket_counter (
        workspace_id uuid primary key references workspace (id) on delete cascade,
        last_number integer not null default 0
      );
      create table ticket (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        number integer not null,
        subject text not null,
        status text not null check (status in ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'spam')),
        channel text not null,
        connection_id uuid,
        customer_id uuid not null,
        -- The address this ticket runs over, pinned: a later merge of customers never sends a reply elsewhere.
        customer_address text,
        assignee_id uuid,
        ai_state text not null default 'none' check (ai_state in ('none', 'working', 'drafted', 'answered', 'handed_over')),
        preview text not null default '',
        last_message_at timestamptz not null,
        last_message_direction text not null default 'inbound',
        -- The newest thing said (not a timeline entry): a writer who did not see it is told before sending.
        last_message_id uuid,
        waiting_since timestamptz,
        message_count integer not null default 0,
        snoozed_until timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (workspace_id, number)
      );
      create index ticket_newest on ticket (workspace_id, last_message_at desc, id desc);
      create index ticket_by_status on ticket (workspace_id, status, last_message_at desc, id desc);
      create index ticket_by_assignee on ticket (workspace_id, assignee_id, last_message_at desc, id desc);
      create index ticket_by_ai_state on ticket (workspace_id, ai_state, last_message_at desc, id desc) where ai_state in ('drafted', 'handed_over');
      create index ticket_of_customer on ticket (customer_id, last_message_at desc);

      create table message (
        id uuid primary key,
        -- Held by the ticket's reference: one of its own would make every writer lock the same workspace row.
        workspace_id uuid not null,
        ticket_id uuid not null references ticket (id) on delete cascade,
        direction text not null check (direction in ('inbound', 'outbound', 'internal')),
        kind text not null check (kind in ('reply', 'note', 'event')),
        author_kind text not null check (author_kind in ('customer', 'person', 'ai', 'api', 'system')),
        author_id uuid,
        author_name text not null,
        text text not null,
        full_text text,
        html text,
        connection_id uuid,
        -- The vendor's id (Message-ID for mail); answers name it.
        external_id text,
        client_id text,
        envelope_id uuid,
        automated boolean not null default false,
        meta jsonb not null default '{}',
        delivery_status text check (delivery_status in ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'verify')),
        delivery_error text,
        -- Set just before the bytes that a vendor acts on go out; with no answer stored the outcome is open.
        committed_at timestamptz,
        attempts integer not null default 0,
        created_at timestamptz not null
      );
      create index message_of_ticket on message (ticket_id, created_at, id);
      create unique index message_external on message (connection_id, external_id) where external_id is not null;
      create unique index message_client on message (workspace_id, client_id) where client_id is not null;
      create index message_to_send on message (ticket_id, created_at) where delivery_status in ('queued', 'sending');

      create table attachment (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        -- Null until the upload is used in a message.
        message_id uuid references message (id) on delete cascade,
        filename text not null,
        content_type text not null,
        size integer not null,
        sha256 text not null,
        content_id text,
        inline boolean not null default false,
        created_by uuid,
        created_at timestamptz not null default now()
      );
      create index attachment_of_message on attachment (message_id);

      create table draft (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        author_kind text not null check (author_kind in ('person', 'ai')),
        author_id uuid,
        author_name text not null,
        text text not null,
        turn_id uuid,
        version integer not null default 1,
        updated_at timestamptz not null default now()
      );
      -- One draft per writer and ticket; the AI is one writer.
      create unique index draft_of_writer on draft (ticket_id, author_kind, coalesce(author_id, '00000000-0000-0000-0000-000000000000'));

      create table tag (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        created_at timestamptz not null default now(),
        unique (workspace_id, name)
      );
      create table ticket_tag (
        workspace_id uuid not null references workspace (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        tag_id uuid not null references tag (id) on delete cascade,
        primary key (ticket_id, tag_id)
      );
      create index ticket_tag_by_tag on ticket_tag (tag_id);

      create table idempotency (
        workspace_id uuid not null references workspace (id) on delete cascade,
        key text not null,
        request_hash text not null,
        status integer,
        body jsonb,
        created_at timestamptz not null default now(),
        primary key (workspace_id, key)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table idempotency, ticket_tag, tag, draft, attachment, message, ticket, ticket_counter');
  }
}
