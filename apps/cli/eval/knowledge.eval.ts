import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Config,
  type Ctx,
  Database,
  KernelModule,
  migrate,
  newId,
  startEmbeddedPostgres,
  SYSTEM,
  withDatabase,
} from '@satchel/kernel';
import { ArticleService, KnowledgeModule, KnowledgeService } from '@satchel/knowledge';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '../../../migrations';
import { dataFolder, type Evaluation, type Figure, NoData, type Options, type Report } from './evaluation';

/** One question as it is asked in the data: its article, and other ways to ask it. */
interface Faq {
  title: string;
  body: string;
  asked: { text: string; half: 'chosen on' | 'held out' }[];
}

const PHRASINGS = 4;
const SEARCHED = 10;

export const knowledge: Evaluation = {
  name: 'knowledge',
  summary: 'finds the article that answers a question, with and without learned phrasings',
  async run(options: Options): Promise<Report> {
    const faqs = await readFaqs(options);
    const dataDir = await mkdtemp(join(tmpdir(), 'satchel-eval-'));
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'pg'), fsync: false });
    const databaseUrl = withDatabase(postgres.url, 'satchel');
    try {
      await migrate({ url: databaseUrl, migrations });
      return await measure(faqs, new Config().with({ databaseUrl, dataDir, logLevel: 'silent', role: 'api' }), options);
    } finally {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

@Module({})
class EvalModule {}

async function measure(faqs: readonly Faq[], config: Config, options: Options): Promise<Report> {
  const kernel = KernelModule.forRoot({ entities: [], config, runJobs: false, everyJobHandled: false });
  const app = await NestFactory.createApplicationContext(
    { module: EvalModule, imports: [kernel, KnowledgeModule] },
    { logger: false, abortOnError: false },
  );
  try {
    const database = app.get(Database);
    const workspaceId = newId();
    await database
      .system()
      .query(`insert into workspace (id, slug, name, is_demo) values ($1, 'eval', 'Eval', false)`, [workspaceId]);
    const ctx = database.ctx(workspaceId, SYSTEM);
    const articles = app.get(ArticleService);
    const service = app.get(KnowledgeService);
    const ids: string[] = [];
    for (const { title, body } of faqs) {
      const { id } = await articles.create(ctx, { title, body, language: 'en' });
      ids.push((await articles.publish(ctx, id)).id);
    }
    const examples: string[] = [];
    const plain = await ask(ctx, service, faqs, ids, 0, options, examples);
    for (const [index, { asked }] of faqs.entries()) {
      for (const { text } of asked.slice(0, PHRASINGS))
        await service.teach(ctx, { articleId: ids[index] ?? '', question: text });
    }
    const taught = await ask(ctx, service, faqs, ids, PHRASINGS, options, []);
    return { figures: [...figures('', plain, 82, 94), ...figures('4 phrasings learned: ', taught, 92, 99)], examples };
  } finally {
    await app.close();
  }
}

interface Asked {
  half: string;
  rank: number;
  ms: number;
}

async function ask(
  ctx: Ctx,
  service: KnowledgeService,
  faqs: readonly Faq[],
  ids: readonly string[],
  skip: number,
  options: Options,
  examples: string[],
): Promise<Asked[]> {
  const list = faqs.flatMap(({ asked }, index) => asked.slice(skip).map((question) => ({ ...question, index })));
  const results: Asked[] = [];
  await service.search(ctx, { query: 'warm up', audience: 'public' });
  for (const { text, half, index } of list.slice(0, options.cases ?? list.length)) {
    const began = performance.now();
    const found = await service.search(ctx, { query: text, language: 'en', audience: 'public', limit: SEARCHED });
    const ms = performance.now() - began;
    const rank = found.findIndex(({ articleId }) => articleId === ids[index]);
    results.push({ half, rank, ms });
    if (rank !== 0) examples.push(`${rank < 0 ? 'not' : `as ${rank + 1}.`} found: ${text} | ${faqs[index]?.title}`);
  }
  return results;
}

function figures(prefix: string, asked: readonly Asked[], first: number, third: number): Figure[] {
  const share = (list: readonly Asked[], within: number): { hits: number; n: number } => ({
    hits: list.filter(({ rank }) => rank >= 0 && rank < within).length,
    n: list.length,
  });
  const out: Figure[] = [];
  for (const half of ['held out', 'chosen on']) {
    const list = asked.filter((one) => one.half === half);
    for (const [within, aim] of [
      [1, first],
      [3, third],
    ] as const) {
      const { hits, n } = share(list, within);
      const aimed =
        half === 'held out' ? { target: `at least ${aim} %`, met: (100 * hits) / Math.max(1, n) >= aim } : {};
      out.push({ what: `${prefix}hit@${within}, half that constants were ${half}`, hits, n, ...aimed });
    }
  }
  const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  out.push({ what: `${prefix}p95 of a search`, value: p95, unit: 'ms', target: 'under 30 ms', met: p95 < 30 });
  return out;
}

async function readFaqs(options: Options): Promise<Faq[]> {
  const file = join(dataFolder(options), 'stackfaq', 'stackExchange-FAQ.json');
  if (!existsSync(file)) throw new NoData(`There is no ${file}.`);
  const { root } = JSON.parse(await readFile(file, 'utf8')) as {
    root: { qapair: { question: string; answer: string | string[]; rephr: unknown[] }[] };
  };
  const random = seeded(7);
  return root.qapair.map(({ question, answer, rephr }) => {
    const texts = rephr.filter((one): one is string => typeof one === 'string' && one !== '*' && one.trim() !== '');
    const asked = shuffled(texts, random).map((text, at) => ({
      text,
      half: at % 2 === 0 ? ('chosen on' as const) : ('held out' as const),
    }));
    return { title: question, body: [answer].flat().join('\n\n'), asked };
  });
}

/** Mulberry32: the same halves on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
