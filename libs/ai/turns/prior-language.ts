import type { MessageBody } from '@satchel/contracts';
import type { Analysis } from '../engine/analyse';
import { type Detector, guessLanguage } from '../text/language';
import { openMessages } from './request';

/** What the customer wrote in before: a bare number says nothing about it. */
export function languageBefore(said: readonly MessageBody[], detect: Detector): Analysis['language'] {
  const before = said.slice(0, said.length - openMessages(said).length);
  const texts = before.flatMap(({ direction, text }) => (direction === 'inbound' ? [text] : []));
  return texts.length > 0 ? guessLanguage(texts.join('\n'), { detect }).language : null;
}

export function languageOf(locale: string): Analysis['language'] {
  const code = locale.slice(0, 2).toLowerCase();
  return code === 'en' || code === 'de' || code === 'nl' || code === 'fr' || code === 'es' ? code : null;
}
