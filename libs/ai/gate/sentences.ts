import { MONTHS } from '../text/calendar';
import type { Span } from './mask';

const MONTH_NAMES = new Set(Object.values(MONTHS).flatMap((names) => names.map((name) => name.toLowerCase())));
/** Words whose full stop ends no sentence. */
const SHORT =
  /(?:^|[\s(])(?:nr|no|art|st|str|ca|bzw|inkl|zzgl|z\.b|e\.g|i\.e|approx|vs|mr|mrs|ms|dr|sr|sra|mme|p\.ej|bijv|incl|tel|núm|num|approx|\p{L})$/iu;

/** Where the sentences of a text stand. A line break ends one; the full stop of "22. November" or "No. 5" does not. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const push = (to: number): void => {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) spans.push({ from, to });
    else if (spans.length > 0 && to > from) {
      // A lone mark belongs to what it follows.
      const last = spans.at(-1);
      if (last) last.to = to;
    }
    from = to;
  };
  for (const hit of text.matchAll(/[.!?…]+["')\]»”“]*(?=\s)|\n+/gu)) {
    const end = hit.index + hit[0].length;
    if (hit[0].startsWith('.')) {
      const before = text.slice(Math.max(0, hit.index - 8), hit.index);
      const next = /^\s+(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1] ?? '';
      if (SHORT.test(before) && !/(?:^|\s)I$/.test(before)) continue;
      if (/(?:^|\D)\d{1,2}$/.test(before) && MONTH_NAMES.has(next.toLowerCase())) continue;
    }
    push(end);
  }
  push(text.length);
  return spans;
}

/** The index of the sentence that a place belongs to. */
export function sentenceAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
