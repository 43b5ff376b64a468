import type { PassageBody } from '@satchel/contracts';
import { Config, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { articleById } from './article/article.queries';
import { noSuchArticle } from './article/article.errors';
import { PassageIndex } from './passages/passage-index.service';
import { RetrievalService, type SearchRequest } from './retrieval/retrieval.service';

/** What other rooms ask of the shop's knowledge. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly retrieval: RetrievalService,
    private readonly index: PassageIndex,
    private readonly config: Config,
  ) {}

  /** The best passage of each article that may answer, best first. */
  async search(ctx: Ctx, request: SearchRequest): Promise<PassageBody[]> {
    const found = await this.retrieval.search(ctx, request);
    return found.map(({ slug, language, audience, ...passage }) => ({
      ...passage,
      url: audience === 'public' ? `${this.config.publicUrl}/help/${language}/${encodeURIComponent(slug)}` : null,
    }));
  }

  /** Remembers that this question was answered by that article: the next one like it is found. */
  async teach(
    ctx: Ctx,
    given: { articleId: string; question: string; source?: 'person' | 'ticket' },
  ): Promise<{ added: boolean }> {
    const article = await articleById(ctx, given.articleId);
    if (!article) throw noSuchArticle();
    return { added: await this.index.teach(ctx, article, given.question, given.source ?? 'person') };
  }
}
