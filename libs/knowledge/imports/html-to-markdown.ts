import { decode } from './entities';

const MARKS: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*', del: '~~', s: '~~' };
const BREAKS = ['p', 'div', 'section', 'article', 'main', 'header', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'table'];

interface Open {
  tag: string;
  href: string | null;
  text: string;
  /** Of a list: the number of the next item; null: it has bullets. */
  next: number | null;
}

/** The HTML that a sanitiser wrote (well nested, quoted, a few tags) as Markdown. */
export function markdownOf(html: string, base: string): string {
  const root: Open = { tag: '', href: null, text: '', next: null };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;
  for (const [token, closing, tag = '', attributes = ''] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|[^<]+|</g)) {
    if (!tag) top().text += textOf(token, stack);
    else if (tag === 'br') top().text += insidePre(stack) ? '\n' : '  \n';
    else if (tag === 'hr') top().text += '\n\n---\n\n';
    else if (tag === 'img') top().text += picture(attributes, base);
    else if (!closing) stack.push({ tag, href: hrefOf(attributes, base), text: '', next: tag === 'ol' ? 1 : null });
    else if (stack.length > 1) {
      const done = stack.pop() ?? root;
      top().text += written(done, top());
    }
  }
  while (stack.length > 1) {
    const done = stack.pop() ?? root;
    top().text += written(done, top());
  }
  return tidy(root.text);
}

const insidePre = (stack: readonly Open[]): boolean => stack.some(({ tag }) => tag === 'pre');

function textOf(token: string, stack: readonly Open[]): string {
  const text = decode(token);
  if (insidePre(stack)) return text;
  const words = text.replace(/\s+/g, ' ');
  return stack.at(-1)?.tag === 'code' ? words : words.replace(/([\\`*_[\]<~])/g, '\\$1');
}

function picture(attributes: string, base: string): string {
  const src = attribute(attributes, 'src');
  if (!src || !URL.canParse(src, base)) return '';
  const alt = (attribute(attributes, 'alt') ?? '').replace(/[[\]\n]/g, ' ').slice(0, 200);
  return `![${alt}](${encoded(new URL(src, base).href)})`;
}

function hrefOf(attributes: string, base: string): string | null {
  const href = attribute(attributes, 'href');
  return href && URL.canParse(href, base) ? encoded(new URL(href, base).href) : null;
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? null : decode(found);
}

const encoded = (url: string): string =>
  url.replace(/[()\s]/g, (mark) => encodeURIComponent(mark).replace(/\(/g, '%28').replace(/\)/g, '%29'));

function written({ tag, href, text }: Open, around: Open): string {
  const inner = text.trim();
  const [, level] = /^h([1-6])$/.exec(tag) ?? [];
  if (level) return inner ? `\n\n${'#'.repeat(Math.max(2, Number(level)))} ${inner.replace(/\s*\n\s*/g, ' ')}\n\n` : '';
  if (tag in MARKS) return inner ? spaced(text, `${MARKS[tag] ?? ''}${inner}${MARKS[tag] ?? ''}`) : text;
  switch (tag) {
    case 'a':
      return href && inner && !inner.includes('\n\n') ? spaced(text, `[${inner}](${href})`) : text;
    case 'code':
      return around.tag === 'pre' || !inner ? text : `\`${inner.replace(/`/g, "'")}\``;
    case 'pre':
      return `\n\n\`\`\`\n${text.replace(/```/g, "'''").replace(/^\n+|\s+$/g, '')}\n\`\`\`\n\n`;
    case 'blockquote':
      return `\n\n${tidy(text).replace(/^/gm, '> ')}\n\n`;
    case 'li':
      return item(text, around);
    case 'ul':
    case 'ol':
      return around.tag === 'li' ? `\n${text}` : `\n\n${text.replace(/\n+$/, '')}\n\n`;
    case 'tr':
      return row(text, around);
    case 'th':
    case 'td':
      return `${inner.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|')} |`;
    default:
      return BREAKS.includes(tag) ? `\n\n${text}\n\n` : text;
  }
}

function item(text: string, list: Open): string {
  const mark = list.next === null ? '-' : `${list.next}.`;
  if (list.next !== null) list.next += 1;
  const body = tidy(text)
    .replace(/\n{2,}/g, '\n')
    .replace(/\n/g, '\n  ');
  return body ? `${mark} ${body}\n` : '';
}

/** The first row of a table is its head. */
function row(text: string, around: Open): string {
  const cells = text.split(/(?<!\\)\|/).length - 1;
  if (cells === 0) return '';
  const line = `| ${text.trim()}\n`;
  const isFirst = around.next === null;
  around.next = 1;
  return isFirst && around.tag !== 'tbody' ? `${line}|${' --- |'.repeat(cells)}\n` : line;
}

/** Spaces at the edge of a mark stand outside of it. */
const spaced = (text: string, inner: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;

const tidy = (text: string): string =>
  text
    .replace(/[ \t]+\n(?!\n)/g, (spaces) => (spaces.startsWith('  ') ? '  \n' : '\n'))
    .replace(/\n[ \t]+\n/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^[ \t]+(?![-\d ])/gm, '')
    .trim();
