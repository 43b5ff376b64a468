import type { MessageBody } from '@satchel/contracts';
import { type Detector, guessLanguage, isLanguage, type Language } from '../text/language';
import { openMessages } from './request';

/** What the customer wrote in before: a bare number says nothing about it. */
export function languageBefore(said: readonly MessageBody[], detect: Detector): Language | null {
  const before = said.slice(0, said.length - openMessages(said).length);
  const texts = before.flatMap(({ direction, text }) => (direction === 'inbound' ? [text] : []));
  return texts.length > 0 ? guessLanguage(texts.join('\n'), { detect }).language : null;
}

export function languageOf(locale: string): Language | null {
  const code = locale.slice(0, 2).toLowerCase();
  return isLanguage(code) ? code : null;
}
