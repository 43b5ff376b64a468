import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommerceAndAi1795170000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table shop_order (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        connection_id uuid not null references connection (id) on delete cascade,
        external_id text not null,
        number text not null,
        email text,
        -- The order as last read, in our words (ShopOrder); the shop stays the truth.
        snapshot jsonb not null,
        fetched_at timestamptz not null,
        unique (connection_id, external_id)
      );
      create index shop_order_by_email on shop_order (workspace_id, lower(email));

      create table ai_turn (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        ticket_id uuid not null references ticket (id) on delete cascade,
        -- The customer's message it answers: one turn each.
        message_id uuid not null unique references message (id) on delete cascade,
        brain text not null,
        prompt_version text not null,
        mode text not null,
        intent text,
        assurance integer not null default 0,
        outcome text not null default 'running' check (outcome in ('running', 'sent', 'drafted', 'handed_over', 'skipped')),
        reason text not null default '',
        summary text,
        evidence jsonb not null default '[]',
        tool_calls jsonb not null default '[]',
        transcript jsonb not null default '[]',
        gate jsonb,
        tokens jsonb,
        latency_ms integer,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index ai_turn_of_ticket on ai_turn (ticket_id, created_at desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ai_turn, shop_order');
  }
}
