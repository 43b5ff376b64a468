import { Clock, Config, type Ctx, HttpClient, JobHandler, type JobInfo, Jobs, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { Kept } from '../retrieval/kept';
import { embedArticles } from './embed.job';
import { missing, store, stored, versionOf } from './embedding.queries';
import type { Embedder } from './openai-embedder';
import { type Near, Vectors } from './vectors';

const BATCH = 64;
const JOB_MS = 30_000;
/** What a customer's question waits at most, and how long nobody waits after that was not enough. */
const QUESTION_MS = 1_000;
const PAUSE_MS = 30_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** 31 MB of memory for 5,000 of 1,536 numbers: above it the newest are looked at. */
const MOST_VECTORS = 10_000;
const KEPT_WORKSPACES = 8;
const NEAREST = 15;

/** Articles by meaning, where the operator's server embeds texts. Without one, or while it fails, all answers are empty. */
@Injectable()
export class Embeddings {
  private readonly vectors = new Kept<{ version: string; value: Promise<Vectors> }>(KEPT_WORKSPACES);
  private readonly caughtUp = new Set<string>();
  private pausedUntil = 0;
  private readonly loaded = new Map<number, Promise<Embedder>>();

  constructor(
    private readonly config: Config,
    private readonly http: HttpClient,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Null: off. */
  get model(): string | null {
    const { openaiApiKey, openaiBaseUrl, openaiEmbeddingModel } = this.config;
    return openaiApiKey || openaiBaseUrl ? openaiEmbeddingModel : null;
  }

  /** Texts changed: they are embedded soon. */
  async changed(ctx: Ctx): Promise<void> {
    if (this.model) await this.jobs.enqueue(ctx, embedArticles, {}, { key: 'embed' });
  }

  /** What the question means, within a second; null: nobody can say. Never throws. */
  async ofQuestion(text: string): Promise<number[] | null> {
    if (!this.model || this.clock.now().getTime() < this.pausedUntil) return null;
    try {
      const [embedding] = await this.embed([text], QUESTION_MS);
      return embedding ?? null;
    } catch (error) {
      this.pausedUntil = this.clock.now().getTime() + PAUSE_MS;
      this.log.warn({ err: error }, 'the embeddings endpoint does not answer; articles are found by words alone');
      return null;
    }
  }

  /** The nearest articles; those of other audiences and languages among them. */
  async nearest(ctx: Ctx, embedding: readonly number[]): Promise<Near[]> {
    const { model } = this;
    if (!model) return [];
    // Articles from before the model was set are noticed by the first question.
    if (!this.caughtUp.has(ctx.workspaceId)) {
      this.caughtUp.add(ctx.workspaceId);
      if ((await missing(ctx, model, 1)).length > 0) await this.changed(ctx);
    }
    const version = await versionOf(ctx, model);
    const key = `${ctx.workspaceId} ${model}`;
    let known = this.vectors.get(key);
    if (known?.version !== version) {
      known = { version, value: stored(ctx, model, MOST_VECTORS).then((rows) => Vectors.of(rows)) };
      this.vectors.set(key, known);
      known.value.catch(() => this.vectors.drop(key));
    }
    return (await known.value).nearest(embedding, NEAREST);
  }

  @JobHandler(embedArticles)
  async run(ctx: Ctx, _: object, { signal }: JobInfo): Promise<void> {
    const { model } = this;
    if (!model) return;
    while (!signal.aborted) {
      const rows = await missing(ctx, model, BATCH);
      if (rows.length === 0) return;
      const made = await this.embed(
        rows.map(({ text }) => text),
        JOB_MS,
      );
      for (const [at, row] of rows.entries()) {
        await store(ctx, model, row, made[at] ?? []);
      }
    }
    throw new Error('the process is going down');
  }

  private async embed(texts: readonly string[], timeoutMs: number): Promise<number[][]> {
    let embedder = this.loaded.get(timeoutMs);
    if (!embedder) {
      embedder = this.load(timeoutMs);
      this.loaded.set(timeoutMs, embedder);
      embedder.catch(() => this.loaded.delete(timeoutMs));
    }
    const made = await (await embedder)(texts);
    if (made.length !== texts.length || made.some((one) => !Array.isArray(one) || one.length === 0))
      throw new Error('the embeddings endpoint left a text out');
    return made;
  }

  private async load(timeoutMs: number): Promise<Embedder> {
    const { openAiEmbedder } = await import('./openai-embedder');
    const { openaiApiKey, openaiBaseUrl, openaiEmbeddingModel } = this.config;
    return openAiEmbedder({
      apiKey: openaiApiKey ?? 'none',
      baseUrl: openaiBaseUrl,
      model: openaiEmbeddingModel ?? '',
      // The operator chose the address, so a private one is meant.
      fetch: (url, init) =>
        this.http.fetch(url instanceof Request ? url.url : url.toString(), {
          ...init,
          allowPrivate: true,
          timeoutMs,
          maxBytes: MAX_ANSWER_BYTES,
        }),
    });
  }
}
