export type TextPart = { text: string; href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi;

/** Cuts a text at its web addresses. Only http and https become links; the punctuation of the sentence stays outside. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = safeHref(address);
    if (!href) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The address when it is http or https, else null: a script's address never becomes a link. */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

function trimmed(address: string): string {
  let end = address.replace(/[.,;:!?…'"»”’*_]+$/u, '');
  for (const [open, close] of ['()', '[]'] as const) {
    while (end.endsWith(close!) && count(end, close!) > count(end, open!)) end = end.slice(0, -1);
  }
  return end;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
