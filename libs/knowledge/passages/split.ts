/** What a passage aims at, and the length above which a paragraph itself is cut. */
const AIM_WORDS = 160;
const MOST_WORDS = 220;

export interface Passage {
  /** "Returns › Refunds": the headings above it, without the article's title. */
  heading: string;
  text: string;
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Cuts an article where its author did: at headings, then at blank lines, and inside a paragraph only where it is very long. */
export function splitMarkdown(markdown: string): Passage[] {
  const passages: Passage[] = [];
  for (const { heading, blocks } of sectionsOf(markdown)) {
    let held: string[] = [];
    const flush = (): void => {
      if (held.length > 0) passages.push({ heading, text: held.join('\n\n') });
      held = [];
    };
    for (const block of blocks.flatMap(cut)) {
      if (held.length > 0 && wordsIn(held.join(' ')) + wordsIn(block) > AIM_WORDS) flush();
      held.push(block);
    }
    flush();
  }
  return passages;
}

function sectionsOf(markdown: string): { heading: string; blocks: string[] }[] {
  const sections: { heading: string; blocks: string[] }[] = [];
  const path: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  const flush = (): void => {
    const blocks = lines
      .join('\n')
      .split(/\n\s*\n/)
      .map((block) => block.trim())
      .filter(Boolean);
    if (blocks.length > 0) sections.push({ heading: path.filter(Boolean).join(' › '), blocks });
    lines = [];
  };
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const [, marks, title] = (!fenced && /^ {0,3}(#{1,6})\s+(.*)$/.exec(line)) || [];
    if (marks && title !== undefined) {
      flush();
      path.length = marks.length - 1;
      path[marks.length - 1] = title.replace(/\s#+\s*$/, '').trim();
    } else {
      lines.push(line);
    }
  }
  flush();
  return sections;
}

function cut(block: string): string[] {
  if (wordsIn(block) <= MOST_WORDS) return [block];
  const pieces: string[] = [];
  let held = '';
  for (const piece of block.split(/(?<=[.!?…])\s+|\n/)) {
    for (const part of piece.length > 4_000 ? (piece.match(/[^]{1,2000}/g) ?? []) : [piece]) {
      if (held && wordsIn(held) + wordsIn(part) > AIM_WORDS) {
        pieces.push(held);
        held = '';
      }
      held = held ? `${held} ${part}` : part;
    }
  }
  if (held) pieces.push(held);
  return pieces;
}
