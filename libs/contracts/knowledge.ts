import type { Author, Page } from './common';

export const ARTICLE_STATUSES = ['draft', 'published', 'archived'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

/** `internal`: for people (and notes), never told to a customer. */
export const AUDIENCES = ['public', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const ARTICLE_SOURCES = ['written', 'url', 'file', 'ticket'] as const;
export type ArticleSource = (typeof ARTICLE_SOURCES)[number];

/** An article on a list: without its text. */
export interface ArticleSummaryBody {
  id: string;
  title: string;
  /** BCP 47: "en", "de". */
  language: string;
  slug: string;
  section: string;
  tags: string[];
  audience: Audience;
  status: ArticleStatus;
  /** The newest; what readers see is `publishedVersion`. */
  version: number;
  publishedVersion: number | null;
  source: { kind: ArticleSource; ref: string | null };
  reviewedAt: string;
  /** Null: nobody has to look at it again. */
  reviewDays: number | null;
  /** When it has to be looked at again. */
  reviewDueAt: string | null;
  helpful: { yes: number; no: number };
  updatedAt: string;
}

export interface ArticleBody extends ArticleSummaryBody {
  /** Markdown, of the newest version. */
  body: string;
  /** As the help centre shows it: safe HTML. */
  html: string;
  translations: { id: string; language: string; title: string; status: ArticleStatus }[];
  phrasings: { id: string; text: string }[];
  createdAt: string;
}

export type ArticlePage = Page<ArticleSummaryBody>;

export interface ArticleVersionBody {
  version: number;
  title: string;
  body: string;
  author: Author;
  createdAt: string;
}

/** A passage that may answer a question. */
export interface PassageBody {
  /** Names the passage in a reply: "en/returns#2". */
  cite: string;
  articleId: string;
  title: string;
  text: string;
  /** Null: nobody outside can read it. */
  url: string | null;
  updatedAt: string;
  /** 0 to about 1; good for ordering alone. */
  score: number;
  /** How far its article stands before the next one; of the first one: how sure the search is. */
  gap: number;
}

export interface GapBody {
  /** The newest way it was asked. */
  question: string;
  count: number;
  lastAskedAt: string;
  /** Other ways it was asked, at most five. */
  examples: string[];
  questionIds: string[];
}

export const IMPORT_KINDS = ['url', 'site', 'files'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportState = 'queued' | 'running' | 'done' | 'failed';

export interface ArticleImportBody {
  id: string;
  kind: ImportKind;
  source: string;
  state: ImportState;
  done: number;
  /** Null: not known yet. */
  total: number | null;
  results: ImportResultBody[];
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
}

/** What became of one page or file. */
export interface ImportResultBody {
  source: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed';
  articleId: string | null;
  title: string | null;
  /** Why it was skipped or failed, in words. */
  reason: string | null;
}
