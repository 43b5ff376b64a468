import { decodeEntities } from './entities';

export interface Element {
  tag: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
  parent: Element | null;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Their content is no HTML; only a title's and a style's is of any use. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed']);
const CLOSES_P = new Set(
  'address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** An opening one ends an open one of its kind, up to the element that holds both. */
const SIBLINGS: Record<string, { ends: string[]; within: string[] }> = {
  li: { ends: ['li'], within: ['ul', 'ol'] },
  tr: { ends: ['tr', 'td', 'th'], within: ['table', 'tbody', 'thead'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  option: { ends: ['option'], within: ['select'] },
};
/** Deeper nesting is never seen; what is inside then lies side by side. */
const MAX_DEPTH = 400;

/** HTML as mails have it, as a tree; forgiving, in one pass over the text. For reading only: it sanitises nothing. */
export function parseHtml(html: string): Element {
  const root: Element = { tag: '', attrs: {}, children: [], parent: null };
  let open = root;
  let depth = 0;
  let quotes = true;
  const close = (element: Element): void => {
    for (; open !== element; depth--) open = open.parent ?? root;
    open = element.parent ?? root;
    depth--;
  };
  const findOpen = (tags: string[], within: string[]): Element | null => {
    for (let it: Element | null = open; it && it !== root && !within.includes(it.tag); it = it.parent) {
      if (tags.includes(it.tag)) return it;
    }
    return null;
  };

  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    if (next !== at) {
      open.children.push(decodeEntities(html.slice(at, next < 0 ? undefined : next)));
      if (next < 0) break;
      at = next;
    }
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html[at + 1] ?? '')) {
      open.children.push('<');
      at++;
      continue;
    }
    let end = quotes ? endOfTag(html, at) : html.indexOf('>', at);
    if (end < 0 && quotes) {
      // A quote that never ends: from here on a ">" is a ">", so that the whole stays one pass.
      quotes = false;
      end = html.indexOf('>', at);
    }
    const inner = html.slice(at + 1, end < 0 ? undefined : end);
    at = end < 0 ? html.length : end + 1;
    const [, slash, name = ''] = /^(\/?)([a-z][^\s/>]*)/i.exec(inner) ?? [];
    const tag = name.toLowerCase();
    if (tag === '') continue;
    if (slash) {
      const found = findOpen([tag], []);
      if (found) close(found);
      continue;
    }
    const sibling = SIBLINGS[tag];
    const ended = sibling
      ? findOpen(sibling.ends, sibling.within)
      : CLOSES_P.has(tag) && open.tag === 'p'
        ? open
        : null;
    if (ended) close(ended);
    const element: Element = { tag, attrs: attributes(inner.slice(name.length)), children: [], parent: open };
    open.children.push(element);
    if (RAW.has(tag)) {
      const last = indexOfEnd(html, tag, at);
      element.children.push(html.slice(at, last));
      at = last;
    } else if (!VOID.has(tag) && !inner.endsWith('/') && depth < MAX_DEPTH) {
      open = element;
      depth++;
    }
  }
  return root;
}

function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let i = from + 1; i < html.length; i++) {
    const char = html[i] ?? '';
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '>') return i;
    else if ((char === '"' || char === "'") && /[=\s]/.test(html[i - 1] ?? '')) quote = char;
  }
  return -1;
}

function indexOfEnd(html: string, tag: string, from: number): number {
  const pattern = new RegExp(`</${tag}`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function attributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? '');
  }
  return found;
}

/** Every element below one, in the order of the document. */
export function* elementsOf(root: Element): Generator<Element> {
  const stack: Element[] = [root];
  for (let it = stack.pop(); it; it = stack.pop()) {
    if (it !== root) yield it;
    for (let i = it.children.length - 1; i >= 0; i--) {
      const child = it.children[i];
      if (typeof child === 'object') stack.push(child);
    }
  }
}
