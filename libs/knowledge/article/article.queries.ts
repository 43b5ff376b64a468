import type { ArticleSource, ArticleStatus, ArticleVersionBody, Audience } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';

export interface ArticleRow {
  id: string;
  translationGroup: string;
  language: string;
  slug: string;
  title: string;
  body: string;
  section: string;
  tags: string[];
  audience: Audience;
  status: ArticleStatus;
  version: number;
  publishedVersion: number | null;
  publishedAt: Date | null;
  sourceKind: ArticleSource;
  sourceRef: string | null;
  sourceHash: string | null;
  reviewDays: number | null;
  reviewedAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

export type ListedArticle = Omit<ArticleRow, 'body'> & { yes: number; no: number; at: string };

const FIELDS = `a.id, a.translation_group as "translationGroup", a.language, a.slug, a.title, a.section, a.tags, a.audience,
  a.status, a.version, a.published_version as "publishedVersion", a.published_at as "publishedAt", a.source_kind as "sourceKind",
  a.source_ref as "sourceRef", a.source_hash as "sourceHash", a.review_days as "reviewDays", a.reviewed_at as "reviewedAt",
  a.created_at as "createdAt", a.updated_at as "updatedAt"`;
const FEEDBACK = `(select count(*)::int from article_feedback f where f.article_id = a.id and f.helpful) as yes,
  (select count(*)::int from article_feedback f where f.article_id = a.id and not f.helpful) as no`;

export interface ArticleFilter {
  status?: ArticleStatus;
  language?: string;
  audience?: Audience;
  section?: string;
  q?: string;
  /** Only those that somebody has to look at again by now. */
  dueAt?: Date;
  limit: number;
  after: { at: string; id: string } | null;
}

/** One row more than `limit`. */
export async function articlePage(ctx: Ctx, filter: ArticleFilter): Promise<ListedArticle[]> {
  const like = filter.q?.trim() ? `%${filter.q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  return ctx.query<ListedArticle>(
    `select ${FIELDS}, ${FEEDBACK}, a.updated_at::text as at from article a
     where a.workspace_id = $1 and ($2::text is null or a.status = $2) and ($3::text is null or a.language = $3)
       and ($4::text is null or a.audience = $4) and ($5::text is null or a.section = $5)
       and ($6::text is null or a.title ilike $6 or a.body ilike $6)
       and ($7::timestamptz is null or (a.status <> 'archived' and a.reviewed_at + make_interval(days => a.review_days) <= $7))
       and ($8::text is null or (a.updated_at, a.id) < ($8::timestamptz, $9::uuid))
     order by a.updated_at desc, a.id desc limit $10`,
    [
      ctx.workspaceId,
      filter.status ?? null,
      filter.language ?? null,
      filter.audience ?? null,
      filter.section ?? null,
      like,
      filter.dueAt ?? null,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      filter.limit + 1,
    ],
  );
}

export async function articleById(
  ctx: Ctx,
  id: string,
  lock = false,
): Promise<(ArticleRow & { yes: number; no: number }) | null> {
  const [row] = await ctx.query<ArticleRow & { yes: number; no: number }>(
    `select ${FIELDS}, a.body, ${FEEDBACK} from article a where a.workspace_id = $1 and a.id = $2 ${lock ? 'for update' : ''}`,
    [ctx.workspaceId, id],
  );
  return row ?? null;
}

export async function articleBySource(ctx: Ctx, kind: ArticleSource, ref: string): Promise<ArticleRow | null> {
  const [row] = await ctx.query<ArticleRow>(
    `select ${FIELDS}, a.body from article a where a.workspace_id = $1 and a.source_kind = $2 and a.source_ref = $3`,
    [ctx.workspaceId, kind, ref],
  );
  return row ?? null;
}

/** False: the address, the translation or the source is taken. */
export async function insertArticle(ctx: Ctx, row: ArticleRow): Promise<boolean> {
  const rows = await ctx.query(
    `insert into article (id, workspace_id, translation_group, language, slug, title, body, section, tags, audience, status,
       version, source_kind, source_ref, source_hash, review_days, reviewed_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', 1, $11, $12, $13, $14, $15, $15, $15)
     on conflict do nothing returning id`,
    [
      row.id,
      ctx.workspaceId,
      row.translationGroup,
      row.language,
      row.slug,
      row.title,
      row.body,
      row.section,
      row.tags,
      row.audience,
      row.sourceKind,
      row.sourceRef,
      row.sourceHash,
      row.reviewDays,
      row.createdAt,
    ],
  );
  return rows.length > 0;
}

export async function updateArticle(ctx: Ctx, row: ArticleRow): Promise<void> {
  await ctx.query(
    `update article set slug = $3, title = $4, body = $5, section = $6, tags = $7, audience = $8, status = $9, version = $10,
       published_version = $11, published_at = $12, source_hash = $13, review_days = $14, reviewed_at = $15, updated_at = $16
     where workspace_id = $1 and id = $2`,
    [
      ctx.workspaceId,
      row.id,
      row.slug,
      row.title,
      row.body,
      row.section,
      row.tags,
      row.audience,
      row.status,
      row.version,
      row.publishedVersion,
      row.publishedAt,
      row.sourceHash,
      row.reviewDays,
      row.reviewedAt,
      row.updatedAt,
    ],
  );
}

export async function touchIndex(ctx: Ctx, id: string): Promise<void> {
  await ctx.query('update article set indexed_at = clock_timestamp() where workspace_id = $1 and id = $2', [
    ctx.workspaceId,
    id,
  ]);
}

export async function insertVersion(
  ctx: Ctx,
  row: { articleId: string; version: number; title: string; body: string; at: Date },
): Promise<void> {
  const { kind, id, name } = ctx.actor;
  await ctx.query(
    `insert into article_version (article_id, workspace_id, version, title, body, actor_kind, actor_id, actor_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.articleId, ctx.workspaceId, row.version, row.title, row.body, kind, id, name, row.at],
  );
}

const VERSION = `version, title, body, created_at as "createdAt",
  jsonb_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as author`;

type VersionRow = Omit<ArticleVersionBody, 'createdAt'> & { createdAt: Date };

const versionBody = (row: VersionRow): ArticleVersionBody => ({ ...row, createdAt: row.createdAt.toISOString() });

export async function versionsOf(ctx: Ctx, articleId: string): Promise<ArticleVersionBody[]> {
  const rows = await ctx.query<VersionRow>(
    `select ${VERSION} from article_version where workspace_id = $1 and article_id = $2 order by version desc limit 200`,
    [ctx.workspaceId, articleId],
  );
  return rows.map(versionBody);
}

export async function versionOf(ctx: Ctx, articleId: string, version: number): Promise<ArticleVersionBody | null> {
  const [row] = await ctx.query<VersionRow>(
    `select ${VERSION} from article_version where workspace_id = $1 and article_id = $2 and version = $3`,
    [ctx.workspaceId, articleId, version],
  );
  return row ? versionBody(row) : null;
}

export async function translationsOf(
  ctx: Ctx,
  group: string,
): Promise<{ id: string; language: string; title: string; status: ArticleStatus }[]> {
  return ctx.query(
    'select id, language, title, status from article where workspace_id = $1 and translation_group = $2 order by language limit 100',
    [ctx.workspaceId, group],
  );
}

export async function phrasingsOf(ctx: Ctx, articleId: string): Promise<{ id: string; text: string }[]> {
  return ctx.query(
    'select id, text from article_phrasing where workspace_id = $1 and article_id = $2 order by created_at, id',
    [ctx.workspaceId, articleId],
  );
}

export async function slugTaken(ctx: Ctx, language: string, slug: string, besides: string): Promise<boolean> {
  const rows = await ctx.query(
    'select id from article where workspace_id = $1 and language = $2 and slug = $3 and id <> $4',
    [ctx.workspaceId, language, slug, besides],
  );
  return rows.length > 0;
}
