import type { Language } from '../../text/language';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { nl } from './nl';
import type { Words } from './words';

export const WORDS: Record<Language, Words> = { en, de, nl, fr, es };
export type { Words } from './words';
