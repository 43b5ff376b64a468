import { Headers } from '../headers';
import { parseStructured } from './parameters';
import { decodeTransfer } from './transfer';

/** Deeper and wider than any program nests; beyond it the rest is kept as one file. */
const MAX_DEPTH = 40;
const MAX_PARTS = 1_000;

/** A node of a mail's MIME tree. A leaf has no `parts`. */
export interface Part {
  headers: Headers;
  /** Lower case, e.g. "text/plain"; what a missing or broken field means (RFC 2045 5.2) is filled in. */
  type: string;
  params: Record<string, string>;
  disposition: string;
  filename: string | null;
  /** Without angle brackets. */
  contentId: string | null;
  /** Still in its transfer encoding. */
  body: Buffer;
  parts: Part[];
}

/** Takes a mail apart, however broken: bytes that no boundary claims stay a leaf. */
export function parsePart(raw: Buffer, headers = Headers.of(raw)): Part {
  return partOf(raw, headers, 'text/plain', 0, { parts: 0 });
}

export const contentOf = (part: Part): Buffer =>
  decodeTransfer(part.body, part.headers.first('content-transfer-encoding'));

/** All leaves, in the order of the mail. */
export function leavesOf(part: Part): Part[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

function partOf(raw: Buffer, headers: Headers, fallback: string, depth: number, count: { parts: number }): Part {
  const field = contentTypeField(headers);
  const { value, params } = parseStructured(field);
  const disposition = parseStructured(headers.first('content-disposition'));
  const body = raw.subarray(headers.bodyStart);
  const part: Part = {
    headers,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(value)
      ? value
      : value === 'text'
        ? 'text/plain'
        : field
          ? 'text/plain'
          : fallback,
    params,
    disposition: disposition.value,
    filename: disposition.params.filename || params.name || null,
    contentId: (headers.first('content-id') ?? '').replace(/^[<\s]+|[>\s]+$/g, '') || null,
    body,
    parts: [],
  };
  if (!part.type.startsWith('multipart/')) return part;

  const childFallback = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const boundary = params.boundary || sniffBoundary(body);
  const pieces = boundary && depth < MAX_DEPTH ? splitBy(body, boundary) : [];
  for (const piece of pieces) {
    if (count.parts++ >= MAX_PARTS) break;
    part.parts.push(partOf(piece, Headers.ofPart(piece), childFallback, depth + 1, count));
  }
  // Nothing in it: a text with the wrong label, or too deep to go on.
  if (part.parts.length === 0) part.type = depth < MAX_DEPTH ? 'text/plain' : 'application/octet-stream';
  return part;
}

/** Of several (a broken mail) the one that makes a tree of it, else the first that can be read. */
function contentTypeField(headers: Headers): string | null {
  const all = headers.all('content-type').filter((it) => it !== '');
  return all.find((it) => /^multipart\/[\w.-]+\s*;.*boundary/is.test(it)) ?? all[0] ?? null;
}

/** The pieces between delimiter lines. A missing last delimiter, and parts after it, are no reason to lose anything. */
function splitBy(body: Buffer, boundary: string): Buffer[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 0x0a && body[at - 1] !== 0x0d) continue;
    const end = endOfDelimiter(body, at + delimiter.length);
    if (end === null) continue;
    if (start >= 0) pieces.push(body.subarray(start, withoutLineEnd(body, start, at)));
    start = end.isLast ? -1 : end.next;
  }
  if (start >= 0) pieces.push(body.subarray(Math.min(start, body.length)));
  return pieces;
}

function endOfDelimiter(body: Buffer, from: number): { next: number; isLast: boolean } | null {
  const isLast = body[from] === 0x2d && body[from + 1] === 0x2d;
  let i = isLast ? from + 2 : from;
  while (body[i] === 0x20 || body[i] === 0x09) i++;
  if (i >= body.length) return { next: i, isLast };
  if (body[i] === 0x0d) i++;
  if (body[i] === 0x0a) return { next: i + 1, isLast };
  return body[i - 1] === 0x0d ? { next: i, isLast } : isLast ? { next: i, isLast } : null;
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046 5.1.1). */
function withoutLineEnd(body: Buffer, start: number, at: number): number {
  let end = at;
  if (end > start && body[end - 1] === 0x0a) end--;
  if (end > start && body[end - 1] === 0x0d) end--;
  return end;
}

/** The boundary of a multipart that forgot to name it: the line that opens parts and, with "--", closes them. */
function sniffBoundary(body: Buffer): string | null {
  const text = body.toString('latin1', 0, 64 * 1024);
  return /^--([^\s-][^\r\n]{0,68}[^\s-]|[^\r\n]{1,69}[^\s-])[ \t]*\r?\ncontent-/im.exec(text)?.[1] ?? null;
}
