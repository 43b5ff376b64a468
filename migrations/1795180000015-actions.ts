import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** What may be done, and what was. */
export class Actions1795180000015 implements MigrationInterface {
  name = 'Actions1795180000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Rules of a workspace; a version is never changed, a newer one takes its place.
      create table policy (
        workspace_id uuid not null references workspace (id) on delete cascade,
        version integer not null,
        document jsonb not null,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        created_at timestamptz not null,
        primary key (workspace_id, version)
      );
      ${ownWorkspace('policy')}

      create table action_run (
        -- Goes to the vendor as the key of the change.
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        risk text not null check (risk in ('read', 'write', 'money')),
        state text not null check (state in ('awaiting_confirmation', 'awaiting_approval', 'denied', 'performing', 'done',
          'refused', 'failed', 'uncertain', 'undone')),
        -- What is under way or was last: doing it, or taking it back.
        phase text not null default 'do' check (phase in ('do', 'undo')),
        connection_id uuid,
        ticket_id uuid,
        customer_id uuid,
        order_id uuid,
        order_number text,
        -- What must not be changed by two at once: "order:4711" of this connection.
        lock_key text,
        actor jsonb not null,
        arguments jsonb not null,
        summary jsonb not null,
        amount jsonb,
        facts jsonb not null,
        decision jsonb not null,
        decided_by jsonb,
        -- One change at one system each, with its key, what it gave and whether its request had left.
        steps jsonb not null,
        result jsonb,
        evidence jsonb not null default '[]',
        error jsonb,
        fallback jsonb,
        client_id text,
        request_hash text not null,
        attempts integer not null default 1,
        looks integer not null default 0,
        claimed_at timestamptz,
        -- Of one try alone: whoever lost the claim can write nothing more.
        claimed_by uuid,
        next_look_at timestamptz,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz
      );
      create unique index action_run_client on action_run (workspace_id, client_id) where client_id is not null;
      -- One change at a time of one order; one whose outcome is open keeps the next one waiting.
      create unique index action_run_busy on action_run (connection_id, lock_key)
        where lock_key is not null and state in ('performing', 'uncertain');
      create index action_run_newest on action_run (workspace_id, created_at desc, id desc);
      create index action_run_open on action_run (workspace_id, state, created_at desc)
        where state in ('awaiting_confirmation', 'awaiting_approval', 'performing', 'uncertain');
      create index action_run_of_ticket on action_run (ticket_id, created_at desc) where ticket_id is not null;
      create index action_run_of_customer on action_run (customer_id, name, created_at desc) where customer_id is not null;
      ${ownWorkspace('action_run')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table action_run, policy');
  }
}
