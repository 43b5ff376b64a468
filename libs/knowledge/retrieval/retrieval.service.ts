import type { Audience, PassageBody } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { gramsOf } from '../passages/grams';
import { Embeddings } from '../embeddings/embeddings.service';
import { fuse } from '../embeddings/fuse';
import { baseOf, stemmerOf } from '../passages/language';
import { askingWords } from './asking-words';
import { type Features, featuresOf } from './features';
import { Kept } from './kept';
import {
  type Candidate,
  candidates,
  languagesOf,
  lexemesOf,
  passagesAt,
  shown,
  statisticsOf,
  stemsOf,
  wordsOf,
} from './retrieval.queries';
import { type Question, scorer, WEIGHTS } from './score';
import { Statistics } from './statistics';
import { synonymGroups, synonymMap } from './synonyms';

export interface SearchRequest {
  query: string;
  /** The asker's; articles of other languages are looked at where it has none. */
  language?: string | null;
  /** `public`: what a customer may read. `internal`: everything. */
  audience: Audience;
  limit?: number;
}

export type SearchResult = Omit<PassageBody, 'url'> & { slug: string; language: string; audience: Audience };

/** A mail of a page has a few words that matter; more of them cost time and find less. */
const MOST_WORDS = 12;
const MOST_GRAMS = 60;
const MOST_CHARS = 4_000;
const STATISTICS_MS = 60_000;
/** Below it a few letters in common found it; where the meaning is known, that is no opinion. */
const WEAK = 0.2;
const KEPT_ARTICLES = 3_000;
const AUDIENCES: Record<Audience, Audience[]> = { public: ['public'], internal: ['public', 'internal'] };
/** Brings scores to about 0 to 1. */
const SCALE = 30;

/** What is known of a language's words beside any article. */
interface Meanings {
  synonyms: Map<string, string[]>;
  asking: ReadonlySet<string>;
}

@Injectable()
export class RetrievalService {
  private readonly features = new Kept<Features>(KEPT_ARTICLES);
  private readonly statistics = new Kept<{ at: number; value: Promise<Statistics> }>(100);

  private readonly meanings = new Kept<Meanings>(50);

  constructor(
    private readonly clock: Clock,
    private readonly embeddings: Embeddings,
  ) {}

  /** The best passage of each article that could be meant, best first. */
  async search(ctx: Ctx, request: SearchRequest): Promise<SearchResult[]> {
    const meaning = this.embeddings.ofQuestion(request.query.slice(0, MOST_CHARS));
    const spoken = await languagesOf(ctx);
    const wanted = request.language ? spoken.filter((one) => baseOf(one) === baseOf(request.language ?? '')) : [];
    const found = await this.inLanguages(ctx, request, wanted.length > 0 ? wanted : spoken, meaning);
    if (found.length > 0 || wanted.length === 0 || wanted.length === spoken.length) return found;
    return this.inLanguages(ctx, request, spoken, meaning);
  }

  /** What was counted is no longer true: articles came or went. */
  forget(workspaceId: string): void {
    this.statistics.drop(`${workspaceId} `);
  }

  private async inLanguages(
    ctx: Ctx,
    request: SearchRequest,
    languages: readonly string[],
    meaning: Promise<number[] | null>,
  ): Promise<SearchResult[]> {
    if (languages.length === 0) return [];
    const stemmers = [...new Set(languages.map(stemmerOf))];
    const lexemes = await lexemesOf(ctx, request.query.slice(0, MOST_CHARS).replace(/\0/g, ' '), stemmers);
    const questions = new Map<string, { question: Question; statistics: Statistics }>();
    for (const [index, stemmer] of stemmers.entries()) {
      const spoken = languages.filter((language) => stemmerOf(language) === stemmer);
      const statistics = await this.counted(ctx, spoken);
      questions.set(stemmer, {
        question: questionOf(lexemes[index] ?? [], statistics, await this.meaningsOf(ctx, spoken[0] ?? '')),
        statistics,
      });
    }
    const all = [...questions.values()].flatMap(({ question }) => question.words);
    if (all.length === 0) return [];
    const among = { languages, audiences: AUDIENCES[request.audience] };
    const byWords = await candidates(ctx, {
      words: anyOf(all.flatMap(({ lexeme, synonyms }) => [lexeme, ...synonyms])),
      grams: anyOf([...gramsOf(all.map(({ lexeme }) => [lexeme, 1] as const)).keys()].slice(0, MOST_GRAMS)),
      ...among,
    });
    const embedding = await meaning;
    const nearest = embedding ? await this.embeddings.nearest(ctx, embedding) : [];
    const found = new Set(byWords.map(({ articleId }) => articleId));
    const others = nearest.filter(({ articleId }) => !found.has(articleId)).map(({ articleId }) => articleId);
    const list = others.length > 0 ? [...byWords, ...(await shown(ctx, others, among))] : byWords;
    const features = await this.featuresFor(ctx, list);
    const scorers = new Map(
      [...questions].map(([stemmer, { question, statistics }]) => [stemmer, scorer(question, statistics)]),
    );
    const meant = new Map(nearest.map(({ articleId, likeness }) => [articleId, likeness]));
    const judged = list
      .flatMap(({ articleId, language }) => {
        const known = features.get(articleId);
        const scoreOf = scorers.get(stemmerOf(language));
        if (!known || !scoreOf) return [];
        const { score, position } = scoreOf(known);
        return [{ articleId, position, byWords: score, score: Math.max(score / SCALE, meant.get(articleId) ?? 0) }];
      })
      .sort((a, b) => b.byWords - a.byWords || (a.articleId < b.articleId ? -1 : 1));
    const order = fuse(
      judged
        .filter(
          ({ articleId, byWords: score }) => found.has(articleId) && (nearest.length === 0 || score >= WEAK * SCALE),
        )
        .map(({ articleId }) => articleId),
      nearest.map(({ articleId }) => articleId),
    );
    const byId = new Map(judged.map((one) => [one.articleId, one]));
    const scored = order.flatMap((articleId) => byId.get(articleId) ?? []);
    const limit = request.limit ?? 5;
    const passages = await passagesAt(ctx, scored.slice(0, limit));
    const scores = new Map(scored.map(({ articleId, score }, rank) => [articleId, { score, rank }]));
    return passages.map((passage) => {
      const { score, rank } = scores.get(passage.articleId) ?? { score: 0, rank: 0 };
      const next = scored[rank + 1]?.score ?? 0;
      return {
        cite: `${passage.language}/${passage.slug}#${passage.position + 1}`,
        articleId: passage.articleId,
        title: passage.title,
        text: passage.heading ? `${passage.heading}\n${passage.text}` : passage.text,
        updatedAt: passage.updatedAt.toISOString(),
        score,
        gap: Math.max(0, score - next),
        slug: passage.slug,
        language: passage.language,
        audience: passage.audience,
      };
    });
  }

  private async featuresFor(ctx: Ctx, list: readonly Candidate[]): Promise<Map<string, Features>> {
    const keyOf = ({ articleId, indexedAt }: Candidate): string => `${ctx.workspaceId} ${articleId} ${indexedAt}`;
    const features = new Map<string, Features>();
    const missing: Candidate[] = [];
    for (const one of list) {
      const known = this.features.get(keyOf(one));
      if (known) features.set(one.articleId, known);
      else missing.push(one);
    }
    if (missing.length === 0) return features;
    const words = await wordsOf(
      ctx,
      missing.map(({ articleId }) => articleId),
    );
    for (const one of missing) {
      const stored = words.get(one.articleId);
      if (!stored) continue;
      const made = featuresOf(stored.passages, stored.phrasings);
      this.features.set(keyOf(one), made);
      features.set(one.articleId, made);
    }
    return features;
  }

  /** Our own lists, as PostgreSQL stems them. */
  private async meaningsOf(ctx: Ctx, language: string): Promise<Meanings> {
    const base = baseOf(language);
    const known = this.meanings.get(base);
    if (known) return known;
    const asking = askingWords(base);
    const stems = await stemsOf(ctx, [...new Set([...synonymGroups(base).flat(), ...asking])], stemmerOf(language));
    const made = {
      synonyms: synonymMap(base, (word) => stems.get(word) ?? null),
      asking: new Set(asking.flatMap((word) => stems.get(word) ?? [])),
    };
    this.meanings.set(base, made);
    return made;
  }

  /** Stale ones are used while new ones are counted, so that no question waits for it but the first. */
  private async counted(ctx: Ctx, languages: readonly string[]): Promise<Statistics> {
    const key = `${ctx.workspaceId} ${languages.join(' ')}`;
    const known = this.statistics.get(key);
    const now = this.clock.now().getTime();
    if (known && now - known.at < STATISTICS_MS) return known.value;
    const fresh = statisticsOf(ctx, languages);
    // A transaction is one conversation: nothing may run beside it.
    if (!known || ctx.inTransaction) {
      this.statistics.set(key, { at: now, value: fresh });
      fresh.catch(() => this.statistics.drop(key));
      return fresh;
    }
    this.statistics.set(key, { at: now, value: known.value });
    fresh.then(
      (value) => this.statistics.set(key, { at: now, value: Promise.resolve(value) }),
      () => undefined,
    );
    return known.value;
  }
}

function questionOf(lexemes: readonly string[], statistics: Statistics, { synonyms, asking }: Meanings): Question {
  const weight = (lexeme: string): number => statistics.idf(lexeme) * (asking.has(lexeme) ? WEIGHTS.asking : 1);
  const words = lexemes
    .map((lexeme) => ({ lexeme, idf: weight(lexeme), synonyms: synonyms.get(lexeme) ?? [] }))
    .sort((a, b) => b.idf - a.idf || (a.lexeme < b.lexeme ? -1 : 1));
  return { words: words.slice(0, MOST_WORDS), asking };
}

/** A tsquery of quoted lexemes: nothing in them is an operator. */
function anyOf(lexemes: readonly string[]): string {
  return [...new Set(lexemes)].map((lexeme) => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`).join(' | ');
}
