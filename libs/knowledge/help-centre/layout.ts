import { escapeHtml as e } from '../markdown/escape-html';
import type { Shop } from './help-centre.port';
import { wordsFor } from './words';

export interface Page {
  shop: Shop;
  language: string;
  title: string;
  description: string;
  /** Absolute; null: not to be found by search engines. */
  canonical: string | null;
  /** The same page in other languages. */
  alternates: { language: string; url: string }[];
  /** Where its languages lead that have no such page. */
  languages: readonly string[];
  search?: string;
  data?: object;
  contact: boolean;
  html: string;
}

/** No script, no inline style: the policy of the answer forbids both. JSON-LD is data, which no browser runs. */
export function layout(page: Page): string {
  const words = wordsFor(page.language);
  const home = `/help/${page.language}`;
  return `<!doctype html>
<html lang="${e(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(page.title)}</title>
<meta name="description" content="${e(page.description)}">
${page.canonical ? `<link rel="canonical" href="${e(page.canonical)}">` : '<meta name="robots" content="noindex">'}
${page.alternates.map(({ language, url }) => `<link rel="alternate" hreflang="${e(language)}" href="${e(url)}">`).join('\n')}
<link rel="stylesheet" href="/help/style.css">
<meta property="og:title" content="${e(page.title)}">
<meta property="og:site_name" content="${e(page.shop.name)}">
${page.data ? `<script type="application/ld+json">${json(page.data)}</script>` : ''}
</head>
<body>
<a class="skip" href="#text">${e(words.skip)}</a>
<header class="top"><div class="wide">
<a class="name" href="${e(home)}">${e(page.shop.name)} · ${e(words.help)}</a>
${page.contact ? `<a href="${e(home)}/contact">${e(words.contact)}</a>` : ''}
<form class="search" role="search" action="${e(home)}/search" method="get">
<input type="search" name="q" aria-label="${e(words.searchFor)}" placeholder="${e(words.searchFor)}" value="${e(page.search ?? '')}" maxlength="200" required>
<button>${e(words.search)}</button>
</form>
</div></header>
<main id="text" class="wide">
${page.html}
</main>
<footer><div class="wide">
<nav class="languages" aria-label="${e(words.languages)}">${languageLinks(page)}</nav>
</div></footer>
</body>
</html>`;
}

function languageLinks({ languages, language, alternates }: Page): string {
  if (languages.length < 2) return '';
  return languages
    .map((one) => {
      const there = alternates.find((alternate) => alternate.language === one);
      const path = there ? new URL(there.url).pathname : `/help/${one}`;
      const current = one === language ? ' aria-current="true"' : '';
      return `<a href="${e(path)}" lang="${e(one)}" hreflang="${e(one)}"${current}>${e(nameOf(one))}</a>`;
    })
    .join(' ');
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Nothing in it can end the element that it stands in. */
const json = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
