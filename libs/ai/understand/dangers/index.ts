import type { Language } from '../../text/language';
import { fold } from '../../text/normalise';
import { type Danger, DANGERS } from '../understanding';
import type { Dangers } from './dangers';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { nl } from './nl';

const WORDS: Record<Language, Dangers> = { en, de, nl, fr, es };

/** The worst that a cleaned text holds. Every language is looked through: an injection in Dutch inside an English mail is one all the same. */
export function firstDanger(text: string): Danger | null {
  const folded = fold(text);
  const holds = (danger: Danger): boolean =>
    Object.values(WORDS).some((words) => words[danger].some((pattern) => pattern.test(folded)));
  return DANGERS.find(holds) ?? null;
}
