/** A mail's header fields as received, unfolded, in order; mended nowhere, so rules see what the sender wrote. */
export class Headers {
  private constructor(
    private readonly fields: { key: string; value: string }[],
    readonly bodyStart: number,
  ) {}

  static of(raw: Buffer): Headers {
    const end = endOfHead(raw);
    // Bytes beyond ASCII are rare and mostly UTF-8 (RFC 6532); ids and marks are ASCII in any case.
    const head = raw.toString('utf8', 0, Math.min(end.head, MAX_HEAD_BYTES));
    const fields: { key: string; value: string }[] = [];
    for (const line of head.split(/\r?\n/)) {
      const last = fields.at(-1);
      if (/^[ \t]/.test(line) && last) {
        last.value += ` ${line.trim()}`;
        continue;
      }
      const colon = line.indexOf(':');
      if (colon > 0)
        fields.push({ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() });
    }
    return new Headers(fields, end.body);
  }

  /** Every value of a field, topmost first. */
  all(...names: string[]): string[] {
    return names.flatMap((name) => this.fields.filter((it) => it.key === name).map((it) => it.value));
  }

  /** The topmost value that is not blank. */
  first(name: string): string | null {
    return this.all(name).find((value) => value !== '') ?? null;
  }

  has(...names: string[]): boolean {
    return this.fields.some((it) => names.includes(it.key));
  }
}

const MAX_HEAD_BYTES = 1024 * 1024;

function endOfHead(raw: Buffer): { head: number; body: number } {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { head: crlf, body: crlf + 4 };
  return lf >= 0 ? { head: lf, body: lf + 2 } : { head: raw.length, body: raw.length };
}
