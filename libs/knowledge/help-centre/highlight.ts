import { escapeHtml } from '../markdown/escape-html';

const MOST_CHARS = 260;

/** The part of a text where the words of a question stand, as HTML with them marked. */
export function excerpt(text: string, query: string): string {
  const roots = rootsOf(query);
  const plain = text.replace(/\s+/g, ' ').trim();
  const first = marked(plain, roots).findIndex(({ hit }) => hit);
  const before = marked(plain, roots)
    .slice(0, Math.max(first, 0))
    .reduce((sum, { text: part }) => sum + part.length, 0);
  const from = before <= 80 ? 0 : plain.lastIndexOf(' ', before - 60) + 1;
  const piece = plain.slice(from, from + MOST_CHARS);
  const html = marked(piece, roots)
    .map(({ text: part, hit }) => (hit ? `<mark>${escapeHtml(part)}</mark>` : escapeHtml(part)))
    .join('');
  return `${from > 0 ? '… ' : ''}${html}${from + MOST_CHARS < plain.length ? ' …' : ''}`;
}

/** Beginnings of the words: "returning" marks "returns". */
function rootsOf(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? [];
  return [
    ...new Set(
      words.slice(0, 20).map((word) => (word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word)),
    ),
  ];
}

function marked(text: string, roots: readonly string[]): { text: string; hit: boolean }[] {
  return (text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []).map((part) => ({
    text: part,
    hit: roots.some((root) => part.toLowerCase().startsWith(root)),
  }));
}
