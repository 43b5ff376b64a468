import type { Ctx } from '@satchel/kernel';
import type { SearchArticlesData } from './tool-data';

/** The shop's own articles, for a room that has them. */
export interface ArticleSearch {
  /** Best first; only what customers may read. */
  search(
    ctx: Ctx,
    request: { text: string; language: string | null; limit: number },
  ): Promise<SearchArticlesData['passages']>;
}

/** Provide it, and the AI searches; left out, there is no such tool. */
export const ARTICLE_SEARCH = Symbol('ArticleSearch');
