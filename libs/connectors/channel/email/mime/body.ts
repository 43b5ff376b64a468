import { decodeText } from './charset';
import { unflow } from './flowed';
import type { Part } from './part';
import { contentOf } from './part';

/** One stretch of what a mail shows, as plain text, as HTML, or as both. */
export interface Segment {
  plain: string | null;
  html: string | null;
}

export interface Body {
  segments: Segment[];
  /** Every leaf that is not shown as text, in the order of the mail. */
  rest: Part[];
}

/** Sorts the leaves of a mail into what is read and what is kept as a file; each leaf ends in exactly one of both. */
export function bodyOf(root: Part): Body {
  const body: Body = { segments: [], rest: [] };
  collect(root, body, { isFirst: true });
  return body;
}

function collect(part: Part, body: Body, place: { isFirst: boolean }): void {
  if (part.type === 'multipart/alternative') return collectAlternative(part, body, place);
  if (part.parts.length > 0) {
    for (const child of part.parts) collect(child, body, place);
    return;
  }
  const isFirst = place.isFirst;
  place.isFirst = false;
  if (!isBody(part, isFirst)) body.rest.push(part);
  else if (part.type === 'text/html') body.segments.push({ plain: null, html: textOf(part) });
  else body.segments.push({ plain: textOf(part), html: null });
}

/** The same thing told several times: its plainest text and its richest HTML; what else it holds stays a file. */
function collectAlternative(part: Part, body: Body, place: { isFirst: boolean }): void {
  const isFirst = place.isFirst;
  const versions = part.parts.map((child) => {
    const version: Body = { segments: [], rest: [] };
    collect(child, version, { isFirst: true });
    return { child, ...version };
  });
  place.isFirst = isFirst && versions.every((it) => it.segments.length === 0);
  const rich = versions.filter((it) => it.segments.some(hasHtml)).at(-1);
  // A rich version that brings its own plain text needs no other: that one stays a file.
  const plain = rich?.segments.some(hasBoth)
    ? undefined
    : versions.find((it) => it !== rich && it.segments.length > 0 && !it.segments.some(hasHtml));
  for (const version of versions) {
    const isShown = version === rich || version === plain;
    if (isShown || version.segments.length === 0) body.rest.push(...version.rest);
    else body.rest.push(...leaves(version.child));
  }
  const plainText = plain?.segments.map((it) => it.plain ?? '').join('\n\n') ?? '';
  // Some programs send an empty plain version, or one that only says that the mail is HTML.
  const tells = rich === undefined || !/^(\S{0,3}|.{0,40}\bhtml\b.{0,120})$/is.test(plainText.trim());
  if (!rich) body.segments.push(...(plain?.segments ?? []));
  else if (!plain) body.segments.push(...rich.segments);
  else {
    const html = rich.segments.map((it) => it.html ?? escape(it.plain ?? '')).join('\n');
    body.segments.push({ plain: tells ? plainText : null, html });
  }
}

const leaves = (part: Part): Part[] => (part.parts.length === 0 ? [part] : part.parts.flatMap(leaves));
const hasHtml = (segment: Segment): boolean => segment.html !== null;
const hasBoth = (segment: Segment): boolean => segment.html !== null && segment.plain !== null;

const SHOWN = ['text/plain', 'text/html', 'text/enriched', 'text/richtext'];

function isBody(part: Part, isFirst: boolean): boolean {
  if (!SHOWN.includes(part.type) || part.disposition === 'attachment') return false;
  // The text itself has a name in the mail of some programs; any other named text is a file that somebody attached.
  return part.filename === null || (isFirst && !/\.(?!txt$|html?$)\w+$/i.test(part.filename));
}

export function textOf(part: Part): string {
  const text = decodeText(
    contentOf(part),
    part.params.charset ?? (part.type === 'text/html' ? metaCharset(part) : null),
  );
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  if (part.type === 'text/enriched' || part.type === 'text/richtext') return withoutCommands(lines);
  if (part.type === 'text/plain' && part.params.format?.toLowerCase() === 'flowed') {
    return unflow(lines, part.params.delsp?.toLowerCase() === 'yes');
  }
  return lines;
}

/** What the HTML itself says when the mail does not. */
function metaCharset(part: Part): string | null {
  const head = contentOf(part).toString('latin1', 0, 2_048);
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

/** RFC 1896: commands in angle brackets, "<<" for the bracket itself. */
function withoutCommands(text: string): string {
  return text
    .replace(/<param>.*?<\/param>/gis, '')
    .replace(/<<|<\/?[a-z][\w-]*>/gi, (found) => (found === '<<' ? '<' : ''));
}

export const escape = (text: string): string =>
  `<div>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>\n')}</div>`;
