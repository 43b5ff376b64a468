import type { Ctx } from '@satchel/kernel';

export type AskedBy = 'help_centre' | 'ai' | 'person';

export interface OpenQuestion {
  id: string;
  text: string;
  askedAt: Date;
}

export async function insertQuestion(
  ctx: Ctx,
  row: {
    id: string;
    text: string;
    language: string | null;
    askedBy: AskedBy;
    answered: boolean;
    articleId: string | null;
    at: Date;
  },
): Promise<void> {
  await ctx.query(
    `insert into article_question (id, workspace_id, text, language, asked_by, answered, article_id, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, ctx.workspaceId, row.text, row.language, row.askedBy, row.answered, row.articleId, row.at],
  );
}

/** Newest first. */
export async function openQuestions(ctx: Ctx, since: Date, most: number): Promise<OpenQuestion[]> {
  return ctx.query<OpenQuestion>(
    `select id, text, asked_at as "askedAt" from article_question
     where workspace_id = $1 and not answered and not dismissed and asked_at >= $2 order by asked_at desc, id desc limit $3`,
    [ctx.workspaceId, since, most],
  );
}

export async function dismissQuestions(ctx: Ctx, ids: readonly string[]): Promise<number> {
  const rows = await ctx.query(
    'update article_question set dismissed = true where workspace_id = $1 and id = any($2::uuid[]) and not dismissed returning id',
    [ctx.workspaceId, ids],
  );
  return rows.length;
}

/** What is older tells nothing about today's shop. */
export async function dropQuestions(ctx: Ctx, before: Date): Promise<void> {
  await ctx.query(
    `delete from article_question where id in (
       select id from article_question where workspace_id = $1 and asked_at < $2 order by asked_at limit 500)`,
    [ctx.workspaceId, before],
  );
}
