/** A text from which what was understood is blanked out, so that each piece is judged once, by the rule that knows it best. */
export class Mask {
  constructor(public text: string) {}

  /** Blanks every occurrence of a text, whole words only. */
  hideText(text: string): void {
    const needle = text.trim();
    if (!needle) return;
    const pattern = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    this.text = this.text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), blank);
  }

  /** Blanks what matches; returns the matches. */
  take(pattern: RegExp): RegExpExecArray[] {
    const hits = [...this.text.matchAll(pattern)];
    this.text = this.text.replace(pattern, blank);
    return hits;
  }
}

/** Same length, no letter and no space: neighbours neither join nor does a pattern read across. */
function blank(text: string): string {
  return '\u00b7'.repeat(text.length);
}
