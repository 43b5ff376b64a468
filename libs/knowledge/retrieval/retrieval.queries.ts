import type { Audience } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { LexemeCounts, StoredPassage } from './features';
import { Statistics } from './statistics';

export interface Candidate {
  articleId: string;
  language: string;
  /** Text of a time: changes with whatever is searched of the article. */
  indexedAt: string;
}

export interface FoundPassage {
  articleId: string;
  position: number;
  heading: string;
  text: string;
  title: string;
  slug: string;
  language: string;
  audience: Audience;
  updatedAt: Date;
}

const MOST_BY_WORDS = 40;
const MOST_BY_LETTERS = 25;
const MOST_BY_PHRASINGS = 25;

export async function languagesOf(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.query<{ language: string }>(
    'select distinct language from article_passage where workspace_id = $1 order by language limit 20',
    [ctx.workspaceId],
    { name: 'knowledge-languages' },
  );
  return rows.map(({ language }) => language);
}

/** The question's lexemes, as the stemmer of each language sees it. */
export async function lexemesOf(ctx: Ctx, text: string, stemmers: readonly string[]): Promise<string[][]> {
  const rows = await ctx.query<{ lexemes: string[] }>(
    `select tsvector_to_array(to_tsvector(stemmer::regconfig, $1)) as lexemes
     from unnest($2::text[]) with ordinality s (stemmer, place) order by place`,
    [text, stemmers],
    { name: 'knowledge-lexemes' },
  );
  return rows.map(({ lexemes }) => lexemes);
}

export async function stemsOf(ctx: Ctx, words: readonly string[], stemmer: string): Promise<Map<string, string>> {
  const rows = await ctx.query<{ word: string; stem: string | null }>(
    'select word, (tsvector_to_array(to_tsvector($2::regconfig, word)))[1] as stem from unnest($1::text[]) word',
    [words, stemmer],
  );
  return new Map(rows.flatMap(({ word, stem }) => (stem === null ? [] : [[word, stem] as const])));
}

/** Articles that could be meant: by words, by letters of the title, by how it was asked before. */
export async function candidates(
  ctx: Ctx,
  asked: { words: string; grams: string; languages: readonly string[]; audiences: readonly Audience[] },
): Promise<Candidate[]> {
  return ctx.query<Candidate>(
    `with found as (
       (select article_id from article_passage
        where workspace_id = $1 and language = any($4::text[]) and audience = any($5::text[]) and words @@ $2::tsquery
        group by article_id order by max(ts_rank(words, $2::tsquery, 1)) desc, article_id limit ${MOST_BY_WORDS})
       union
       (select article_id from article_passage
        where workspace_id = $1 and language = any($4::text[]) and audience = any($5::text[]) and grams @@ $3::tsquery
        order by ts_rank(grams, $3::tsquery) / (1 + length(grams)) desc, article_id limit ${MOST_BY_LETTERS})
       union
       (select article_id from article_phrasing
        where workspace_id = $1 and language = any($4::text[]) and audience = any($5::text[])
          and (words @@ $2::tsquery or grams @@ $3::tsquery)
        group by article_id order by max(ts_rank(words, $2::tsquery, 1) + ts_rank(grams, $3::tsquery, 1)) desc, article_id
        limit ${MOST_BY_PHRASINGS}))
     select a.id as "articleId", a.language, a.indexed_at::text as "indexedAt"
     from found join article a on a.id = found.article_id and a.workspace_id = $1 and a.status = 'published'`,
    [ctx.workspaceId, asked.words, asked.grams, asked.languages, asked.audiences],
    { name: 'knowledge-candidates' },
  );
}

/** Of these articles the ones that may be shown, with what `candidates` tells of each. */
export async function shown(
  ctx: Ctx,
  articleIds: readonly string[],
  asked: { languages: readonly string[]; audiences: readonly Audience[] },
): Promise<Candidate[]> {
  return ctx.query<Candidate>(
    `select id as "articleId", language, indexed_at::text as "indexedAt" from article
     where workspace_id = $1 and id = any($2::uuid[]) and status = 'published'
       and language = any($3::text[]) and audience = any($4::text[])`,
    [ctx.workspaceId, articleIds, asked.languages, asked.audiences],
    { name: 'knowledge-shown' },
  );
}

interface StoredWords {
  articleId: string;
  passages: { position: number; words: { lexeme: string; weights: string[] }[] }[];
  phrasings: string[][];
}

/** All that is scored of these articles. */
export async function wordsOf(
  ctx: Ctx,
  articleIds: readonly string[],
): Promise<Map<string, { passages: StoredPassage[]; phrasings: string[][] }>> {
  const rows = await ctx.query<StoredWords>(
    `select a.id as "articleId",
       (select coalesce(json_agg(json_build_object('position', p.position, 'words',
          (select coalesce(json_agg(json_build_object('lexeme', w.lexeme, 'weights', w.weights)), '[]') from unnest(p.words) w))
          order by p.position), '[]') from article_passage p where p.article_id = a.id) as passages,
       (select coalesce(json_agg(tsvector_to_array(f.words)), '[]') from article_phrasing f where f.article_id = a.id) as phrasings
     from article a where a.workspace_id = $1 and a.id = any($2::uuid[])`,
    [ctx.workspaceId, articleIds],
  );
  return new Map(
    rows.map(({ articleId, passages, phrasings }) => [
      articleId,
      {
        passages: passages.map(({ position, words }) => ({ position, words: words.map(countsOf) })),
        phrasings,
      },
    ]),
  );
}

function countsOf({ lexeme, weights }: { lexeme: string; weights: string[] }): LexemeCounts {
  const inTitle = weights.filter((weight) => weight === 'A').length;
  return [lexeme, inTitle, weights.length - inTitle];
}

export async function passagesAt(
  ctx: Ctx,
  places: readonly { articleId: string; position: number }[],
): Promise<FoundPassage[]> {
  return ctx.query<FoundPassage>(
    `select p.article_id as "articleId", p.position, p.heading, p.text, a.title, a.slug, a.language, a.audience,
       a.published_at as "updatedAt"
     from unnest($2::uuid[], $3::integer[]) with ordinality wanted (article_id, position, place)
     join article_passage p on p.article_id = wanted.article_id and p.position = wanted.position
     join article a on a.id = p.article_id and a.status = 'published'
     where p.workspace_id = $1 order by wanted.place`,
    [ctx.workspaceId, places.map(({ articleId }) => articleId), places.map(({ position }) => position)],
    { name: 'knowledge-passages' },
  );
}

/** Reads every passage of the language: done once a minute at most. */
export async function statisticsOf(ctx: Ctx, languages: readonly string[]): Promise<Statistics> {
  const [sizes] = await ctx.query<{ articles: number; title: number; text: number; passage: number }>(
    `with words as (
       select p.article_id, p.position, sum(cardinality(array_positions(w.weights, 'A'))) as title,
         sum(cardinality(w.weights) - cardinality(array_positions(w.weights, 'A'))) as text
       from article_passage p, unnest(p.words) w where p.workspace_id = $1 and p.language = any($2::text[]) group by 1, 2),
     articles as (select article_id, max(title) as title, sum(text) as text from words group by 1)
     select (select count(*)::int from articles) as articles, (select avg(title)::float8 from articles) as title,
       (select avg(text)::float8 from articles) as text, (select avg(text)::float8 from words) as passage`,
    [ctx.workspaceId, languages],
  );
  const rows = await ctx.query<{ lexeme: string; articles: number }>(
    `select w.lexeme, count(distinct p.article_id)::int as articles
     from article_passage p, unnest(p.words) w
     where p.workspace_id = $1 and p.language = any($2::text[]) group by 1`,
    [ctx.workspaceId, languages],
  );
  if (!sizes || sizes.articles === 0) return Statistics.none;
  return new Statistics(
    sizes.articles,
    new Map(rows.map(({ lexeme, articles }) => [lexeme, articles])),
    sizes.title || 1,
    sizes.text || 1,
    sizes.passage || 1,
  );
}
