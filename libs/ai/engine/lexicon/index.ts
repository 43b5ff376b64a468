import type { Language } from '../../text/language';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Lexicon } from './lexicon';
import { nl } from './nl';

export const LEXICONS: Record<Language, Lexicon> = { en, de, nl, fr, es };
