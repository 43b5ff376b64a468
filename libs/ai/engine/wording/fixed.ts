import { fold } from '../../text/normalise';
import { LANGUAGES } from '../../text/language';
import { fill } from './fill';
import { PHRASES } from './phrases';

/** How the built-in engine speaks. */
export interface Voice {
  /**
   * Its sentences that hold no value: questions, regrets, what a colleague does next. What it tells of a case, or says was
   * done, is none of them.
   */
  sentences: readonly string[];
  /** Its words, folded. */
  words: ReadonlySet<string>;
}

let known: Voice | null = null;

export function engineVoice(): Voice {
  known ??= read();
  return known;
}

function read(): Voice {
  const phrases = LANGUAGES.flatMap((language) => Object.entries(PHRASES[language]));
  const sentences = [...new Set(phrases.flatMap(sentencesOf))].sort((one, other) => other.length - one.length);
  return { sentences, words: new Set(phrases.flatMap(([, template]) => wordsIn(template.replace(/\{\w+\}/g, ' ')))) };
}

export const wordsIn = (text: string): string[] => fold(text).match(/\p{L}{2,}/gu) ?? [];

function sentencesOf([name, template]: [string, string]): string[] {
  if (/^(?:do|done)_/.test(name)) return [];
  return template
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => !sentence.includes('{') && /[.?!]$/.test(sentence))
    .flatMap((sentence) => [false, true].map((informal) => fill(sentence, {}, informal)));
}
