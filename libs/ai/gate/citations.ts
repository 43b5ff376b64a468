import type { GateProblem } from './problem';

/** A reply without its marks, and where each stood. */
export interface Cited {
  text: string;
  marks: { at: number; cite: string }[];
  problems: GateProblem[];
}

const MARK = /[ \t]*\[([^[\]\n]{1,60})\](?!\()/g;
/** What a model makes up where it has seen such marks. */
const LIKE_A_MARK = /^(?:[a-z]{1,8}[-:_ #]?)?\d{1,4}$/i;

/** Takes the marks of cited passages out: they are for the gate, not for the customer. */
export function takeCitations(reply: string, known: ReadonlySet<string>): Cited {
  const marks: Cited['marks'] = [];
  const problems: GateProblem[] = [];
  let text = '';
  let from = 0;
  for (const { 0: hit, 1: inner = '', index } of reply.matchAll(MARK)) {
    const names = inner
      .replace(/^cite[:\s]+/i, '')
      .split(/[,;]\s*/)
      .map((name) => name.trim());
    const cites = names.filter((name) => known.has(name));
    if (cites.length === 0 && !names.every((name) => LIKE_A_MARK.test(name))) continue;
    text += reply.slice(from, index);
    from = index + hit.length;
    for (const cite of cites) marks.push({ at: text.length, cite });
    if (cites.length < names.length)
      problems.push({ kind: 'citation', text: hit.trim(), from: text.length, to: text.length });
  }
  return { text: text + reply.slice(from), marks, problems };
}
