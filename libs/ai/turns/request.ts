import type { MessageBody } from '@satchel/contracts';
import type { Said } from '../engine/engine-view';

/** Raised with every change of the prompt's words; stored with each turn. */
export const PROMPT_VERSION = '4';

/** What customer and shop said to each other: no notes, no events. */
export function saidIn(thread: readonly MessageBody[]): MessageBody[] {
  return thread.filter((message) => message.kind === 'reply' && message.direction !== 'internal');
}

/** The subject, when what waits for an answer is the beginning. */
export function openingSubject(subject: string, said: readonly MessageBody[]): string | null {
  return openMessages(said).length === said.length && subject.trim() ? subject : null;
}

/** What waits for an answer, as one text, without the subject. */
export function messageText(said: readonly MessageBody[]): string {
  return openMessages(said)
    .map((message) => message.text)
    .filter((text) => text.trim())
    .join('\n\n');
}

/** What waits for an answer, as one text; with the subject when the ticket starts with it. */
export function requestText(subject: string, said: readonly MessageBody[]): string {
  const open = openMessages(said);
  const texts = open.map((message) => message.text);
  const isFirst = open.length === said.length;
  return (isFirst ? [subject, ...texts] : texts).filter((text) => text.trim()).join('\n\n');
}

/** The customer's messages since we last spoke; what the house says by itself (that a mail arrived) answers none of them. */
export function openMessages(said: readonly MessageBody[]): MessageBody[] {
  const lastOurs = said.findLastIndex(({ direction, author }) => direction === 'outbound' && author.kind !== 'system');
  return said.slice(lastOurs + 1).filter((message) => message.direction === 'inbound');
}

/** What was said before what waits for an answer. */
export function earlierIn(said: readonly MessageBody[]): Said[] {
  return said
    .slice(0, said.length - openMessages(said).length)
    .map(({ direction, text }) => ({ by: direction === 'inbound' ? 'customer' : 'us', text }));
}
