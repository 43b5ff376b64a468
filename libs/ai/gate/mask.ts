import { fold } from '../text/normalise';

export interface Span {
  from: number;
  to: number;
}

/**
 * A text from which what was understood is blanked out, so that each piece is judged once, by the rule that knows it best.
 * It remembers where its letters stood in the text it began with.
 */
export class Mask {
  private origin: number[] | null = null;

  constructor(public text: string) {}

  /** Blanks every occurrence of a text, whole words only; tells where they were. */
  hideText(text: string): Span[] {
    const needle = text.trim();
    const first = /[\p{L}\p{N}]+/u.exec(needle)?.[0];
    // Looking is cheap, a pattern of its own is not.
    if (!first || !this.text.toLowerCase().includes(first.toLowerCase())) return [];
    const pattern = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    return this.take(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')).map((hit) => this.span(hit));
  }

  /** Blanks what matches; returns the matches. */
  take(pattern: RegExp): RegExpExecArray[] {
    const hits = [...this.text.matchAll(pattern)];
    for (const { index, 0: text } of hits) this.blank(index, text.length);
    return hits;
  }

  blank(index: number, length: number): void {
    this.text = this.text.slice(0, index) + BLANK.repeat(length) + this.text.slice(index + length);
  }

  /** From here on letters are compared without case and accents. */
  fold(): void {
    const origin: number[] = [];
    let folded = '';
    for (let at = 0; at < this.text.length;) {
      const char = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
      const plain = char < '\u0080' ? char.toLowerCase() : fold(char);
      for (let i = 0; i < plain.length; i += 1) origin.push(at);
      folded += plain;
      at += char.length;
    }
    origin.push(this.text.length);
    this.text = folded;
    this.origin = origin;
  }

  /** Where a match stood in the text that the mask began with. */
  span({ index, 0: text }: { index: number; 0: string }): Span {
    const end = index + text.length;
    return this.origin
      ? { from: this.origin[index] ?? 0, to: this.origin[end] ?? this.origin.at(-1) ?? 0 }
      : { from: index, to: end };
  }
}

/** No letter and no space: neighbours neither join nor does a pattern read across. */
const BLANK = '\u00b7';
