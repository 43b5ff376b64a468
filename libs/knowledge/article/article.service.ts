import type {
  ArticleBody,
  ArticlePage,
  ArticleSource,
  ArticleStatus,
  ArticleVersionBody,
  Audience,
  EventMap,
} from '@satchel/contracts';
import { Clock, type Ctx, EventLog, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { htmlOf } from '../markdown/markdown';
import { PassageIndex } from '../passages/passage-index.service';
import { summaryOf } from './article.bodies';
import { decodeCursor, encodeCursor } from './cursor';
import { noSuchArticle, noSuchVersion, onlyPeoplePublish, staleArticle, translationExists } from './article.errors';
import {
  articleById,
  articlePage,
  type ArticleRow,
  insertArticle,
  insertVersion,
  phrasingsOf,
  slugTaken,
  translationsOf,
  updateArticle,
  versionOf,
  versionsOf,
} from './article.queries';
import { slugOf } from './slug';

export interface NewArticle {
  title: string;
  body: string;
  language: string;
  slug?: string;
  section?: string;
  tags?: string[];
  audience?: Audience;
  reviewDays?: number | null;
  /** The article that this one translates. */
  translationOf?: string;
  source?: { kind: ArticleSource; ref: string | null; hash: string | null };
}

export interface ArticleChange {
  title?: string;
  body?: string;
  slug?: string;
  section?: string;
  tags?: string[];
  audience?: Audience;
  reviewDays?: number | null;
  /** Somebody read it and it is still true. */
  reviewed?: boolean;
  /** Refused when somebody saved since. */
  expectedVersion?: number;
  sourceHash?: string;
}

export interface ListRequest {
  status?: ArticleStatus;
  language?: string;
  audience?: Audience;
  section?: string;
  q?: string;
  due?: boolean;
  limit?: number;
  cursor?: string;
}

const MOST_SLUGS = 50;
/** Pages of the help centre itself. */
const RESERVED = ['search', 'contact'];
/** PostgreSQL keeps no such character. */
const clean = (text: string): string => text.replace(/\0/g, '');

@Injectable()
export class ArticleService {
  constructor(
    private readonly index: PassageIndex,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async list(ctx: Ctx, request: ListRequest): Promise<ArticlePage> {
    const { due, limit = 50, cursor, ...filter } = request;
    const rows = await articlePage(ctx, {
      ...filter,
      q: filter.q && clean(filter.q),
      dueAt: due ? this.clock.now() : undefined,
      limit,
      after: cursor ? decodeCursor(cursor) : null,
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { data: rows.slice(0, limit).map(summaryOf), nextCursor: last ? encodeCursor(last) : null };
  }

  async get(ctx: Ctx, id: string): Promise<ArticleBody> {
    const row = await articleById(ctx, id);
    if (!row) throw noSuchArticle();
    const [translations, phrasings] = [await translationsOf(ctx, row.translationGroup), await phrasingsOf(ctx, id)];
    return {
      ...summaryOf(row),
      body: row.body,
      html: htmlOf(row.body),
      translations: translations.filter((one) => one.id !== id),
      phrasings,
      createdAt: row.createdAt.toISOString(),
    };
  }

  /** A draft; nobody outside sees it before `publish`. */
  async create(ctx: Ctx, given: NewArticle): Promise<ArticleBody> {
    return ctx.transaction(async (tx) => {
      const id = this.ids.next();
      const group = given.translationOf ? (await this.need(tx, given.translationOf)).translationGroup : id;
      const now = this.clock.now();
      const base = slugOf(given.slug ?? given.title);
      const row: ArticleRow = {
        id,
        translationGroup: group,
        language: given.language.toLowerCase(),
        slug: base,
        title: clean(given.title).trim(),
        body: clean(given.body),
        section: clean(given.section ?? '').trim(),
        tags: (given.tags ?? []).map(clean),
        audience: given.audience ?? 'public',
        status: 'draft',
        version: 1,
        publishedVersion: null,
        publishedAt: null,
        sourceKind: given.source?.kind ?? 'written',
        sourceRef: given.source?.ref ?? null,
        sourceHash: given.source?.hash ?? null,
        reviewDays: given.reviewDays ?? null,
        reviewedAt: now,
        createdAt: now,
        updatedAt: now,
      };
      if (given.translationOf) {
        const others = await translationsOf(tx, group);
        if (others.some(({ language }) => language === row.language)) throw translationExists(row.language);
      }
      await this.insert(tx, row, base);
      await insertVersion(tx, { articleId: id, version: 1, title: row.title, body: row.body, at: now });
      return this.get(tx, id);
    });
  }

  /** A change of title or text is a new version; readers go on seeing the published one. */
  async change(ctx: Ctx, id: string, change: ArticleChange): Promise<ArticleBody> {
    return ctx.transaction(async (tx) => {
      const row = await this.need(tx, id);
      if (change.expectedVersion !== undefined && change.expectedVersion !== row.version)
        throw staleArticle(row.version);
      const now = this.clock.now();
      const title = change.title === undefined ? row.title : clean(change.title).trim();
      const body = change.body === undefined ? row.body : clean(change.body);
      const isNew = title !== row.title || body !== row.body;
      const next: ArticleRow = {
        ...row,
        title,
        body,
        slug: change.slug === undefined ? row.slug : await this.freeSlug(tx, row, slugOf(change.slug)),
        section: change.section === undefined ? row.section : clean(change.section).trim(),
        tags: change.tags?.map(clean) ?? row.tags,
        audience: change.audience ?? row.audience,
        reviewDays: change.reviewDays === undefined ? row.reviewDays : change.reviewDays,
        reviewedAt: change.reviewed ? now : row.reviewedAt,
        sourceHash: change.sourceHash ?? row.sourceHash,
        version: isNew ? row.version + 1 : row.version,
        updatedAt: now,
      };
      await updateArticle(tx, next);
      if (isNew) await insertVersion(tx, { articleId: id, version: next.version, title, body, at: now });
      if (next.audience !== row.audience && row.publishedVersion !== null) await this.index.rebuild(tx, next);
      return this.get(tx, id);
    });
  }

  /** Readers and the AI see the newest version from now on. */
  async publish(ctx: Ctx, id: string): Promise<ArticleBody> {
    if (ctx.actor.kind === 'ai' || ctx.actor.kind === 'customer') throw onlyPeoplePublish();
    return ctx.transaction(async (tx) => {
      const row = await this.need(tx, id);
      const now = this.clock.now();
      const next: ArticleRow = {
        ...row,
        status: 'published',
        publishedVersion: row.version,
        publishedAt: now,
        // Whoever publishes has read it.
        reviewedAt: now,
        updatedAt: now,
      };
      await updateArticle(tx, next);
      await this.index.rebuild(tx, next);
      await this.events.append<EventMap, 'article.published'>(tx, 'article.published', {
        articleId: id,
        version: row.version,
      });
      return this.get(tx, id);
    });
  }

  /** Off the help centre and out of the search; it can be published again. */
  async archive(ctx: Ctx, id: string): Promise<ArticleBody> {
    return ctx.transaction(async (tx) => {
      const row = await this.need(tx, id);
      await updateArticle(tx, { ...row, status: 'archived', publishedVersion: null, updatedAt: this.clock.now() });
      await this.index.remove(tx, id);
      await this.events.append<EventMap, 'article.archived'>(tx, 'article.archived', { articleId: id });
      return this.get(tx, id);
    });
  }

  async versions(ctx: Ctx, id: string): Promise<ArticleVersionBody[]> {
    if (!(await articleById(ctx, id))) throw noSuchArticle();
    return versionsOf(ctx, id);
  }

  /** An old version's words become the newest one; nothing is lost. */
  async restore(ctx: Ctx, id: string, version: number): Promise<ArticleBody> {
    return ctx.transaction(async (tx) => {
      await this.need(tx, id);
      const old = await versionOf(tx, id, version);
      if (!old) throw noSuchVersion(version);
      return this.change(tx, id, { title: old.title, body: old.body });
    });
  }

  private async need(tx: Ctx, id: string): Promise<ArticleRow> {
    const row = await articleById(tx, id, true);
    if (!row) throw noSuchArticle();
    return row;
  }

  private async insert(tx: Ctx, row: ArticleRow, base: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      row.slug = await this.freeSlug(tx, row, base);
      if (await insertArticle(tx, row)) return;
    }
    throw translationExists(row.language);
  }

  private async freeSlug(tx: Ctx, row: ArticleRow, base: string): Promise<string> {
    for (let number = 1; number <= MOST_SLUGS; number += 1) {
      const slug = number === 1 ? base : `${base}-${number}`;
      if (!RESERVED.includes(slug) && !(await slugTaken(tx, row.language, slug, row.id))) return slug;
    }
    return `${base}-${row.id.slice(-12)}`;
  }
}
