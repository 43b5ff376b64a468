import sanitizeHtml from 'sanitize-html';
import { escapeHtml, inline } from './inline';

const MOST_DEPTH = 6;
const ITEM = /^( {0,12})(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.+?)(?:\s#+)?\s*$/;
const TABLE_LINE = /^ {0,3}\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*\|?\s*$/;

/**
 * Articles' Markdown as HTML: headings, lists, tables, quotes, code, links, pictures. HTML inside of it is shown, never
 * obeyed; and whatever comes out passes an allow-list once more.
 */
export function htmlOf(markdown: string): string {
  const html = blocks(markdown.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').replace(/\0/g, '').split('\n'), 0);
  return sanitizeHtml(html, {
    allowedTags: [
      ...[
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'p',
        'ul',
        'ol',
        'li',
        'blockquote',
        'pre',
        'code',
        'hr',
        'br',
        'strong',
        'em',
        'del',
      ],
      ...['a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: { a: ['href', 'rel'], img: ['src', 'alt', 'loading'], ol: ['start'], h2: ['id'], h3: ['id'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    nestingLimit: 60,
    transformTags: {
      a: (tagName, attributes) => ({
        tagName,
        attribs: /^https?:/i.test(attributes.href ?? '') ? { ...attributes, rel: 'noopener nofollow' } : attributes,
      }),
    },
  });
}

function blocks(lines: readonly string[], depth: number): string {
  if (depth > MOST_DEPTH) return `<p>${escapeHtml(lines.join('\n'))}</p>`;
  const out: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at += 1;
    else at = block(lines, at, depth, out);
  }
  return out.join('\n');
}

/** Writes the block that begins here, and answers where the next one may. */
function block(lines: readonly string[], at: number, depth: number, out: string[]): number {
  const line = lines[at] ?? '';
  const fence = FENCE.exec(line);
  if (fence) return code(lines, at, fence[1] ?? '```', out);
  const heading = HEADING.exec(line);
  if (heading) {
    // The page's own title is the only h1.
    const level = Math.min(6, Math.max(2, heading[1]?.length ?? 2));
    out.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`);
    return at + 1;
  }
  if (RULE.test(line)) {
    out.push('<hr>');
    return at + 1;
  }
  if (/^ {0,3}>/.test(line)) {
    let end = at;
    while (end < lines.length && /^ {0,3}>/.test(lines[end] ?? '')) end += 1;
    const inner = lines.slice(at, end).map((one) => one.replace(/^ {0,3}> ?/, ''));
    out.push(`<blockquote>${blocks(inner, depth + 1)}</blockquote>`);
    return end;
  }
  if (ITEM.test(line)) return list(lines, at, depth, out);
  if (line.includes('|') && TABLE_LINE.test(lines[at + 1] ?? '')) return table(lines, at, out);
  return paragraph(lines, at, out);
}

function code(lines: readonly string[], at: number, mark: string, out: string[]): number {
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(mark)) end += 1;
  out.push(`<pre><code>${escapeHtml(lines.slice(at + 1, end).join('\n'))}</code></pre>`);
  return end + 1;
}

function list(lines: readonly string[], at: number, depth: number, out: string[]): number {
  const first = ITEM.exec(lines[at] ?? '');
  const margin = first?.[1]?.length ?? 0;
  const start = first?.[2];
  const items: string[][] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const item = ITEM.exec(line);
    const indent = line.length - line.trimStart().length;
    const own = item && indent <= margin + 1;
    if (own && (item[2] === undefined) === (start === undefined)) items.push([item[3] ?? '']);
    else if (line.trim() === '' && belongs(lines[end + 1], margin)) items.at(-1)?.push('');
    else if (indent > margin || (line.trim() !== '' && !own && lines[end - 1]?.trim() !== '' && !begins(line)))
      items.at(-1)?.push(line.slice(Math.min(indent, margin + 2)));
    else break;
  }
  const loose = items.some((item) => item.includes(''));
  const inner = items.map((item) => {
    const html = blocks(item, depth + 1);
    return `<li>${loose ? html : html.replace(/^<p>([^]*?)<\/p>/, '$1')}</li>`;
  });
  const tag = start === undefined ? 'ul' : 'ol';
  out.push(`<${tag}${start && start !== '1' ? ` start="${Number(start)}"` : ''}>${inner.join('')}</${tag}>`);
  return end;
}

/** After a blank line the list goes on with another item or with an indented line. */
function belongs(next: string | undefined, margin: number): boolean {
  if (next === undefined || next.trim() === '') return false;
  return next.length - next.trimStart().length > margin || ITEM.test(next);
}

const begins = (line: string): boolean =>
  FENCE.test(line) || HEADING.test(line) || RULE.test(line) || /^ {0,3}>/.test(line) || ITEM.test(line);

function table(lines: readonly string[], at: number, out: string[]): number {
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  const row = (line: string, tag: string): string =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${inline(cell)}</${tag}>`)
      .join('')}</tr>`;
  const body = lines.slice(at + 2, end).map((line) => row(line, 'td'));
  out.push(`<table><thead>${row(lines[at] ?? '', 'th')}</thead><tbody>${body.join('')}</tbody></table>`);
  return end;
}

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .slice(0, 20)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'));

function paragraph(lines: readonly string[], at: number, out: string[]): number {
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !begins(lines[end] ?? '')) end += 1;
  out.push(`<p>${inline(lines.slice(at, end).join('\n').trim())}</p>`);
  return end;
}
