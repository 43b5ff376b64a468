import { Marked, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from './escape-html';

/** Quotes in more quotes than these read as so many: each costs the reader another pass. */
const DEEP_QUOTE = /^((?:[ \t]{0,3}>){6})(?:[ \t]*>)+/gm;

const reader = new Marked({
  gfm: true,
  renderer: {
    // Shown as it was written, never obeyed.
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    // The page has its title already.
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.max(2, depth);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    image: ({ href, text }: Tokens.Image) => `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}" loading="lazy">`,
  },
});

/**
 * Articles' Markdown as HTML: headings, lists, tables, quotes, code, links, pictures. HTML inside of it is shown, never
 * obeyed; and whatever comes out passes an allow-list once more.
 */
export function htmlOf(markdown: string): string {
  const html = parsed(markdown.replace(/\0/g, ''));
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

/** Quotes in quotes in quotes, deeper than any reader goes, are text. */
function parsed(markdown: string): string {
  try {
    return reader.parse(markdown.replace(DEEP_QUOTE, '$1'), { async: false });
  } catch (error) {
    if (error instanceof RangeError) return `<p>${escapeHtml(markdown)}</p>`;
    throw error;
  }
}
