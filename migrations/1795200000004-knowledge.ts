import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

const TABLES = [
  'article',
  'article_version',
  'article_passage',
  'article_phrasing',
  'article_question',
  'article_feedback',
  'article_import',
];

/** What the shop knows, in writing: articles, what is searched of them, and what was asked in vain. */
export class Knowledge1795200000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        -- Translations of one article share it; that of the first one is its own id.
        translation_group uuid not null,
        language text not null,
        slug text not null,
        title text not null,
        body text not null,
        section text not null default '',
        tags text[] not null default '{}',
        audience text not null check (audience in ('public', 'internal')),
        status text not null check (status in ('draft', 'published', 'archived')),
        version integer not null,
        -- What readers and the AI see; null: nothing yet.
        published_version integer,
        published_at timestamptz,
        source_kind text not null check (source_kind in ('written', 'url', 'file', 'ticket')),
        source_ref text,
        -- What the source said when it was read last, so that an unchanged page makes no version.
        source_hash text,
        review_days integer,
        reviewed_at timestamptz not null,
        -- Moves whenever what is searched of it changes.
        indexed_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index article_slug on article (workspace_id, language, slug);
      create unique index article_translation on article (workspace_id, translation_group, language);
      create unique index article_source on article (workspace_id, source_kind, source_ref) where source_ref is not null;
      create index article_newest on article (workspace_id, updated_at desc, id desc);

      create table article_version (
        article_id uuid not null references article (id) on delete cascade,
        workspace_id uuid not null references workspace (id) on delete cascade,
        version integer not null,
        title text not null,
        body text not null,
        actor_kind text not null,
        actor_id uuid,
        actor_name text not null,
        created_at timestamptz not null,
        primary key (article_id, version)
      );

      -- Of the published version only. The title stands in each passage's words with weight A.
      create table article_passage (
        article_id uuid not null references article (id) on delete cascade,
        workspace_id uuid not null references workspace (id) on delete cascade,
        position integer not null,
        language text not null,
        audience text not null,
        heading text not null,
        text text not null,
        words tsvector not null,
        -- Runs of four letters of the title's words, on the first passage alone: they find what is spelled wrongly.
        grams tsvector not null,
        embedding float4[],
        embedding_model text,
        primary key (article_id, position)
      );
      create index article_passage_words on article_passage using gin (words);
      create index article_passage_grams on article_passage using gin (grams);
      create index article_passage_of_workspace on article_passage (workspace_id, language);

      -- How customers have asked for it.
      create table article_phrasing (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        article_id uuid not null references article (id) on delete cascade,
        language text not null,
        audience text not null,
        text text not null,
        words tsvector not null,
        grams tsvector not null,
        source text not null check (source in ('person', 'ticket')),
        created_at timestamptz not null
      );
      create unique index article_phrasing_once on article_phrasing (article_id, md5(lower(text)));
      create index article_phrasing_words on article_phrasing using gin (words);
      create index article_phrasing_grams on article_phrasing using gin (grams);

      create table article_question (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        text text not null,
        language text,
        asked_by text not null check (asked_by in ('help_centre', 'ai', 'person')),
        answered boolean not null,
        article_id uuid references article (id) on delete set null,
        dismissed boolean not null default false,
        asked_at timestamptz not null
      );
      create index article_question_unanswered on article_question (workspace_id, asked_at desc)
        where not answered and not dismissed;

      create table article_feedback (
        article_id uuid not null references article (id) on delete cascade,
        workspace_id uuid not null references workspace (id) on delete cascade,
        -- A keyed hash: whose it is cannot be read from it.
        visitor text not null,
        helpful boolean not null,
        given_at timestamptz not null,
        primary key (article_id, visitor)
      );

      create table article_import (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null check (kind in ('url', 'site', 'files')),
        source text not null,
        options jsonb not null,
        state text not null check (state in ('queued', 'running', 'done', 'failed')),
        done integer not null default 0,
        total integer,
        results jsonb not null default '[]',
        error text,
        actor jsonb not null,
        created_at timestamptz not null,
        finished_at timestamptz
      );
      create index article_import_newest on article_import (workspace_id, created_at desc);
      ${TABLES.map(ownWorkspace).join('')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table ${[...TABLES].reverse().join(', ')}`);
  }
}
