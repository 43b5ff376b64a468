import type { BaseMessage } from '@langchain/core/messages';
import { clean, fold } from '../text/normalise';

/** So many words in a row are no accident. */
const WORDS = 8;

/** Whether a model recites its instructions. They are no secret, but no customer asked for them in earnest. */
export function repeatsPrompt(text: string, [first]: readonly BaseMessage[]): boolean {
  if (first?.getType() !== 'system') return false;
  const prompt = ` ${wordsOf(first.text).join(' ')} `;
  const said = wordsOf(text);
  return said.some(
    (_word, at) => at + WORDS <= said.length && prompt.includes(` ${said.slice(at, at + WORDS).join(' ')} `),
  );
}

const wordsOf = (text: string): string[] => fold(clean(text, 20_000)).match(/[\p{L}\p{N}]+/gu) ?? [];
