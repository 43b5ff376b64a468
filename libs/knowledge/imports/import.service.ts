import type { ArticleImportBody, Audience, ImportKind, ImportResultBody } from '@satchel/contracts';
import { AppError, Clock, type Ctx, Ids, JobHandler, type JobInfo, Jobs, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { articleBySource } from '../article/article.queries';
import { ArticleService } from '../article/article.service';
import { baseOf, LANGUAGE } from '../passages/language';
import { crawl } from './crawl';
import { documentOf, type FoundDocument } from './document';
import { readPage } from './html-page';
import { importArticles } from './import.job';
import {
  beginImport,
  endImport,
  importBodies,
  importBody,
  type ImportOptions,
  importRow,
  type ImportRow,
  insertImport,
  noteResult,
} from './import.queries';
import { Pages } from './pages';

export interface ImportRequest {
  url: string;
  /** For pages that do not say it. */
  language?: string;
  section?: string;
  audience?: Audience;
  /** Of a site. */
  mostPages?: number;
}

const MOST_PAGES = 500;
const USUAL_PAGES = 100;
const MOST_MS = 20 * 60_000;

/** Brings articles from elsewhere in, as drafts: a person reads and publishes them. */
@Injectable()
export class ImportService {
  constructor(
    private readonly articles: ArticleService,
    private readonly pages: Pages,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  fromUrl(ctx: Ctx, request: ImportRequest): Promise<ArticleImportBody> {
    return this.start(ctx, 'url', request.url, request, []);
  }

  fromSite(ctx: Ctx, request: ImportRequest): Promise<ArticleImportBody> {
    return this.start(ctx, 'site', request.url, request, []);
  }

  /** The files are read at once, so that a bad one is told to whoever gives it. */
  async fromFiles(
    ctx: Ctx,
    files: readonly { name: string; content: Buffer }[],
    options: Omit<ImportRequest, 'url' | 'mostPages'>,
  ): Promise<ArticleImportBody> {
    const documents: FoundDocument[] = [];
    for (const { name, content } of files) documents.push(await documentOf(name, content));
    return this.start(
      ctx,
      'files',
      documents
        .map(({ source }) => source)
        .join(', ')
        .slice(0, 1_000),
      options,
      documents,
    );
  }

  async get(ctx: Ctx, id: string): Promise<ArticleImportBody> {
    const found = await importBody(ctx, id);
    if (!found) throw new AppError('not_found', 404, 'There is no such import in this workspace.');
    return found;
  }

  list(ctx: Ctx): Promise<ArticleImportBody[]> {
    return importBodies(ctx);
  }

  @JobHandler(importArticles)
  async run(ctx: Ctx, { importId }: { importId: string }, info: JobInfo): Promise<void> {
    const row = await importRow(ctx, importId);
    if (!row || row.state === 'done' || row.state === 'failed') return;
    await beginImport(ctx, importId);
    const signal = AbortSignal.any([info.signal, AbortSignal.timeout(MOST_MS)]);
    try {
      await this.work(ctx, row, signal);
      if (info.signal.aborted) throw new Error('the process is going down');
      await endImport(ctx, importId, null, this.clock.now());
    } catch (error) {
      if (!(error instanceof AppError) && info.attempt < info.maxAttempts) throw error;
      this.log.warn({ importId, err: error }, 'an import failed');
      const reason = error instanceof AppError ? error.message : 'It stopped for a reason that is in the log.';
      await endImport(ctx, importId, reason, this.clock.now());
    }
  }

  private async work(ctx: Ctx, row: ImportRow, signal: AbortSignal): Promise<void> {
    if (row.kind === 'files') {
      for (const document of row.options.documents) {
        await noteResult(ctx, row.id, await this.take(ctx, row, document, 'file'), row.options.documents.length);
      }
      return;
    }
    if (row.kind === 'url') {
      const { url, html } = await this.pages.read(row.source, { signal });
      const page = readPage(html, url);
      if (page.markdown === '') throw new AppError('empty_document', 422, 'There is no text on this page.');
      const { title, markdown, language } = page;
      await noteResult(ctx, row.id, await this.take(ctx, row, { source: url, title, markdown, language }, 'url'), 1);
      return;
    }
    for await (const found of crawl(this.pages, row.source, { mostPages: row.options.mostPages, signal })) {
      const nothing = { source: found.url, articleId: null, title: null };
      const result: ImportResultBody =
        'document' in found
          ? await this.take(ctx, row, found.document, 'url')
          : 'skipped' in found
            ? { ...nothing, outcome: 'skipped', reason: found.skipped }
            : { ...nothing, outcome: 'failed', reason: found.failed };
      await noteResult(ctx, row.id, result, found.known);
    }
  }

  /** A new draft, or a new version of the article that came from the same source before. */
  private async take(
    system: Ctx,
    { actor, options }: ImportRow,
    document: FoundDocument,
    kind: 'url' | 'file',
  ): Promise<ImportResultBody> {
    const ctx = system.as(actor);
    const { source, title, markdown } = document;
    const hash = createHash('sha256').update(`${title}\n${markdown}`).digest('hex');
    const told = (outcome: ImportResultBody['outcome'], articleId: string): ImportResultBody => ({
      source,
      outcome,
      articleId,
      title,
      reason: null,
    });
    try {
      const known = await articleBySource(ctx, kind, source);
      if (known?.sourceHash === hash) return told('unchanged', known.id);
      if (known) {
        await this.articles.change(ctx, known.id, { title, body: markdown, sourceHash: hash });
        return told('updated', known.id);
      }
      const { id } = await this.articles.create(ctx, {
        title,
        body: markdown,
        language: languageOf(document.language) ?? options.language ?? 'en',
        section: options.section,
        audience: options.audience,
        source: { kind, ref: source, hash },
      });
      return told('created', id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { source, outcome: 'failed', articleId: null, title, reason: error.message };
    }
  }

  private async start(
    ctx: Ctx,
    kind: ImportKind,
    source: string,
    request: Omit<ImportRequest, 'url'>,
    documents: FoundDocument[],
  ): Promise<ArticleImportBody> {
    const options: ImportOptions = {
      language: request.language?.toLowerCase() ?? null,
      section: request.section ?? '',
      audience: request.audience ?? 'public',
      mostPages: Math.min(request.mostPages ?? USUAL_PAGES, MOST_PAGES),
      documents,
    };
    return ctx.transaction(async (tx) => {
      const id = this.ids.next();
      await insertImport(tx, { id, kind, source, options, actor: tx.actor, at: this.clock.now() });
      await this.jobs.enqueue(tx, importArticles, { importId: id });
      return this.get(tx, id);
    });
  }
}

const languageOf = (given: string | null): string | null => (given && LANGUAGE.test(given) ? baseOf(given) : null);
