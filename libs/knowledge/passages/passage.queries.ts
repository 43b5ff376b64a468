import type { Audience } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { gramsOf } from './grams';

interface Indexed {
  articleId: string;
  language: string;
  audience: Audience;
  stemmer: string;
}

/** The lexemes of a text, each once. */
export async function lexemes(ctx: Ctx, text: string, stemmer: string): Promise<string[]> {
  const [row] = await ctx.query<{ lexemes: string[] }>(
    'select tsvector_to_array(to_tsvector($2::regconfig, $1)) as lexemes',
    [text, stemmer],
  );
  return row?.lexemes ?? [];
}

const gramsOfWords = (words: readonly string[]): string[] => [
  ...gramsOf(words.map((word) => [word, 1] as const)).keys(),
];

/** Replaces what is searched of an article. */
export async function writePassages(
  ctx: Ctx,
  { articleId, language, audience, stemmer }: Indexed,
  title: string,
  passages: readonly { heading: string; text: string }[],
): Promise<void> {
  await dropPassages(ctx, articleId);
  const grams = gramsOfWords(await lexemes(ctx, title, stemmer));
  await ctx.query(
    `insert into article_passage (article_id, workspace_id, position, language, audience, heading, text, words, grams)
     select $2, $1, place - 1, $3, $4, heading, body,
       setweight(to_tsvector($5::regconfig, $6), 'A') || to_tsvector($5::regconfig, heading || ' ' || body),
       case when place = 1 then array_to_tsvector($7::text[]) else ''::tsvector end
     from unnest($8::text[], $9::text[]) with ordinality p (heading, body, place)`,
    [
      ctx.workspaceId,
      articleId,
      language,
      audience,
      stemmer,
      title,
      grams,
      passages.map(({ heading }) => heading),
      passages.map(({ text }) => text),
    ],
  );
}

export async function dropPassages(ctx: Ctx, articleId: string): Promise<void> {
  await ctx.query('delete from article_passage where workspace_id = $1 and article_id = $2', [
    ctx.workspaceId,
    articleId,
  ]);
}

/** False: it is known already. */
export async function addPhrasing(
  ctx: Ctx,
  row: Indexed & { id: string; text: string; source: 'person' | 'ticket'; at: Date },
): Promise<boolean> {
  const words = await lexemes(ctx, row.text, row.stemmer);
  if (words.length === 0) return false;
  const added = await ctx.query(
    `insert into article_phrasing (id, workspace_id, article_id, language, audience, text, words, grams, source, created_at)
     values ($1, $2, $3, $4, $5, $6, to_tsvector($7::regconfig, $6), array_to_tsvector($8::text[]), $9, $10)
     on conflict do nothing returning id`,
    [
      row.id,
      ctx.workspaceId,
      row.articleId,
      row.language,
      row.audience,
      row.text,
      row.stemmer,
      gramsOfWords(words),
      row.source,
      row.at,
    ],
  );
  return added.length > 0;
}

export async function removePhrasing(ctx: Ctx, articleId: string, id: string): Promise<boolean> {
  const gone = await ctx.query(
    'delete from article_phrasing where workspace_id = $1 and article_id = $2 and id = $3 returning id',
    [ctx.workspaceId, articleId, id],
  );
  return gone.length > 0;
}

export async function countPhrasings(ctx: Ctx, articleId: string): Promise<number> {
  const [row] = await ctx.query<{ count: number }>(
    'select count(*)::int as count from article_phrasing where workspace_id = $1 and article_id = $2',
    [ctx.workspaceId, articleId],
  );
  return row?.count ?? 0;
}

/** Phrasings are seen by whoever sees their article. */
export async function moveAudience(ctx: Ctx, articleId: string, audience: Audience): Promise<void> {
  await ctx.query(
    'update article_phrasing set audience = $3 where workspace_id = $1 and article_id = $2 and audience <> $3',
    [ctx.workspaceId, articleId, audience],
  );
}
