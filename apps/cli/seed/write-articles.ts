import type { Ctx } from '@satchel/kernel';
import { articles } from './articles';
import type { SeedRooms } from './seed-rooms';

const REVIEW_DAYS = 180;

/** The shop's help centre, in both languages, published. */
export async function writeArticles(ctx: Ctx, { articles: service, knowledge }: SeedRooms): Promise<void> {
  for (const { en, de } of articles) {
    let first: string | undefined;
    for (const [language, text] of [
      ['en', en],
      ['de', de],
    ] as const) {
      const { section, title, body, asked } = text;
      const given = { section, title, body, language, reviewDays: REVIEW_DAYS, translationOf: first };
      const { id } = await service.create(ctx, given);
      await service.publish(ctx, id);
      for (const question of asked) await knowledge.teach(ctx, { articleId: id, question });
      first ??= id;
    }
  }
}
