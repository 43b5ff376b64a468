import type { WidgetLocale } from '@satchel/contracts';

/** The only words that are needed before anything is loaded. */
export const LABELS: Record<WidgetLocale, string> = {
  en: 'Open chat',
  de: 'Chat öffnen',
  fr: 'Ouvrir le chat',
  es: 'Abrir el chat',
  nl: 'Chat openen',
};
