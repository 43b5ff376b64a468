import { WIDGET_LOCALES, type WidgetLocale } from '@satchel/contracts';

export interface Language {
  /** Whose words are shown. */
  words: WidgetLocale;
  /** For dates and figures: the visitor's own region when we have its words, else the language of the words. */
  format: string;
  direction: 'ltr' | 'rtl';
  /** What was asked for, also when we have no words for it: answers may come in it. */
  asked: string;
}

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ku-arab|ps|sd|ug|ur|yi)(-|$)/i;

const wordsOf = (tag: string): WidgetLocale | undefined =>
  WIDGET_LOCALES.find((locale) => locale === tag.toLowerCase().split(/[-_]/)[0]);

/** The script tag decides; else the page's language, else the visitor's, the first that we have words for. */
export function chooseLanguage(from: {
  stated: string | null | undefined;
  page: string | null | undefined;
  browser: readonly string[];
}): Language {
  const stated = from.stated?.trim().replaceAll('_', '-');
  const page = from.page?.trim();
  const wished = stated ? [stated] : [page, ...from.browser].filter((tag) => tag !== undefined && tag !== '');
  const found = wished.find((tag) => wordsOf(tag!) !== undefined);
  const words = (found && wordsOf(found)) || 'en';
  const asked = stated || page || from.browser[0] || 'en';
  return {
    words,
    format: regionOf(words, [found ?? words, ...from.browser]),
    direction: RIGHT_TO_LEFT.test(stated || page || words) ? 'rtl' : 'ltr',
    asked,
  };
}

/** A page in "en" does not say how its visitor writes a date; the browser may. */
function regionOf(words: WidgetLocale, tags: readonly string[]): string {
  const fitting = tags.filter((tag) => wordsOf(tag) === words && isTag(tag));
  return fitting.find((tag) => tag.includes('-')) ?? fitting[0] ?? words;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
