import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Connectors1795170000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table connection (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null,
        connector_id text not null,
        label text not null,
        address text,
        base_url text,
        secret bytea not null,
        enabled boolean not null default true,
        health jsonb not null default '{"state":"unknown","message":null,"checkedAt":null}',
        cursor jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      -- One door per address: a mail to it must lead to one workspace only.
      create unique index connection_address on connection (lower(address)) where address is not null;
      create index connection_of_workspace on connection (workspace_id, kind);

      create table inbound_envelope (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        connection_id uuid not null references connection (id) on delete cascade,
        external_id text not null,
        raw bytea not null,
        meta jsonb not null default '{}',
        state text not null default 'stored' check (state in ('stored', 'routed', 'ignored', 'quarantined')),
        reason text,
        message_id uuid,
        received_at timestamptz not null default now(),
        unique (connection_id, external_id)
      );
      create index inbound_envelope_open on inbound_envelope (state, received_at) where state in ('stored', 'quarantined');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table inbound_envelope, connection');
  }
}
