import { cleanLine } from '../text/normalise';
import type { GateResult } from './gate';
import type { GateProblem } from './problem';
import { sentenceAt, sentenceSpans } from './sentences';

/** What to tell a model about each kind; it sees its own words, never what they should have been. */
const ADVICE: Record<GateProblem['kind'], string> = {
  link: 'links only to an address that a tool returned',
  email: 'mail addresses only as a tool returned them',
  amount: 'amounts only as a tool returned them, for what they were returned for',
  date: 'days only as a tool returned them; do not estimate when something arrives',
  time: 'times only as a tool returned them',
  code: 'order, tracking and discount codes only as a tool returned them',
  number: 'numbers only as a tool or a cited passage gave them',
  promise: 'do not claim, promise or offer an act unless a tool says that it was done or waits for a yes',
  claim: 'tell the state of an order only as a tool returned it',
  scope: 'this belongs to another order, item or parcel than the one that the sentence names',
  attribute: 'colours, materials, carriers and the like only as a tool returned them',
  name: 'name nobody and no place that a tool did not name',
  address: 'addresses only as a tool returned them',
  phone: 'no phone number that a tool did not return',
  secret: 'never write card or account numbers or codes',
  uncited:
    "cite the passage in square brackets after each sentence about the shop's rules or a product, or leave it out",
  citation: 'the passage you cite does not say this; say only what it says',
  tone: 'no insults, no other shops; a person can always be reached, and only people close a conversation',
  hidden: 'plain visible characters only',
  language: "write in the customer's language",
  empty: 'write a reply',
  length: 'be much shorter',
};
const MOST_NAMED = 8;

/** What a model is told to rewrite its reply once. */
export function repairPrompt(problems: readonly GateProblem[]): string {
  const lines = new Map<string, Set<string>>();
  for (const { kind, text } of problems.slice(0, 40)) {
    const named = lines.get(kind) ?? new Set();
    if (text && named.size < MOST_NAMED) named.add(cleanLine(text, 80).replace(/"/g, "'"));
    lines.set(kind, named);
  }
  return [
    'Your reply was not sent, because parts of it are not backed by what the tools returned:',
    ...[...lines].map(([kind, named]) => {
      const what = [...named].map((text) => `"${text}"`).join(', ');
      return `- ${what ? `${what}: ` : ''}${ADVICE[kind as GateProblem['kind']]}.`;
    }),
    'Write the whole reply once more. Keep what is right, leave out or mend the parts named, and add nothing new. If nothing useful remains, call hand_over.',
  ].join('\n');
}

export interface Shortened {
  text: string;
  /** The sentences that were left out, for the record. */
  dropped: string[];
}

/**
 * The reply without the sentences that hold problems, and which these were; null where one of them is needed: it proves
 * something, it asks something, or too little would be left. Then a person looks.
 */
export function withoutProblems(reply: string, result: GateResult): Shortened | null {
  if (result.passed) return { text: result.text || reply, dropped: [] };
  const { text, problems, evidence } = result;
  const sentences = sentenceSpans(text);
  const bad = new Set<number>();
  for (const { from, to } of problems) {
    if (from === undefined || to === undefined) return null;
    for (let i = sentenceAt(sentences, from); i <= sentenceAt(sentences, Math.max(from, to - 1)); i += 1) bad.add(i);
  }
  const needed = (index: number): boolean => {
    const { from, to } = sentences[index] ?? { from: 0, to: 0 };
    return /\?/.test(text.slice(from, to)) || evidence.some((span) => span.from >= from && span.to <= to);
  };
  const kept = sentences.filter((_, index) => !bad.has(index));
  if (
    [...bad].some(needed) ||
    !kept.some((span) => evidence.some(({ from, to }) => from >= span.from && to <= span.to))
  )
    return null;
  return {
    text: kept
      .map(({ from, to }) => text.slice(from, to))
      .join('')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    dropped: [...bad].map((index) => text.slice(sentences[index]?.from, sentences[index]?.to).trim()),
  };
}
