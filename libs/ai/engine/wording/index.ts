import type { Language } from '../../text/language';
import { de } from './de/parcels';
import { en } from './en/parcels';
import { es } from './es/parcels';
import { fr } from './fr/parcels';
import { nl } from './nl/parcels';
import type { Wording } from './wording';

export const WORDINGS: Record<Language, Wording> = { en, de, nl, fr, es };

/** Whether a text of ours asked the customer for an order number; any language. */
export function askedForNumber(text: string): boolean {
  const flat = text.replace(/\s+/g, ' ').toLowerCase();
  const mark = (sentence: string): string => sentence.replace(/\s+/g, ' ').toLowerCase();
  return Object.values(WORDINGS).some((wording) => {
    const which = wording.askWhich([]);
    return [wording.askNumber(), wording.askAgain(), which.slice(which.lastIndexOf('. ') + 2)].some((sentence) =>
      flat.includes(mark(sentence)),
    );
  });
}
export type { Wording } from './wording';
