import { Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { tooManyPhrasings } from '../article/article.errors';
import { type ArticleRow, touchIndex, versionOf } from '../article/article.queries';
import { Embeddings } from '../embeddings/embeddings.service';
import { RetrievalService } from '../retrieval/retrieval.service';
import { stemmerOf } from './language';
import {
  addPhrasing,
  countPhrasings,
  dropPassages,
  moveAudience,
  removePhrasing,
  writePassages,
} from './passage.queries';
import { plainText } from './plain-text';
import { splitMarkdown } from './split';

const MOST_PASSAGES = 400;
const MOST_PHRASINGS = 100;

/** What is searched of articles: kept true to their published versions. */
@Injectable()
export class PassageIndex {
  constructor(
    private readonly retrieval: RetrievalService,
    private readonly embeddings: Embeddings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async rebuild(tx: Ctx, article: ArticleRow): Promise<void> {
    const live = await versionOf(tx, article.id, article.publishedVersion ?? article.version);
    if (!live) return;
    const split = splitMarkdown(live.body)
      .map(({ heading, text }) => ({ heading: plainText(heading), text: plainText(text) }))
      .filter(({ text }) => text !== '')
      .slice(0, MOST_PASSAGES);
    // An article of a title alone is found by it.
    const passages = split.length > 0 ? split : [{ heading: '', text: live.title }];
    await writePassages(tx, indexed(article), live.title, passages);
    await moveAudience(tx, article.id, article.audience);
    await this.changed(tx, article.id);
  }

  async remove(tx: Ctx, articleId: string): Promise<void> {
    await dropPassages(tx, articleId);
    await this.changed(tx, articleId);
  }

  /** Remembers how somebody asked for it; false: nothing new. */
  async teach(ctx: Ctx, article: ArticleRow, text: string, source: 'person' | 'ticket'): Promise<boolean> {
    return ctx.transaction(async (tx) => {
      if ((await countPhrasings(tx, article.id)) >= MOST_PHRASINGS) throw tooManyPhrasings(MOST_PHRASINGS);
      const added = await addPhrasing(tx, {
        ...indexed(article),
        id: this.ids.next(),
        text: text.trim().slice(0, 500),
        source,
        at: this.clock.now(),
      });
      if (added) await this.changed(tx, article.id);
      return added;
    });
  }

  async unteach(ctx: Ctx, articleId: string, phrasingId: string): Promise<boolean> {
    return ctx.transaction(async (tx) => {
      const gone = await removePhrasing(tx, articleId, phrasingId);
      if (gone) await this.changed(tx, articleId);
      return gone;
    });
  }

  private async changed(tx: Ctx, articleId: string): Promise<void> {
    await touchIndex(tx, articleId);
    await this.embeddings.changed(tx);
    tx.afterCommit(() => this.retrieval.forget(tx.workspaceId));
  }
}

const indexed = ({
  id,
  language,
  audience,
}: ArticleRow): { articleId: string; language: string; audience: ArticleRow['audience']; stemmer: string } => ({
  articleId: id,
  language,
  audience,
  stemmer: stemmerOf(language),
});
