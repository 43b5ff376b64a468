import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Customers1795170000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table customer (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null default '',
        locale text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index customer_of_workspace on customer (workspace_id, created_at desc, id desc);
      create table customer_address (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        customer_id uuid not null references customer (id) on delete cascade,
        kind text not null check (kind in ('email', 'phone', 'visitor')),
        value text not null,
        verified_at timestamptz,
        created_at timestamptz not null default now(),
        unique (workspace_id, kind, value)
      );
      create index customer_address_of_customer on customer_address (customer_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table customer_address, customer');
  }
}
