import { decodeText, strictUtf8 } from './mime/charset';

interface Field {
  key: string;
  /** One character per byte. */
  bytes: string;
  value: string;
}

/** A mail's header fields as received, unfolded, in order; mended nowhere, so rules see what the sender wrote. */
export class Headers {
  private constructor(
    private readonly fields: Field[],
    readonly bodyStart: number,
  ) {}

  static of(raw: Buffer): Headers {
    const start = startOfHead(raw);
    const rest = raw.subarray(start);
    if (!FIELD.test(rest.toString('latin1', 0, 1_000))) return new Headers([], start);
    const end = endOfHead(rest);
    return new Headers(fieldsOf(rest.toString('latin1', 0, Math.min(end.head, MAX_HEAD_BYTES))), start + end.body);
  }

  /** Of a part inside a mail: one that opens without any field is all body, with or without the blank line. */
  static ofPart(raw: Buffer): Headers {
    const beginning = raw.toString('latin1', 0, 1_000);
    const blank = /^[ \t]*\r?\n/.exec(beginning);
    if (blank) return new Headers([], blank[0].length);
    return FIELD.test(beginning) ? Headers.of(raw) : new Headers([], 0);
  }

  /** The same fields, with bytes beyond ASCII read in the charset that the rest of the mail is written in. */
  in(charset: string | null): Headers {
    if (charset === null || this.fields.every((it) => isPlain(it.bytes))) return this;
    return new Headers(
      this.fields.map((it) => ({ ...it, value: readable(it.bytes, charset) })),
      this.bodyStart,
    );
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
/** A name of a field (RFC 5322 2.2); text before a colon is not one. */
const NAME = /^[!-9;-~]+$/;
const FIELD = /^[!-9;-~]{1,100}[ \t]*:/;

function fieldsOf(head: string): Field[] {
  const fields: Field[] = [];
  const folded: string[][] = [];
  for (const line of head.split(/\r?\n|\r(?!\n)/)) {
    const last = folded.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.push(line.trim());
      continue;
    }
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!NAME.test(key)) continue;
    fields.push({ key, bytes: '', value: '' });
    folded.push([line.slice(colon + 1).trim()]);
  }
  fields.forEach((field, at) => {
    field.bytes = (folded[at] ?? []).join(' ').trim();
    field.value = readable(field.bytes, null);
  });
  return fields;
}

const isPlain = (bytes: string): boolean => !/[\u0080-\u00ff]/.test(bytes);

/** Raw bytes beyond ASCII are rare and mostly UTF-8 (RFC 6532). */
function readable(bytes: string, charset: string | null): string {
  if (isPlain(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  return strictUtf8(buffer) ?? decodeText(buffer, charset);
}

/** Behind blank lines and the line that an mbox puts before each mail. */
function startOfHead(raw: Buffer): number {
  const beginning = raw.toString('latin1', 0, 2_000);
  const skipped = /^(?:[ \t]*\r?\n)*(?:>?From [^\r\n]*\r?\n)?/.exec(beginning)?.[0].length ?? 0;
  return FIELD.test(beginning.slice(skipped)) ? skipped : 0;
}

function endOfHead(raw: Buffer): { head: number; body: number } {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { head: crlf, body: crlf + 4 };
  if (lf >= 0) return { head: lf, body: lf + 2 };
  const cr = raw.indexOf('\r\r');
  return cr >= 0 && !raw.includes('\n') ? { head: cr, body: cr + 2 } : { head: raw.length, body: raw.length };
}
