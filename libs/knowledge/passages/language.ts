/** PostgreSQL's own stemmers; a language without one is searched by whole words. */
const STEMMERS: Record<string, string> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

export const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i;

/** "de-AT" is searched as German. */
export const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? 'en';

export const stemmerOf = (language: string): string => STEMMERS[baseOf(language)] ?? 'simple';
