import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** What the AI keeps of a conversation between turns: what it remembers, who was proven, and what waits for a yes. */
export class AiConversation1795200000003 implements MigrationInterface {
  name = 'AiConversation1795200000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ai_conversation (
        ticket_id uuid primary key references ticket (id) on delete cascade,
        workspace_id uuid not null references workspace (id) on delete cascade,
        -- Wishes and answers of the customer; never permission.
        memory jsonb,
        -- Who was proven beyond what the channel proves, how, for which sender's messages, and until when.
        assurance integer not null default 0 check (assurance between 0 and 3),
        assurance_how text check (assurance_how in ('order_match', 'one_time_code')),
        assurance_for text,
        assurance_until timestamptz,
        proven jsonb not null default '[]',
        -- What was put before the customer and waits for their word; and the word, until it was answered.
        pending jsonb,
        decided jsonb,
        -- Misses of whoever tries to prove who they are, and from which address.
        guesses integer not null default 0,
        guesser text,
        guessed_at timestamptz,
        -- The one-time code: its hash, where it went, when it ends, how often it was tried.
        code jsonb,
        codes_sent integer not null default 0,
        updated_at timestamptz not null
      );
      create index ai_conversation_guesser on ai_conversation (workspace_id, guesser, guessed_at) where guesser is not null;
      ${ownWorkspace('ai_conversation')}

      alter table ai_turn
        add column proposal jsonb,
        add column decided jsonb,
        -- Runs of actions that this turn asked for or carried out.
        add column runs jsonb not null default '[]',
        add column passages jsonb not null default '[]',
        add column cost_micros bigint;
      -- What a day of the AI cost.
      create index ai_turn_of_day on ai_turn (workspace_id, created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table ai_conversation;
      drop index ai_turn_of_day;
      alter table ai_turn drop column proposal, drop column decided, drop column runs, drop column passages,
        drop column cost_micros;
    `);
  }
}
