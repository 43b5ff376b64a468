import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'membership',
  'session',
  'api_key',
  'connection',
  'inbound_envelope',
  'customer',
  'customer_address',
  'ticket_counter',
  'ticket',
  'message',
  'attachment',
  'draft',
  'tag',
  'ticket_tag',
  'idempotency',
  'shop_order',
  'ai_turn',
  'event',
];

/**
 * The second wall: a query that forgot its workspace sees nothing. Every connection says whose rows it may touch in
 * the setting satchel.workspace; '*' is the house itself (readers of the log, the sign-in), never a request.
 * A superuser passes every policy, so such an installation works as the role satchel_app.
 */
export class RowLevelSecurity1795170000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await db.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} using (
          workspace_id::text = (select current_setting('satchel.workspace', true))
          or (select current_setting('satchel.workspace', true)) = '*'
        );
      `);
    }
    await db.query(`
      do $$ begin
        if (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then
          begin
            create role satchel_app nologin;
          exception when duplicate_object or unique_violation then null;
          end;
          grant usage on schema public to satchel_app;
          grant select, insert, update, delete on all tables in schema public to satchel_app;
          grant usage, select on all sequences in schema public to satchel_app;
          alter default privileges in schema public grant select, insert, update, delete on tables to satchel_app;
          alter default privileges in schema public grant usage, select on sequences to satchel_app;
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await db.query(
        `drop policy own_workspace on ${table}; alter table ${table} no force row level security; alter table ${table} disable row level security;`,
      );
    }
  }
}
