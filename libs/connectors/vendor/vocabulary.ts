import type { ConnectorLog } from '../port';

/**
 * A vendor's words for one thing, in ours. A word we do not know (vendors add them) becomes `unknown`
 * and is told to the log once, so that somebody adds it here; it never breaks a look-up.
 */
export class Vocabulary<Ours extends string> {
  private readonly strange = new Set<string>();

  constructor(
    private readonly what: string,
    private readonly words: Readonly<Record<string, Ours>>,
    private readonly log: ConnectorLog,
  ) {}

  ours(word: string | null | undefined): Ours | 'unknown' {
    if (!word) return 'unknown';
    const known = Object.hasOwn(this.words, word) ? this.words[word] : undefined;
    if (known !== undefined) return known;
    if (!this.strange.has(word)) {
      this.strange.add(word);
      this.log.warn({ what: this.what, word }, 'a vendor used a word that we do not know');
    }
    return 'unknown';
  }
}
