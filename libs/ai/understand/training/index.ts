import type { Language } from '../../text/language';
import type { Example } from '../model/intent-model';
import type { Intent } from '../understanding';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { nl } from './nl';
import type { TrainingText } from './training-text';

const TEXT: Record<Language, TrainingText> = { en, de, nl, fr, es };

/** All our own sentences; one model reads all languages, so that a message whose language is unclear is read as well. */
export function ownExamples(languages: readonly Language[] = ['en', 'de', 'nl', 'fr', 'es']): Example[] {
  return languages.flatMap((language) =>
    Object.entries(TEXT[language]).flatMap(([intent, text]) =>
      text
        .split(/[|\n]/)
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => ({ text: line, intent: intent as Intent, language })),
    ),
  );
}
