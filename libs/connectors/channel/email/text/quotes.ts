import { attributionAt } from './attributions';
import { blockAt, isForwardSubject, isReplyMarker } from './reply-blocks';
import { withoutSignature } from './signatures';

/** Beyond this the cutting costs more than it helps. */
const MAX_CHARS = 200_000;
const MAX_LINES = 5_000;

/**
 * What was written this time: earlier mails and the signature cut away. A forwarded mail is what its sender wants read,
 * and stays. The whole text is kept beside it, and shown when nothing would be left.
 */
export function withoutQuotes(fullText: string, subject: string | null = null): string {
  const whole = fullText.trim();
  const lines = whole.split('\n');
  if (whole.length > MAX_CHARS || lines.length > MAX_LINES || answersInline(lines)) return whole;
  const cut = cutAt(lines, isForwardSubject(subject));
  if (cut.kind === 'forward') return whole;
  const kept = [...lines.slice(0, cut.from), ...lines.slice(cut.to)].join('\n');
  return withoutSignature(withoutTrailingQuote(kept)).trim() || withoutTrailingQuote(kept).trim() || whole;
}

/** Answers between the quoted lines make sense only together with them. */
export function answersInline(lines: string[]): boolean {
  let answers = 0;
  let inQuote = false;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const quoted = /^\s?>/.test(line);
    if (inQuote && !quoted) answers++;
    inQuote = quoted;
  }
  return answers >= 2;
}

type Cut = { kind: 'none' | 'quote' | 'forward'; from: number; to: number };

function cutAt(lines: string[], isForward: boolean): Cut {
  for (let at = 0; at < lines.length; at++) {
    if (isReplyMarker(lines[at] ?? '')) return upTo(lines, at, lines.length);
    const block = blockAt(lines, at);
    if (block === 'forwarded' || (block !== null && isForward)) return { kind: 'forward', from: 0, to: 0 };
    if (block !== null) return upTo(lines, at, lines.length);
    const attribution = attributionAt(lines, at);
    if (attribution > 0) return upTo(lines, at, endOfQuote(lines, at + attribution));
  }
  return { kind: 'none', from: lines.length, to: lines.length };
}

/** Everything below an "On … wrote:", unless quoted lines end and the writer goes on under them. */
function endOfQuote(lines: string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  if (!lines[at]?.startsWith('>')) return lines.length;
  while (at < lines.length && (lines[at]?.trim() === '' || lines[at]?.startsWith('>'))) at++;
  return at;
}

/** With the lines that only lead to the quote: a rule, a lone ">". */
function upTo(lines: string[], at: number, to: number): Cut {
  let from = at;
  while (from > 0 && /^[\s>]*(?:[_\-=*]{5,}\s*)?$/.test(lines[from - 1] ?? '')) from--;
  return { kind: 'quote', from, to };
}

/** Quoted lines at the end that nothing introduced. */
function withoutTrailingQuote(text: string): string {
  const lines = text.trimEnd().split('\n');
  let end = lines.length;
  while (end > 0 && /^\s*$|^>/.test(lines[end - 1] ?? '')) end--;
  return end > 0 ? lines.slice(0, end).join('\n') : text;
}
