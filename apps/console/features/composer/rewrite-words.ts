import type { RewriteLanguage, RewriteStyle } from '@satchel/contracts';

const WORDS: Record<Exclude<RewriteStyle, 'translate'>, string> = {
  shorter: 'Shorter',
  warmer: 'Warmer',
  formal: 'Formal',
  fix: 'Fix spelling',
};

export const rewriteWords = (style: Exclude<RewriteStyle, 'translate'>): string => WORDS[style];

/** The language by its name in English, as the rest of the console is. */
export function translateWords(language: RewriteLanguage): string {
  return `Translate to ${new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language}`;
}
