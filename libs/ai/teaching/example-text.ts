import { clean } from '../text/normalise';

const MAX_CHARS = 1_000;

/** What is kept of a taught message: no addresses and no long numbers, which tell the classifier nothing. */
export function exampleText(text: string): string {
  return clean(text, MAX_CHARS)
    .replace(/\S{1,64}@\S+/g, '@')
    .replace(/(?:https?:\/\/|www\.)\S+/gi, ' ')
    .replace(/[\p{L}-]{0,6}\d[\d\s-]{2,30}\d/gu, '0')
    .replace(/\s+/g, ' ')
    .trim();
}
