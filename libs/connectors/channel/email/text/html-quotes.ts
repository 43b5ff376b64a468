import type { Element } from './html-tree';
import { elementsOf } from './html-tree';
import { htmlToText } from './html-text';
import { blockAt } from './reply-blocks';

/** Elements in which mail programs put the mail that is answered. */
const QUOTES = [
  { class: /(?:^|\s)(?:x_)?(?:gmail_quote|gmail_quote_container|gmail_extra)(?:\s|$)/ },
  { class: /(?:^|\s)(?:x_)?(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix)(?:\s|$)/ },
  { class: /(?:^|\s)(?:x_)?(?:mail-editor-reference-message-container|ms-outlook-mobile-reference-message)(?:\s|$)/ },
  {
    class: /(?:^|\s)(?:x_)?(?:WM_QUOTE|front-blockquote|quote_container|reply-quote|zoho_mail_quote|hey-quote)(?:\s|$)/,
  },
  {
    id: /^(?:x_)?(?:yahoo_quoted_?\w*|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|isReplyContent|reply-intro)$/,
  },
];
/** Elements after which there is nothing but the mail that is answered. */
const BORDERS = [{ id: /^(?:x_)?(?:appendonsend|divRplyFwdMsg|stopSpelling|ms-outlook-mobile-body-separator-line)$/ }];
/** Outlook draws a line above the header of the quoted mail: inches in the US, centimetres elsewhere. */
const MSO_BORDER =
  /border:\s*none;\s*border-top:\s*solid\s+#?(?:e1e1e1|b5c4df|windowtext)\s+1\.0pt;\s*padding:\s*3\.0pt\s+0(?:in|cm|mm)?\s+0(?:in|cm|mm)?\s+0(?:in|cm|mm)?/i;

/** The topmost elements that hold or follow the answered mail; empty when there are none, or when this is a forward. */
export function quotedElements(root: Element, isForward: boolean): Set<Element> {
  const found = new Set<Element>();
  let border = false;
  for (const element of elementsOf(root)) {
    if (border || isInside(element, found)) {
      if (border && !isInside(element, found)) found.add(element);
      continue;
    }
    if (isBorder(element)) {
      if (isForward) return new Set();
      border = true;
      found.add(element);
      for (const text of textsAfter(element)) found.add(text);
    } else if (isQuote(element)) {
      if (isForward || holdsForward(element)) return new Set();
      found.add(element);
    }
  }
  return found;
}

const matches = (element: Element, patterns: { class?: RegExp; id?: RegExp }[]): boolean =>
  patterns.some(
    (it) => (it.class?.test(element.attrs.class ?? '') ?? false) || (it.id?.test(element.attrs.id ?? '') ?? false),
  );

function isQuote(element: Element): boolean {
  if (matches(element, QUOTES)) return true;
  return element.tag === 'blockquote' && /^cite$/i.test(element.attrs.type ?? '');
}

const isBorder = (element: Element): boolean =>
  matches(element, BORDERS) || (element.tag === 'div' && MSO_BORDER.test(element.attrs.style ?? ''));

/** Gmail and others wrap a forwarded mail in the same element as an answered one. */
function holdsForward(element: Element): boolean {
  const lines = htmlToText(element).slice(0, 400).split('\n');
  return lines.slice(0, 6).some((_, at) => blockAt(lines, at) === 'forwarded');
}

/** Whether an element or one that it lies in belongs to the set. */
export function isInside(element: Element, set: Set<Element>): boolean {
  for (let it: Element | null = element; it; it = it.parent) if (set.has(it)) return true;
  return false;
}

/** Loose text behind an element, on its level and on those above, as elements that can be left out. */
function textsAfter(element: Element): Element[] {
  const wrapped: Element[] = [];
  for (let it: Element = element; it.parent; it = it.parent) {
    const { children } = it.parent;
    for (let at = children.indexOf(it) + 1; at < children.length; at++) {
      const child = children[at];
      if (typeof child !== 'string') continue;
      const text: Element = { tag: 'span', attrs: {}, children: [child], parent: it.parent };
      children[at] = text;
      wrapped.push(text);
    }
  }
  return wrapped;
}
