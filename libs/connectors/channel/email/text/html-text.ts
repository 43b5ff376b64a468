import type { Element } from './html-tree';

const SILENT = new Set(['script', 'style', 'title', 'head', 'template', 'noembed', 'iframe', 'object', 'map']);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'pre', 'blockquote']);
const BLOCKS = new Set(
  'address article aside center dd div dt fieldset figure footer form header hr li main nav section tbody tr body html'.split(
    ' ',
  ),
);
/** Longer ones are made for counting clicks, not for reading. */
const MAX_LINK = 200;

const MAX_NUMBERED = 500;
/** Quotes nested deeper say nothing to a reader. */
const MAX_QUOTES = 20;

/** HTML as the plain text that its writer saw; `leaveOut` prunes elements. Quoted blocks get "> " as in plain mail. */
export function htmlToText(root: Element, leaveOut: (element: Element) => boolean = () => false): string {
  const writer = new Writer();
  walk(root, writer, leaveOut, false);
  return writer.text();
}

function walk(element: Element, out: Writer, leaveOut: (element: Element) => boolean, pre: boolean): void {
  for (const child of element.children) {
    if (typeof child === 'string') out.say(child, pre);
    else if (!SILENT.has(child.tag) && !leaveOut(child)) write(child, out, leaveOut, pre);
  }
}

function write(element: Element, out: Writer, leaveOut: (element: Element) => boolean, pre: boolean): void {
  const { tag, attrs } = element;
  const inside = (): void => walk(element, out, leaveOut, pre || tag === 'pre');
  if (tag === 'br') return out.lineBreak();
  if (tag === 'img') return out.say(pictureSign(attrs.alt ?? ''), false);
  if (tag === 'blockquote') return out.quote(inside);
  if (tag === 'td' || tag === 'th') {
    inside();
    return out.say(' ', false);
  }
  if (tag === 'li') {
    out.block(1);
    out.say(itemMark(element), true);
    inside();
    return out.block(1);
  }
  if (tag === 'a') {
    const start = out.length();
    inside();
    const href = (attrs.href ?? '').trim();
    if (isTelling(href, out.since(start))) out.say(` (${href})`, true);
    return;
  }
  const gap = PARAGRAPHS.has(tag) ? 2 : BLOCKS.has(tag) ? 1 : 0;
  if (gap > 0) out.block(gap);
  inside();
  if (gap > 0) out.block(gap);
}

/** Pictures of single signs (emoji) are words of the writer. */
const pictureSign = (alt: string): string => (/^\p{Extended_Pictographic}[^\w\s]{0,6}$/u.test(alt) ? alt : '');

function isTelling(href: string, shown: string): boolean {
  if (!/^https?:\/\//i.test(href) || href.length > MAX_LINK || shown.trim() === '') return false;
  const bare = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return !bare(shown).includes(bare(href)) && !bare(href).startsWith(bare(shown));
}

function itemMark(item: Element): string {
  if (item.parent?.tag !== 'ol') return '- ';
  const items = item.parent.children.filter((it) => typeof it === 'object' && it.tag === 'li');
  if (items.length > MAX_NUMBERED) return '- ';
  return `${items.indexOf(item) + 1}. `;
}

/** Puts words together as a browser would: spaces collapse, blocks stand apart. */
class Writer {
  private chunks: string[] = [];
  private size = 0;
  private depth = 0;
  private pendingBreaks = 0;
  private pendingSpace = false;
  private atLineStart = true;

  say(text: string, asIs: boolean): void {
    const words = asIs ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words === '') return;
    if (!asIs && words === ' ') {
      this.pendingSpace = !this.atLineStart || this.pendingSpace;
      return;
    }
    this.settle();
    const start = !asIs && this.atLineStart ? words.replace(/^ /, '') : words;
    const spaced = this.pendingSpace && !this.atLineStart && !start.startsWith(' ') ? ` ${start}` : start;
    this.pendingSpace = !asIs && spaced.endsWith(' ');
    this.put(this.pendingSpace ? spaced.slice(0, -1) : spaced);
    this.atLineStart = spaced.endsWith('\n');
  }

  lineBreak(): void {
    this.settle();
    this.put('\n');
    this.atLineStart = true;
    this.pendingSpace = false;
  }

  block(gap: number): void {
    this.pendingBreaks = Math.max(this.pendingBreaks, gap);
  }

  quote(inside: () => void): void {
    this.block(2);
    if (this.depth >= MAX_QUOTES) {
      inside();
      return this.block(2);
    }
    this.depth++;
    const { chunks, size } = this;
    const outer = { pendingBreaks: this.pendingBreaks, atLineStart: this.atLineStart };
    this.chunks = [];
    this.size = 0;
    this.pendingBreaks = 0;
    this.atLineStart = true;
    this.pendingSpace = false;
    inside();
    this.depth--;
    const quoted = this.text();
    this.chunks = chunks;
    this.size = size;
    this.pendingBreaks = outer.pendingBreaks;
    this.atLineStart = outer.atLineStart;
    if (quoted !== '') this.say(quoted.replace(/^(?=>)/gm, '>').replace(/^(?!>)/gm, '> '), true);
    this.block(2);
  }

  length(): number {
    return this.chunks.length;
  }

  since(start: number): string {
    return this.chunks.slice(start).join('');
  }

  text(): string {
    const lines = this.chunks
      .join('')
      .replace(/\u00a0/g, ' ')
      .split('\n');
    return lines
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  private settle(): void {
    if (this.pendingBreaks === 0) return;
    if (this.size > 0) {
      const ended = /\n*$/.exec(this.chunks.slice(-2).join(''))?.[0].length ?? 0;
      // A line break right before a block is the block's own.
      this.put('\n'.repeat(Math.max(0, this.pendingBreaks - ended)));
    }
    this.pendingBreaks = 0;
    this.pendingSpace = false;
    this.atLineStart = true;
  }

  private put(text: string): void {
    this.chunks.push(text);
    this.size += text.length;
  }
}
