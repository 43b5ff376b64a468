import { AppError } from '@satchel/kernel';

export const noSuchArticle = (): AppError =>
  new AppError('not_found', 404, 'There is no such article in this workspace.');

export const noSuchVersion = (version: number): AppError =>
  new AppError('not_found', 404, `This article has no version ${version}.`);

export const staleArticle = (version: number): AppError =>
  new AppError(
    'stale_article',
    409,
    `Somebody saved version ${version} meanwhile. Load it and make your change again.`,
  );

export const translationExists = (language: string): AppError =>
  new AppError('translation_exists', 409, `There is an article in "${language}" among its translations already.`);

export const onlyPeoplePublish = (): AppError =>
  new AppError('people_only', 403, 'A person publishes articles: nothing goes live by itself.');

export const tooManyPhrasings = (most: number): AppError =>
  new AppError('too_many_phrasings', 422, `An article keeps at most ${most} phrasings. Remove one first.`);
