import { KnowledgeService } from '@satchel/knowledge';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { ArticleSearch } from './article-search';
import type { SearchArticlesData } from './tool-data';

/** What the shop published for its customers; a question without a good passage goes on the list of gaps. */
@Injectable()
export class Articles implements ArticleSearch {
  constructor(private readonly knowledge: KnowledgeService) {}

  async search(
    ctx: Ctx,
    { text, language, limit }: { text: string; language: string | null; limit: number },
  ): Promise<SearchArticlesData['passages']> {
    const found = await this.knowledge.search(ctx, {
      query: text,
      ...(language && { language }),
      audience: 'public',
      limit,
      askedBy: 'ai',
    });
    return found.map(({ cite, title, text: passage, url, updatedAt, score }) => ({
      cite,
      title,
      text: passage,
      url,
      updatedAt,
      score,
    }));
  }
}
