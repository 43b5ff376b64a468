import { clean } from './normalise';

/** Longest part of one customer message that a model reads; real questions are far shorter. */
const MAX_CHARS = 4_000;
const OPEN = '<customer_message>';
const CLOSE = '</customer_message>';

/** A customer's words as data: cleaned, capped, and with no way to close the fence from inside. */
export function fence(text: string): string {
  return `${OPEN}\n${clean(text, MAX_CHARS).replace(/<\/?\s*customer_message\s*>/gi, '')}\n${CLOSE}`;
}

export function unfence(text: string): string {
  return text.startsWith(OPEN)
    ? text.slice(OPEN.length, text.endsWith(CLOSE) ? -CLOSE.length : undefined).trim()
    : text;
}
