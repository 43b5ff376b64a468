/** Accents off, one sign for one sign, so that places in the folded text are places in the original. */
function plain(text: string): string {
  let folded = '';
  for (const unit of text) {
    const bare = unit.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    folded += bare.length === unit.length ? bare : unit;
  }
  return folded;
}

/** What of a text is not yet read: each finding is taken out, so that no number is read as two things. */
export class Rest {
  private folded: string;

  constructor(private text: string) {
    this.folded = plain(text);
  }

  get value(): string {
    return this.folded;
  }

  /** Matches of a pattern as written, or one group of each. */
  take(pattern: RegExp, group = 0): string[] {
    return this.run(pattern, this.text, (match) => match[group] ?? '');
  }

  /** The same, for patterns with words that may carry accents ("número"). */
  takeFolded(pattern: RegExp, group = 0): string[] {
    return this.matches(pattern).map((match) => match[group] ?? '');
  }

  /** The first group that matched, for patterns with branches. */
  takeEither(pattern: RegExp): string[] {
    return this.run(pattern, this.text, (match) => match.slice(1).find((group) => group !== undefined) ?? match[0]);
  }

  /** Matches in the text without accents, all groups. */
  matches(pattern: RegExp): RegExpMatchArray[] {
    return this.run(pattern, this.folded, (match) => match);
  }

  private run<T>(pattern: RegExp, within: string, pick: (match: RegExpMatchArray) => T): T[] {
    const found: T[] = [];
    for (const match of [...within.matchAll(pattern)]) {
      found.push(pick(match));
      // Same length: places found later still fit. The semicolon keeps neighbours apart.
      const gap = ';'.padEnd(match[0].length, ' ');
      this.text = this.text.slice(0, match.index) + gap + this.text.slice((match.index ?? 0) + match[0].length);
      this.folded = this.folded.slice(0, match.index) + gap + this.folded.slice((match.index ?? 0) + match[0].length);
    }
    return found;
  }
}
