import type { Language } from '../../text/language';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { nl } from './nl';
import type { TrainingSet } from './training';

export const TRAINING: Record<Language, TrainingSet> = { en, de, nl, fr, es };
export type { Topic } from './training';
