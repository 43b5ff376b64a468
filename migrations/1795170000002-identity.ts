import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1795170000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table workspace (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        settings jsonb not null default '{}',
        is_demo boolean not null default false,
        created_at timestamptz not null default now()
      );
      create table person (
        id uuid primary key,
        email text not null,
        name text not null,
        password_hash text not null,
        created_at timestamptz not null default now()
      );
      create unique index person_email on person (lower(email));
      create table membership (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        role text not null check (role in ('agent', 'lead', 'admin', 'owner')),
        created_at timestamptz not null default now(),
        unique (workspace_id, person_id)
      );
      create table session (
        id uuid primary key,
        token_hash bytea not null unique,
        workspace_id uuid not null references workspace (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        user_agent text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create table api_key (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        prefix text not null,
        key_hash bytea not null unique,
        created_by uuid,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table api_key, session, membership, person, workspace');
  }
}
