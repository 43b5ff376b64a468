import type { GapBody, PassageBody } from '@satchel/contracts';
import { Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { groupAlike } from './group';
import { type AskedBy, dismissQuestions, dropQuestions, insertQuestion, openQuestions } from './question.queries';
import { redact } from './redact';

/** Below it the best passage speaks of something else more often than not. */
export const GOOD_SCORE = 0.35;
const DAY_MS = 86_400_000;
const SHOWN_DAYS = 30;
const KEPT_DAYS = 180;
const MOST_QUESTIONS = 1_000;
const MOST_CHARS = 300;
const MOST_GROUPS = 100;

/** What was asked and is written nowhere. */
@Injectable()
export class GapsService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async note(
    ctx: Ctx,
    asked: { query: string; language?: string | null; askedBy: AskedBy },
    found: readonly Pick<PassageBody, 'articleId' | 'score'>[],
  ): Promise<void> {
    const text = redact(asked.query).slice(0, MOST_CHARS);
    if (text.length < 3) return;
    const now = this.clock.now();
    const best = found[0];
    await insertQuestion(ctx, {
      id: this.ids.next(),
      text,
      language: asked.language ?? null,
      askedBy: asked.askedBy,
      answered: best !== undefined && best.score >= GOOD_SCORE,
      articleId: best?.articleId ?? null,
      at: now,
    });
    await dropQuestions(ctx, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  }

  /** Questions of the last 30 days without a good passage, those alike together, the most frequent first. */
  async list(ctx: Ctx): Promise<GapBody[]> {
    const since = new Date(this.clock.now().getTime() - SHOWN_DAYS * DAY_MS);
    const groups = groupAlike(await openQuestions(ctx, since, MOST_QUESTIONS));
    return groups.slice(0, MOST_GROUPS).map(({ members }) => {
      const texts = [...new Set(members.map(({ text }) => text))];
      return {
        question: texts[0] ?? '',
        count: members.length,
        lastAskedAt: (members[0]?.askedAt ?? since).toISOString(),
        examples: texts.slice(1, 6),
        questionIds: members.map(({ id }) => id),
      };
    });
  }

  dismiss(ctx: Ctx, questionIds: readonly string[]): Promise<number> {
    return dismissQuestions(ctx, questionIds);
  }
}
