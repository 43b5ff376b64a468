import type { Language } from '@satchel/ai';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { nl } from './nl';
import type { Phrases } from './phrases';

export const PHRASES: Record<Language, Phrases> = { en, de, nl, fr, es };
export { TOPICS, type Topic } from './phrases';
