import type { ArticleSummaryBody } from '@satchel/contracts';
import type { ArticleRow } from './article.queries';

const DAY_MS = 86_400_000;

export function summaryOf(row: Omit<ArticleRow, 'body'> & { yes: number; no: number }): ArticleSummaryBody {
  const due = row.reviewDays === null ? null : new Date(row.reviewedAt.getTime() + row.reviewDays * DAY_MS);
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    slug: row.slug,
    section: row.section,
    tags: row.tags,
    audience: row.audience,
    status: row.status,
    version: row.version,
    publishedVersion: row.publishedVersion,
    source: { kind: row.sourceKind, ref: row.sourceRef },
    reviewedAt: row.reviewedAt.toISOString(),
    reviewDays: row.reviewDays,
    reviewDueAt: due?.toISOString() ?? null,
    helpful: { yes: row.yes, no: row.no },
    updatedAt: row.updatedAt.toISOString(),
  };
}
