import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import { AppError, Ids } from '@satchel/kernel';
import { INTENTS } from '../understand/understanding';
import { readCsv } from './csv';
import { exampleText } from './example-text';
import { TaughtModels } from './taught-models.service';
import type { TaughtExample } from './teaching.queries';
import { TeachingQueries } from './teaching.queries';
import { Shadows } from './shadows.service';
import { NO_STANDING } from './thresholds';

export interface Lesson {
  text: string;
  intent: string;
  ticketId?: string | null;
  /** The message of that ticket that it was said in: what the engine took it for is judged by this. */
  messageId?: string;
}

export interface Trained {
  examples: number;
  seconds: number;
  intents: { intent: string; examples: number; threshold: number | null; n: number }[];
}

/** More than this teaches nothing new and slows every training. */
export const MAX_EXAMPLES = 20_000;
export const MAX_IMPORT = 5_000;

@Injectable()
export class TeachingService {
  constructor(
    private readonly queries: TeachingQueries,
    private readonly models: TaughtModels,
    private readonly shadows: Shadows,
    private readonly ids: Ids,
  ) {}

  list(ctx: Ctx, page: { limit: number; before: string | null }): Promise<TaughtExample[]> {
    return this.queries.list(ctx, page);
  }

  async correct(ctx: Ctx, lesson: Lesson): Promise<void> {
    if (lesson.ticketId && !(await this.queries.ticketExists(ctx, lesson.ticketId)))
      throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
    await this.teach(ctx, [lesson], 'correction');
    const { ticketId, messageId, intent } = lesson;
    if (ticketId && messageId) await this.shadows.settle(ctx, ticketId, messageId, intent);
  }

  async import(ctx: Ctx, given: { examples?: Lesson[]; csv?: string }): Promise<{ imported: number }> {
    const lessons = [...(given.examples ?? []), ...(given.csv ? fromCsv(given.csv) : [])];
    if (lessons.length === 0 || lessons.length > MAX_IMPORT)
      throw new AppError('invalid', 422, `An import holds 1 to ${MAX_IMPORT} examples.`);
    return { imported: await this.teach(ctx, lessons, 'import') };
  }

  async forget(ctx: Ctx, id: string): Promise<void> {
    if (!(await this.queries.forget(ctx, id)))
      throw new AppError('not_found', 404, 'This example does not exist in your workspace.');
  }

  async retrain(ctx: Ctx): Promise<Trained> {
    const started = performance.now();
    await this.models.of(ctx);
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const taught = await this.queries.all(ctx);
    return { examples: taught.length, seconds, intents: await this.intents(ctx, taught) };
  }

  private async intents(ctx: Ctx, taught: readonly { intent: string }[]): Promise<Trained['intents']> {
    const standings = await this.shadows.standings(ctx);
    const names = [...new Set<string>([...INTENTS, ...taught.map(({ intent }) => intent), ...standings.keys()])];
    return names.map((intent) => {
      const { threshold, n } = standings.get(intent) ?? NO_STANDING;
      return { intent, examples: taught.filter((one) => one.intent === intent).length, threshold, n };
    });
  }

  private async teach(ctx: Ctx, lessons: readonly Lesson[], source: TaughtExample['source']): Promise<number> {
    const unknown = lessons.find(({ intent }) => !isIntent(intent));
    if (unknown)
      throw new AppError(
        'invalid',
        422,
        `"${unknown.intent.slice(0, 80)}" is no intent; your own ones are named "custom:name".`,
      );
    // The same sentence twice in one import: the later line is meant.
    const kept = new Map(
      lessons.map(({ text, intent, ticketId }) => {
        const said = exampleText(text);
        return [said, { id: this.ids.next(), text: said, intent, source, ticketId: ticketId ?? null }] as const;
      }),
    );
    kept.delete('');
    const { count } = await this.queries.version(ctx);
    if (count + kept.size > MAX_EXAMPLES)
      throw new AppError('too_many', 409, `A workspace keeps up to ${MAX_EXAMPLES} examples.`);
    await this.queries.teach(ctx, [...kept.values()]);
    return kept.size;
  }
}

export function isIntent(intent: string): boolean {
  return INTENTS.some((known) => known === intent) || /^custom:[a-z0-9][a-z0-9_-]{0,39}$/.test(intent);
}

/** Columns by their names, or text and intent in this order. */
function fromCsv(csv: string): Lesson[] {
  const rows = readCsv(csv.replace(/^\ufeff/, ''), MAX_IMPORT + 2);
  const header = rows[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  const named = header.includes('text') && header.includes('intent');
  const [text, intent] = named ? [header.indexOf('text'), header.indexOf('intent')] : [0, 1];
  return rows.slice(named ? 1 : 0).map((row) => ({ text: row[text] ?? '', intent: (row[intent] ?? '').trim() }));
}
