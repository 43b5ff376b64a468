import TurndownService from 'turndown';

/** What we ask of a node; the library names it by the browser's types, which are not here. */
interface Node {
  nodeName: string;
  previousElementSibling: Node | null;
  parentElement: Node | null;
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
});
// An article has one title: its own.
turndown.addRule('headings', {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  replacement: (content, node) =>
    content.trim()
      ? `\n\n${'#'.repeat(Math.max(2, Number((node as unknown as Node).nodeName[1])))} ${content.trim()}\n\n`
      : '',
});
turndown.addRule('cells', {
  filter: ['th', 'td'],
  replacement: (content) =>
    `${content
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\|/g, '\\|')} | `,
});
turndown.addRule('rows', {
  filter: 'tr',
  replacement: (content, node) => {
    const row = node as unknown as Node;
    const cells = content.split(/(?<!\\)\|/).length - 1;
    const first = !row.previousElementSibling && row.parentElement?.nodeName !== 'TBODY';
    return `\n| ${content.trim()}${first ? `\n|${' --- |'.repeat(cells)}` : ''}`;
  },
});

/** HTML as a sanitiser left it, as Markdown; addresses are made whole by the page's own. */
export function markdownOf(html: string, base: string): string {
  return turndown
    .turndown(
      html.replace(/\s(href|src)="([^"]*)"/g, (_all, name: string, to: string) => ` ${name}="${whole(to, base)}"`),
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function whole(address: string, base: string): string {
  const decoded = address.replace(/&amp;/g, '&');
  return URL.canParse(decoded, base) ? new URL(decoded, base).href.replace(/"/g, '%22') : '';
}
