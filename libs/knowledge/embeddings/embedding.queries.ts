import type { Ctx } from '@satchel/kernel';

export interface Missing {
  kind: 'passage' | 'phrasing';
  articleId: string;
  /** Of a phrasing. */
  id: string | null;
  /** Of a passage. */
  position: number | null;
  text: string;
}

export interface Stored {
  articleId: string;
  embedding: number[];
}

const MOST_CHARS = 4_000;

export async function missing(ctx: Ctx, model: string, limit: number): Promise<Missing[]> {
  return ctx.query<Missing>(
    `select * from (
       select 'passage' as kind, p.article_id as "articleId", null::uuid as id, p.position,
         left(concat_ws(E'\\n', a.title, nullif(p.heading, ''), p.text), ${MOST_CHARS}) as text
       from article_passage p join article a on a.id = p.article_id
       where p.workspace_id = $1 and p.embedding_model is distinct from $2
       union all
       select 'phrasing', f.article_id, f.id, null, f.text from article_phrasing f
       where f.workspace_id = $1 and f.embedding_model is distinct from $2) found
     limit $3`,
    [ctx.workspaceId, model, limit],
  );
}

/** Only where the text is still the one that was embedded: an article may have been published again meanwhile. */
export async function store(ctx: Ctx, model: string, row: Missing, embedding: readonly number[]): Promise<void> {
  if (row.kind === 'phrasing') {
    await ctx.query(
      `update article_phrasing set embedding = $3::float4[], embedding_model = $4, embedded_at = clock_timestamp()
       where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, row.id, embedding, model],
    );
    return;
  }
  await ctx.query(
    `update article_passage p set embedding = $4::float4[], embedding_model = $5, embedded_at = clock_timestamp()
     from article a
     where p.workspace_id = $1 and p.article_id = $2 and p.position = $3 and a.id = p.article_id
       and left(concat_ws(E'\\n', a.title, nullif(p.heading, ''), p.text), ${MOST_CHARS}) = $6`,
    [ctx.workspaceId, row.articleId, row.position, embedding, model, row.text],
  );
}

/** Changes whenever an embedding comes or goes. */
export async function versionOf(ctx: Ctx, model: string): Promise<string> {
  const [row] = await ctx.query<{ version: string }>(
    `select concat_ws(' ', count(*), max(at)) as version from (
       select embedded_at as at from article_passage where workspace_id = $1 and embedding_model = $2
       union all
       select embedded_at from article_phrasing where workspace_id = $1 and embedding_model = $2) made`,
    [ctx.workspaceId, model],
    { name: 'knowledge-embeddings-version' },
  );
  return row?.version ?? '0';
}

export async function stored(ctx: Ctx, model: string, limit: number): Promise<Stored[]> {
  return ctx.query<Stored>(
    `(select article_id as "articleId", embedding from article_passage
      where workspace_id = $1 and embedding_model = $2 order by embedded_at desc limit $3)
     union all
     (select article_id, embedding from article_phrasing
      where workspace_id = $1 and embedding_model = $2 order by embedded_at desc limit $3)`,
    [ctx.workspaceId, model, limit],
  );
}
