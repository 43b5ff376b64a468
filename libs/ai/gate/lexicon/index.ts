import type { Act } from '../facts';
import type { Language } from '../../text/language';
import { LANGUAGES } from '../../text/language';
import type { State } from '../states';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { GateWords } from './lexicon';
import { nl } from './nl';

export const GATE_WORDS: Record<Language, GateWords> = { en, de, nl, fr, es };

export interface Patterns {
  /** Any stem of an act or noun of one: a sentence without it claims no act. */
  hint: RegExp;
  acts: [RegExp, Act[]][];
  nouns: [RegExp, Act[]][];
  done: RegExp[];
  promised: RegExp[];
  able: RegExp[];
  approval: RegExp[];
  states: [State, RegExp][];
  policy: RegExp;
}

function compile(words: GateWords): Patterns {
  const stems = words.acts.map(([source]) => source).join('|');
  const nouns = words.nouns.map(([source]) => source).join('|');
  const fill = (source: string): RegExp =>
    new RegExp(
      source
        .replaceAll('%A', `(?:${stems})\\w*`)
        .replaceAll('%P', `(?:${words.participles})`)
        .replaceAll('%N', `(?:${nouns})`),
      'g',
    );
  return {
    hint: new RegExp(`${stems}|${words.participles}|\\b(?:${nouns})\\b|%`),
    acts: words.acts.map(([source, acts]) => [new RegExp(`(?:${source})`), acts]),
    nouns: words.nouns.map(([source, acts]) => [new RegExp(`\\b(?:${source})\\b`), acts]),
    done: words.done.map(fill),
    promised: words.promised.map(fill),
    able: words.able.map(fill),
    approval: words.approval.map(fill),
    states: words.states.map(([state, sources]) => [
      state,
      new RegExp(`\\b(?:${sources.join('|').replace(/(\{0,\d+\})\(\?:/g, '$1\\b(?:')})\\b`, 'g'),
    ]),
    policy: new RegExp(words.policy.join('|')),
  };
}

export const PATTERNS: readonly [Language, Patterns][] = LANGUAGES.map((language) => [
  language,
  compile(GATE_WORDS[language]),
]);
