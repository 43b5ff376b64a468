import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** What lay at a source that is pulled from, and what we did with each; when a listener was last seen at work. */
export class MailLedger1795180000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row per message as its source names it ("INBOX/1700000000/4711"). What became of a stored one afterwards
      -- (routed, ignored, quarantined) its envelope says. A row outlives its ticket, so nothing deleted comes back.
      create table mail_ledger (
        connection_id uuid not null references connection (id) on delete cascade,
        source text not null,
        workspace_id uuid not null references workspace (id) on delete cascade,
        state text not null check (state in ('fetched', 'stored', 'duplicate', 'failed')),
        envelope_id uuid references inbound_envelope (id) on delete set null,
        message_id text,
        size bigint,
        arrived_at timestamptz,
        seen_at timestamptz not null default now(),
        error text,
        primary key (connection_id, source)
      );
      create index mail_ledger_of_envelope on mail_ledger (envelope_id) where envelope_id is not null;
      create index mail_ledger_open on mail_ledger (connection_id, seen_at) where state in ('fetched', 'failed');
      ${ownWorkspace('mail_ledger')}

      alter table connection
        add column listened_at timestamptz,
        add column reconciliation jsonb;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table connection drop column listened_at, drop column reconciliation;
      drop table mail_ledger;
    `);
  }
}
