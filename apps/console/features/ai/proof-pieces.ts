import type { EvidenceSourceBody, EvidenceSpanBody } from '@satchel/contracts';

/** A part of a text, with what it rests on; none: it states nothing. */
export interface Piece {
  text: string;
  proofs: EvidenceSourceBody[];
}

/** More nobody reads beside a word. */
const MOST_PROOFS = 4;

/**
 * A text cut where its proofs begin and end. What lies within something else is proved with it. A span whose words stand
 * elsewhere, as the text was changed, is left out.
 */
export function proofPieces(text: string, spans: readonly EvidenceSpanBody[]): Piece[] {
  const fitting = spans
    .filter(({ from, to, text: words }) => from >= 0 && from < to && text.slice(from, to) === words)
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const pieces: Piece[] = [];
  let at = 0;
  for (let index = 0; index < fitting.length;) {
    const first = fitting[index];
    if (!first) break;
    let end = first.to;
    const sources: EvidenceSourceBody[] = [];
    for (let next = fitting[index]; next && next.from < end; next = fitting[(index += 1)]) {
      end = Math.max(end, next.to);
      sources.push(next.source);
    }
    if (first.from > at) pieces.push({ text: text.slice(at, first.from), proofs: [] });
    pieces.push({ text: text.slice(first.from, end), proofs: different(sources) });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), proofs: [] });
  return pieces;
}

function different(sources: readonly EvidenceSourceBody[]): EvidenceSourceBody[] {
  const byName = new Map(sources.map((source) => [`${source.label}:${source.value}`, source]));
  return [...byName.values()].slice(0, MOST_PROOFS);
}
