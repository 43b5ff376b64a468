const SAFE_URL = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/** Null: nothing that a reader should be led to. Control characters and spaces hide schemes from a careless check. */
export function safeUrl(given: string): string | null {
  const url = given.trim();
  return SAFE_URL.test(url) && !/[\p{Cc}\s\\]/u.test(url) ? url : null;
}

/** Each begins where the text stands and has a bounded look-ahead, so that no text makes it slow. */
const RULES: [RegExp, (match: RegExpExecArray, depth: number) => string | null][] = [
  [/\\([\\`*_{}[\]()#+\-.!>~|<&"'])/y, ([, mark = '']) => escapeHtml(mark)],
  [/(`{1,3})([^`\n]{1,1000}|[^`]{1,200})\1(?!`)/y, ([, , code = '']) => `<code>${escapeHtml(code.trim())}</code>`],
  [
    /!\[([^\]\n]{0,300})\]\(<?([^)\s>]{1,1000})>?(?:\s+"[^"\n]{0,200}")?\)/y,
    ([, alt = '', url = '']) => {
      const src = safeUrl(url);
      return src && !/^(mailto|tel|#)/i.test(src)
        ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" loading="lazy">`
        : escapeHtml(alt);
    },
  ],
  [
    /\[((?:[^[\]\n]|!\[[^\]\n]{0,100}\]\([^)\n]{0,300}\)){1,300})\]\(<?([^)\s>]{1,1000})>?(?:\s+"([^"\n]{0,200})")?\)/y,
    ([, words = '', url = ''], depth) => {
      const href = safeUrl(url);
      const inner = inline(words, depth + 1);
      return href ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner;
    },
  ],
  [
    /<(https?:\/\/[^\s<>]{1,1000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>/y,
    ([, url = '']) => {
      const href = safeUrl(url.includes('://') ? url : `mailto:${url}`);
      return href && `<a href="${escapeHtml(href)}">${escapeHtml(url)}</a>`;
    },
  ],
  [
    /https?:\/\/[^\s<>()[\]"'`*]{1,1000}[^\s<>()[\]"'`*.,;:!?]/y,
    ([url = '']) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
  ],
  [
    /(\*\*|__)(?=\S)([^\n]{1,1000}?\S|\S)\1/y,
    ([, , words = ''], depth) => `<strong>${inline(words, depth + 1)}</strong>`,
  ],
  [/~~(?=\S)([^\n~]{1,1000})~~/y, ([, words = ''], depth) => `<del>${inline(words, depth + 1)}</del>`],
  [/\*(?=[^\s*])([^*\n]{1,1000})\*/y, ([, words = ''], depth) => `<em>${inline(words, depth + 1)}</em>`],
  [/_(?=[^\s_])([^_\n]{1,1000})_(?![\p{L}\p{N}])/uy, ([, words = ''], depth) => `<em>${inline(words, depth + 1)}</em>`],
  [/(?: {2,}|\\)\n/y, () => '<br>\n'],
];
const BEGINS = /[\\`![<h*_~ ]/;
const MOST_DEPTH = 8;

/** The marks inside a line. Everything else, HTML of any kind too, is shown as it was typed. */
export function inline(text: string, depth = 0): string {
  if (depth > MOST_DEPTH) return escapeHtml(text);
  let html = '';
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const made = BEGINS.test(text.charAt(at)) ? applied(text, at, depth) : null;
    if (made) {
      html += escapeHtml(plain) + made.html;
      plain = '';
      at = made.end;
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  return html + escapeHtml(plain);
}

function applied(text: string, at: number, depth: number): { html: string; end: number } | null {
  // An underscore inside a word is a letter of it.
  if (text.charAt(at) === '_' && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null;
  for (const [rule, make] of RULES) {
    rule.lastIndex = at;
    const match = rule.exec(text);
    const html = match && make(match, depth);
    if (match && html !== null) return { html, end: at + match[0].length };
  }
  return null;
}
