import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** What more than one channel needs: where each message went, what may not be written to, how a connection did. */
export class Channels1795180000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table connection
        add column last_success_at timestamptz,
        add column last_error text,
        add column last_error_at timestamptz,
        add column refused_hooks integer not null default 0,
        add column alarmed_at timestamptz;

      alter table inbound_envelope
        add column content_hash text,
        add column from_address text,
        add column subject text;
      create index inbound_envelope_newest on inbound_envelope (workspace_id, received_at desc, id desc);

      alter table customer_address drop constraint customer_address_kind_check;
      alter table customer_address add constraint customer_address_kind_check
        check (kind in ('email', 'phone', 'visitor', 'account'));

      -- The customer's side of a message, pinned when it is written: no later change of the customer moves it.
      alter table message add column address text;
      update message m set address = t.customer_address from ticket t
        where t.id = m.ticket_id and m.direction <> 'internal' and m.connection_id is not null;
      create index message_of_address on message (connection_id, address, created_at desc) where address is not null;

      -- Which message an id names, over all mailboxes of a workspace.
      create index message_by_external_id on message (workspace_id, external_id) where external_id is not null;

      alter table attachment
        add column state text not null default 'ready' check (state in ('ready', 'pending', 'failed')),
        add column source jsonb;

      create table address_block (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        connection_id uuid not null references connection (id) on delete cascade,
        address text not null,
        reason text not null check (reason in ('opted_out', 'bounced')),
        detail text,
        created_at timestamptz not null default now(),
        unique (connection_id, address)
      );
      ${ownWorkspace('address_block')}

      create table block_rule (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null check (kind in ('address', 'domain', 'pattern')),
        value text not null,
        hits integer not null default 0,
        last_hit_at timestamptz,
        created_by uuid,
        created_at timestamptz not null default now(),
        unique (workspace_id, kind, value)
      );
      ${ownWorkspace('block_rule')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table block_rule, address_block;
      alter table attachment drop column state, drop column source;
      drop index message_by_external_id;
      drop index message_of_address;
      alter table message drop column address;
      delete from customer_address where kind = 'account';
      alter table customer_address drop constraint customer_address_kind_check;
      alter table customer_address add constraint customer_address_kind_check check (kind in ('email', 'phone', 'visitor'));
      drop index inbound_envelope_newest;
      alter table inbound_envelope drop column content_hash, drop column from_address, drop column subject;
      alter table connection drop column last_success_at, drop column last_error, drop column last_error_at,
        drop column refused_hooks, drop column alarmed_at;
    `);
  }
}
