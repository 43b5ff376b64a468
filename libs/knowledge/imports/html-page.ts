import sanitizeHtml from 'sanitize-html';
import { decode } from './entities';
import { markdownOf } from './html-to-markdown';

export interface ReadPage {
  title: string;
  markdown: string;
  language: string | null;
  /** Addresses it leads to, absolute, without fragments. */
  links: string[];
  /** The address that the page itself says is its own. */
  canonical: string | null;
  noindex: boolean;
}

const WORDS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'br',
  'hr',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'code',
  'a',
  'img',
];
const STYLES = ['strong', 'b', 'em', 'i', 'del', 's', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd'];
const FRAMES = [
  'main',
  'article',
  'section',
  'div',
  'header',
  'footer',
  'nav',
  'aside',
  'span',
  'figure',
  'figcaption',
];
const NEVER_TEXT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'template',
  'svg',
  'iframe',
  'form',
  'button',
  'select',
  'head',
];
/** What surrounds an article on help-centre pages, by role and by the usual names of classes. */
const AROUND =
  /(^|[\s_-])(nav|navbar|navigation|breadcrumbs?|menu|sidebar|footer|cookies?|consent|banner|related|share|social|pagination|toc|skip-link|comments?|subscribe|newsletter|article-votes?|was-this-helpful|search)([\s_-]|$)/i;

/** What a page of somebody's help centre says, without what stands around it. */
export function readPage(html: string, url: string): ReadPage {
  const all = clean(html, () => false);
  const main = between(all, 'main') ?? only(all, 'article');
  const inMain = main !== null;
  const article = clean(main ?? all, (tag, attributes) => isAround(tag, attributes, inMain));
  const heading = /<h1[^>]*>([^]{1,500}?)<\/h1>/.exec(article);
  const title = words(heading?.[1] ?? '') || titleOf(html) || new URL(url).pathname;
  const body = heading ? article.replace(heading[0], '') : article;
  return {
    title: title.slice(0, 300),
    markdown: markdownOf(body, url),
    language: /<html[^>]{0,500}\slang=["']?([a-z]{2,3}(?:-[a-z0-9]{2,8})?)/i.exec(html)?.[1]?.toLowerCase() ?? null,
    links: linksOf(all, url),
    canonical: attributeOf(html, /<link\b[^>]{0,500}\brel=["']?canonical["']?[^>]{0,500}>/i, 'href', url),
    noindex: /<meta\b[^>]{0,200}\bname=["']?robots["']?[^>]{0,200}noindex/i.test(html),
  };
}

function clean(html: string, drop: (tag: string, attributes: Record<string, string>) => boolean): string {
  return sanitizeHtml(html, {
    allowedTags: [...WORDS, ...STYLES, ...FRAMES],
    allowedAttributes: { '*': ['class', 'id', 'role', 'aria-hidden', 'hidden'], a: ['href'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    nonTextTags: NEVER_TEXT,
    nestingLimit: 200,
    exclusiveFilter: ({ tag, attribs }) => drop(tag, attribs),
  });
}

function isAround(tag: string, attributes: Record<string, string>, inMain: boolean): boolean {
  if (['nav', 'footer', 'aside'].includes(tag) || (tag === 'header' && !inMain)) return true;
  if (attributes['aria-hidden'] === 'true' || 'hidden' in attributes) return true;
  if (/^(navigation|search|banner|contentinfo|complementary|menu)$/.test(attributes.role ?? '')) return true;
  if (!['div', 'section', 'ul', 'ol', 'span', 'p', 'a'].includes(tag)) return false;
  return AROUND.test(attributes.class ?? '') || AROUND.test(attributes.id ?? '');
}

function between(html: string, tag: string): string | null {
  const from = html.indexOf(`<${tag}`);
  const to = html.lastIndexOf(`</${tag}>`);
  return from >= 0 && to > from ? html.slice(html.indexOf('>', from) + 1, to) : null;
}

/** Several articles on a page are a list of them. */
function only(html: string, tag: string): string | null {
  return html.split(`<${tag}`).length === 2 ? between(html, tag) : null;
}

const words = (html: string): string =>
  decode(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** "Returns – Help Centre – Shop" is about returns. */
function titleOf(html: string): string {
  const title = words(/<title[^>]{0,200}>([^<]{1,500})<\/title>/i.exec(html)?.[1] ?? '');
  return title.split(/\s+[|–—·»-]\s+/)[0] ?? title;
}

function linksOf(html: string, base: string): string[] {
  const links = new Set<string>();
  for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
    const url = URL.canParse(decode(href), base) ? new URL(decode(href), base) : null;
    if (!url || !/^https?:$/.test(url.protocol)) continue;
    url.hash = '';
    links.add(url.href);
    if (links.size >= 2_000) break;
  }
  return [...links];
}

function attributeOf(html: string, tag: RegExp, name: string, base: string): string | null {
  const found = new RegExp(`\\b${name}=["']?([^"'\\s>]+)`, 'i').exec(tag.exec(html)?.[0] ?? '')?.[1];
  return found && URL.canParse(decode(found), base) ? new URL(decode(found), base).href : null;
}
