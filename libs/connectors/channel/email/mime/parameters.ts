import { decodeText } from './charset';
import { decodeWords } from './words';

/** The value of a Content-Type or Content-Disposition field, taken apart. */
export interface Structured {
  /** Lower case, without its parameters. */
  value: string;
  params: Record<string, string>;
}

interface Section {
  index: number;
  encoded: boolean;
  text: string;
}

/** RFC 2045 parameters with RFC 2231 continuations and charsets, and the misuses of both that mail is full of. */
export function parseStructured(field: string | null): Structured {
  const pieces = split(field ?? '');
  const value = (pieces.shift() ?? '')
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  const plain: Record<string, string> = {};
  const sections: Record<string, Section[]> = {};
  for (const piece of pieces) {
    const equals = piece.indexOf('=');
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1).trim());
    const [, base, index, star] = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name) ?? [];
    if (base === undefined) continue;
    if (index === undefined && star === undefined) plain[base] ??= decodeWords(text);
    else (sections[base] ??= []).push({ index: Number(index ?? 0), encoded: star !== undefined, text });
  }
  for (const [name, found] of Object.entries(sections)) plain[name] = join(found) || (plain[name] ?? '');
  return { value, params: plain };
}

function join(sections: Section[]): string {
  const sorted = [...sections].sort((a, b) => a.index - b.index);
  const [first] = sorted;
  if (!first) return '';
  const [, charset = null, rest] = (first.encoded && /^([^']*)'[^']*'(.*)$/s.exec(first.text)) || [
    null,
    null,
    first.text,
  ];
  const bytes = sorted.map(({ encoded, text }, at) => {
    const content = at === 0 ? (rest ?? '') : text;
    return encoded ? percentBytes(content) : Buffer.from(content);
  });
  return decodeWords(decodeText(Buffer.concat(bytes), charset));
}

function percentBytes(text: string): Buffer {
  const parts = text.split(/(%[0-9a-f]{2})/i);
  return Buffer.concat(
    parts.map((part) => (/^%[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  );
}

/** At semicolons outside quotes. */
function split(field: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < field.length; i++) {
    const char = field[i];
    if (char === '\\' && quoted) i++;
    else if (char === '"') quoted = !quoted;
    else if (char === ';' && !quoted) {
      pieces.push(field.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(field.slice(start));
  return pieces;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text.endsWith(')') ? text.slice(0, text.lastIndexOf('(')).trimEnd() : text;
  const end = text.length > 1 && text.endsWith('"') ? -1 : undefined;
  return text.slice(1, end).replace(/\\(["\\])/g, '$1');
}
