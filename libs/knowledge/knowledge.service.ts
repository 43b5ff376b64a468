import type { ArticleBody, EventMap, PassageBody } from '@satchel/contracts';
import { Config, type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { articleById, articleBySource } from './article/article.queries';
import { noSuchArticle } from './article/article.errors';
import { ArticleService } from './article/article.service';
import { GapsService } from './gaps/gaps.service';
import type { AskedBy } from './gaps/question.queries';
import { redact } from './gaps/redact';
import { PassageIndex } from './passages/passage-index.service';
import { RetrievalService, type SearchRequest } from './retrieval/retrieval.service';

/** `known`: an article answers it already, and has learned to be asked like this. */
export type Suggested =
  { state: 'drafted'; article: ArticleBody } | { state: 'known'; articleId: string } | { state: 'too_little' };

const LEAST_WORDS = 12;
/** So sure that another article would only repeat it. */
const SURE_SCORE = 0.6;
const SURE_GAP = 0.15;

/** What other rooms ask of the shop's knowledge. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly retrieval: RetrievalService,
    private readonly articles: ArticleService,
    private readonly index: PassageIndex,
    private readonly gaps: GapsService,
    private readonly events: EventLog,
    private readonly config: Config,
  ) {}

  /** The best passage of each article that may answer, best first. `askedBy`: on the list of gaps when nothing good is found. */
  async search(ctx: Ctx, request: SearchRequest & { askedBy?: AskedBy }): Promise<PassageBody[]> {
    const found = await this.retrieval.search(ctx, request);
    if (request.askedBy) await this.gaps.note(ctx, { ...request, askedBy: request.askedBy }, found);
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
    return { added: await this.index.teach(ctx, article, redact(given.question), given.source ?? 'person') };
  }

  async unteach(ctx: Ctx, articleId: string, phrasingId: string): Promise<void> {
    if (!(await this.index.unteach(ctx, articleId, phrasingId))) throw noSuchArticle();
  }

  /**
   * A draft from what a person answered on a solved ticket, for a person to edit and publish. Asked twice for the same
   * ticket, it answers with the draft that is there.
   */
  async suggest(
    ctx: Ctx,
    given: { question: string; answer: string; ticketId: string; language?: string },
  ): Promise<Suggested> {
    const question = redact(given.question).slice(0, 200);
    const answer = given.answer.trim();
    if (question.length < 8 || answer.split(/\s+/).length < LEAST_WORDS) return { state: 'too_little' };
    const before = await articleBySource(ctx, 'ticket', given.ticketId);
    if (before) return { state: 'drafted', article: await this.articles.get(ctx, before.id) };
    const [best] = await this.retrieval.search(ctx, {
      query: question,
      language: given.language,
      audience: 'internal',
      limit: 1,
    });
    if (best && best.score >= SURE_SCORE && best.gap >= SURE_GAP) return { state: 'known', articleId: best.articleId };
    return ctx.transaction(async (tx) => {
      const article = await this.articles.create(tx, {
        title: titleOf(question),
        body: answer.split('\n').map(redactLine).join('\n'),
        language: given.language ?? 'en',
        tags: ['suggested'],
        source: { kind: 'ticket', ref: given.ticketId, hash: null },
      });
      await this.teach(tx, { articleId: article.id, question, source: 'ticket' });
      await this.events.append<EventMap, 'article.suggested'>(
        tx,
        'article.suggested',
        { articleId: article.id, ticketId: given.ticketId },
        { ticketId: given.ticketId },
      );
      return { state: 'drafted', article: await this.articles.get(tx, article.id) };
    });
  }
}

/** Lines keep their place: lists stay lists. */
const redactLine = (line: string): string => `${/^\s*/.exec(line)?.[0] ?? ''}${redact(line)}`;

function titleOf(question: string): string {
  const first = question.split(/(?<=[.?!])\s/)[0] ?? question;
  return first.length > 120 ? `${first.slice(0, 117).trimEnd()}…` : first;
}
