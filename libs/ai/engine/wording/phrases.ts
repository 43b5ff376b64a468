import type { Language } from '../../text/language';
import { acts as deActs } from './de/acts';
import { talk as deTalk } from './de/talk';
import { acts as enActs } from './en/acts';
import { talk as enTalk } from './en/talk';
import { acts as esActs } from './es/acts';
import { talk as esTalk } from './es/talk';
import { acts as frActs } from './fr/acts';
import { talk as frTalk } from './fr/talk';
import { acts as nlActs } from './nl/acts';
import { talk as nlTalk } from './nl/talk';

export type Phrase = keyof typeof enTalk | keyof typeof enActs;

/** Everything the built-in engine says beside what it tells of parcels, in each language. */
export const PHRASES: Record<Language, Record<Phrase, string>> = {
  en: { ...enTalk, ...enActs },
  de: { ...deTalk, ...deActs },
  nl: { ...nlTalk, ...nlActs },
  fr: { ...frTalk, ...frActs },
  es: { ...esTalk, ...esActs },
};

export const isPhrase = (name: string): name is Phrase => Object.hasOwn(PHRASES.en, name);
