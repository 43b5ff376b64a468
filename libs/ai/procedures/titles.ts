import { fold } from '../text/normalise';
import { alike } from './match';

/** Where a text speaks of a thing by its title: from its first word to the first word behind it. */
export interface Mention<T> {
  thing: T;
  from: number;
  to: number;
  /** "Not the lamp". */
  denied: boolean;
}

export interface Told<T> {
  words: string[];
  mentions: Mention<T>[];
}

const ALIKE = 0.55;
const SHORT = 5;
const DENIES = new Set(['not', 'nicht', 'kein', 'keine', 'keinen', 'niet', 'geen', 'pas']);

/**
 * The whole titles in a text, misspelt or not, longer ones first: "Desk Lamp" is no "Lamp" beside it. Things of one title
 * share its places.
 */
export function titlesIn<T extends { title: string }>(text: string, things: readonly T[]): Told<T> {
  const words = tokens(text);
  const taken = new Set<number>();
  const mentions: Mention<T>[] = [];
  const titles = [...new Map(things.map(({ title }) => [fold(title), tokens(title)])).entries()];
  titles.sort(([, a], [, b]) => b.length - a.length);
  for (const [title, parts] of titles) {
    if (parts.length === 0) continue;
    for (let from = 0; from + parts.length <= words.length; from += 1) {
      const span = parts.map((_, at) => from + at);
      if (span.some((at) => taken.has(at))) continue;
      if (!parts.every((part, at) => isWord(words[from + at] ?? '', part))) continue;
      span.forEach((at) => taken.add(at));
      const denied = words.slice(Math.max(0, from - 2), from).some((word) => DENIES.has(word));
      for (const thing of things.filter((one) => fold(one.title) === title))
        mentions.push({ thing, from, to: from + parts.length, denied });
    }
  }
  return { words, mentions: mentions.sort((a, b) => a.from - b.from) };
}

const ARTICLE =
  /^(?:the|a|an|my|this|that|der|die|das|den|ein|eine[nr]?|mein\w*|het|de|een|mijn|le|la|les|un|une|mon|ma|el|los|las|una|mi)$/;

/** "The backpack with the laptop compartment" names no laptop: a title that is also what another thing can be like. */
export function withoutValues<T extends { title: string; variants: readonly { options: Record<string, string> }[] }>(
  told: Told<T>,
): Told<T> {
  const mentions = told.mentions.filter(({ thing, from }) => {
    if (ARTICLE.test(told.words[from - 1] ?? '')) return true;
    const isValue = ({ variants }: T): boolean =>
      variants.some(({ options }) => Object.values(options).some((value) => fold(value) === fold(thing.title)));
    return !told.mentions.some((other) => other.thing !== thing && other.from < from && isValue(other.thing));
  });
  return { ...told, mentions };
}

/** What stands behind a title, up to the next one. */
export function behind<T>({ words, mentions }: Told<T>, thing: T): string[] {
  return mentions
    .filter((one) => one.thing === thing && !one.denied)
    .flatMap(({ to }) => {
      const next = mentions.find(({ from }) => from >= to)?.from ?? words.length;
      return words.slice(to, next);
    });
}

export function tokens(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:[.'-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The same word, its plural, or one slip in a long one. */
export function isWord(said: string, word: string): boolean {
  if (said === word || said === `${word}s` || `${said}s` === word) return true;
  if (said.length < SHORT || word.length < SHORT || /\d/.test(said + word)) return false;
  return alike(said, word) >= ALIKE || isSlip(said, word);
}

/** "The lamps", of a "Lamp". */
export function isPlural(said: string, title: string): boolean {
  return said === `${tokens(title).at(-1) ?? ''}s`;
}

/** One letter too many, too few, another, or two that changed places. */
export function isSlip(said: string, word: string): boolean {
  if (Math.abs(said.length - word.length) > 1) return false;
  let at = 0;
  while (at < said.length && said[at] === word[at]) at += 1;
  const [a, b] = [said.slice(at), word.slice(at)];
  if (a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
