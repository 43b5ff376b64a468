export interface DiffLine {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond it a comparison costs more than it tells. */
const MOST_LINES = 2_000;

/** Line by line, what became of a text: the longest lines in common stay, the rest is gone or new. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length > MOST_LINES || now.length > MOST_LINES)
    return [...old.map((text) => line('gone', text)), ...now.map((text) => line('new', text))];
  const common = commonLengths(old, now);
  const found: DiffLine[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    const [gone, added] = [old[a], now[b]];
    if (gone !== undefined && gone === added) {
      found.push(line('same', gone));
      a += 1;
      b += 1;
    } else if (gone !== undefined && (added === undefined || at(common, a + 1, b) >= at(common, a, b + 1))) {
      found.push(line('gone', gone));
      a += 1;
    } else {
      found.push(line('new', added ?? ''));
      b += 1;
    }
  }
  return found;
}

const line = (kind: DiffLine['kind'], text: string): DiffLine => ({ kind, text });
const at = (common: Uint16Array[], a: number, b: number): number => common[a]?.[b] ?? 0;

/** How many lines the rest of both texts, from each place on, has in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let a = old.length - 1; a >= 0; a -= 1)
    for (let b = now.length - 1; b >= 0; b -= 1) {
      const row = common[a];
      if (row)
        row[b] =
          old[a] === now[b] ? at(common, a + 1, b + 1) + 1 : Math.max(at(common, a + 1, b), at(common, a, b + 1));
    }
  return common;
}
