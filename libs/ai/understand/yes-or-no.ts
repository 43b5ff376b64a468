import { clean } from '../text/normalise';
import { type Answer, answerIn } from './answer';
import { unsigned } from './signature';

interface Asked {
  /** The customer's own: their line under the words says nothing. */
  names?: readonly string[];
  /** Our last message asked for a yes or a no, so that a nod is one. */
  asked?: boolean;
}

/** A customer's word on what was put before them: an unambiguous yes, an unambiguous no, or neither. */
export function yesOrNo(message: string, { names, asked = true }: Asked = {}): Answer | null {
  const text = clean(message);
  if (/[?¿]/.test(text)) return null;
  const lines = text.split('\n').map((line) => line.trim());
  return answerIn(unsigned(lines.filter(Boolean), names).join(' '), asked);
}
