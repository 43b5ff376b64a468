import type { ArticleImportBody, Audience, ImportKind, ImportResultBody, ImportState } from '@satchel/contracts';
import type { Actor, Ctx } from '@satchel/kernel';
import type { FoundDocument } from './document';

/** What was asked for, kept until the job has done it. */
export interface ImportOptions {
  language: string | null;
  section: string;
  audience: Audience;
  mostPages: number;
  documents: FoundDocument[];
}

export interface ImportRow {
  id: string;
  kind: ImportKind;
  source: string;
  options: ImportOptions;
  state: ImportState;
  actor: Actor;
}

const BODY = `id, kind, source, state, done, total, results, error, created_at as "createdAt", finished_at as "finishedAt"`;
type BodyRow = Omit<ArticleImportBody, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null };

const bodyOf = (row: BodyRow): ArticleImportBody => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

export async function insertImport(ctx: Ctx, row: Omit<ImportRow, 'state'> & { at: Date }): Promise<void> {
  await ctx.query(
    `insert into article_import (id, workspace_id, kind, source, options, state, actor, created_at)
     values ($1, $2, $3, $4, $5, 'queued', $6, $7)`,
    [row.id, ctx.workspaceId, row.kind, row.source, JSON.stringify(row.options), JSON.stringify(row.actor), row.at],
  );
}

export async function importRow(ctx: Ctx, id: string): Promise<ImportRow | null> {
  const [row] = await ctx.query<ImportRow>(
    'select id, kind, source, options, state, actor from article_import where workspace_id = $1 and id = $2',
    [ctx.workspaceId, id],
  );
  return row ?? null;
}

export async function importBody(ctx: Ctx, id: string): Promise<ArticleImportBody | null> {
  const [row] = await ctx.query<BodyRow>(`select ${BODY} from article_import where workspace_id = $1 and id = $2`, [
    ctx.workspaceId,
    id,
  ]);
  return row ? bodyOf(row) : null;
}

export async function importBodies(ctx: Ctx): Promise<ArticleImportBody[]> {
  const rows = await ctx.query<BodyRow>(
    `select ${BODY} from article_import where workspace_id = $1 order by created_at desc, id desc limit 20`,
    [ctx.workspaceId],
  );
  return rows.map(bodyOf);
}

/** A second run of the job begins anew: what was imported is found unchanged. */
export async function beginImport(ctx: Ctx, id: string): Promise<void> {
  await ctx.query(
    `update article_import set state = 'running', done = 0, total = null, results = '[]' where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, id],
  );
}

export async function noteResult(ctx: Ctx, id: string, result: ImportResultBody, total: number): Promise<void> {
  await ctx.query(
    `update article_import set done = done + 1, total = $4, results = results || $3::jsonb where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, id, JSON.stringify([result]), total],
  );
}

export async function endImport(ctx: Ctx, id: string, error: string | null, at: Date): Promise<void> {
  await ctx.query(
    `update article_import set state = $3, error = $4, finished_at = $5, options = options - 'documents',
       total = coalesce(total, done) where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, id, error === null ? 'done' : 'failed', error, at],
  );
}
