import { WORDINGS } from '../engine/wording';
import type { Language } from '../text/language';
import { clean } from '../text/normalise';

/** A first line that only greets: the house greets by itself, in the customer's language. */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|hoi|beste|goedendag|bonjour|bonsoir|ch[eè]re?|hola|buenos d[ií]as|estimad[oa])\b[^\n.?]{0,60}[,!:.]?\s*\n+/iu;

export interface LetterParts {
  language: Language;
  firstName: string | null;
  signature: string;
  shop: string;
}

/** The brain's words without what the letter brings itself. */
export function bodyOf(text: string): string {
  return clean(text).replace(GREETING, '').trim();
}

/** What a customer reads: greeting, words, signature; and, when no person stands behind it, who wrote it and the way out. */
export function writeLetter(body: string, parts: LetterParts, options: { disclose: boolean; brief?: boolean }): string {
  const wording = WORDINGS[parts.language];
  // Nobody greets and signs a text message.
  const lines = options.brief ? [body] : [wording.greeting(parts.firstName), body, parts.signature.trim()];
  if (options.disclose) lines.push(wording.disclosure(parts.shop));
  return lines.filter(Boolean).join('\n\n');
}

/** Where in the letter its words begin. */
export function bodyAt({ language, firstName }: LetterParts, brief = false): number {
  return brief ? 0 : WORDINGS[language].greeting(firstName).length + 2;
}

/** Names come from the sender: a plain first name or none. */
export function firstNameOf(name: string): string | null {
  const first = clean(name, 200).split(/[\s,]+/)[0] ?? '';
  return /^\p{Lu}[\p{L}'’-]{1,24}$/u.test(first) ? first : null;
}
