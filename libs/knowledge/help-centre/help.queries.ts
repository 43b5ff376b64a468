import type { Ctx } from '@satchel/kernel';

export interface Listed {
  slug: string;
  title: string;
  section: string;
  language: string;
  publishedAt: Date;
}

export interface Shown extends Listed {
  id: string;
  body: string;
}

const LIVE = `a.workspace_id = $1 and a.status = 'published' and a.audience = 'public'`;
const MOST = 2_000;

export async function listed(ctx: Ctx, language: string): Promise<Listed[]> {
  return ctx.query<Listed>(
    `select a.slug, v.title, a.section, a.language, a.published_at as "publishedAt"
     from article a join article_version v on v.article_id = a.id and v.version = a.published_version
     where ${LIVE} and a.language = $2 order by a.section, v.title, a.id limit ${MOST}`,
    [ctx.workspaceId, language],
    { name: 'help-listed' },
  );
}

/** For the sitemap: every article with its translations. */
export async function everyArticle(ctx: Ctx): Promise<(Listed & { group: string })[]> {
  return ctx.query(
    `select a.slug, a.title, a.section, a.language, a.published_at as "publishedAt", a.translation_group as "group"
     from article a where ${LIVE} order by a.language, a.slug limit 20000`,
    [ctx.workspaceId],
  );
}

export async function shown(ctx: Ctx, language: string, slug: string): Promise<Shown | null> {
  const [row] = await ctx.query<Shown>(
    `select a.id, a.slug, v.title, v.body, a.section, a.language, a.published_at as "publishedAt"
     from article a join article_version v on v.article_id = a.id and v.version = a.published_version
     where ${LIVE} and a.language = $2 and a.slug = $3`,
    [ctx.workspaceId, language, slug],
    { name: 'help-shown' },
  );
  return row ?? null;
}

export async function alternatesOf(ctx: Ctx, articleId: string): Promise<{ language: string; slug: string }[]> {
  return ctx.query(
    `select a.language, a.slug from article a where ${LIVE}
       and a.translation_group = (select translation_group from article where workspace_id = $1 and id = $2) order by a.language`,
    [ctx.workspaceId, articleId],
  );
}

export async function languagesShown(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.query<{ language: string }>(
    `select a.language from article a where ${LIVE} group by a.language order by count(*) desc, a.language`,
    [ctx.workspaceId],
    { name: 'help-languages' },
  );
  return rows.map(({ language }) => language);
}

/** A second vote of one visitor replaces the first. */
export async function vote(
  ctx: Ctx,
  row: { articleId: string; visitor: string; helpful: boolean; at: Date },
): Promise<void> {
  await ctx.query(
    `insert into article_feedback (article_id, workspace_id, visitor, helpful, given_at) values ($2, $1, $3, $4, $5)
     on conflict (article_id, visitor) do update set helpful = excluded.helpful, given_at = excluded.given_at`,
    [ctx.workspaceId, row.articleId, row.visitor, row.helpful, row.at],
  );
}
