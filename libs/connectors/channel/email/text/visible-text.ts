import { hiddenElements } from './hidden';
import { isInside, quotedElements } from './html-quotes';
import { htmlToText } from './html-text';
import type { Element } from './html-tree';
import { parseHtml } from './html-tree';
import { hidesCharacters, withoutInvisible } from './invisible-characters';
import { answersInline, withoutQuotes } from './quotes';
import { isForwardSubject } from './reply-blocks';

/** Reading longer HTML is not worth the time of the mails behind it; the HTML itself is kept either way. */
const MAX_HTML = 2 * 1024 * 1024;

export interface ReadText {
  /** The whole, quotes and hidden words included. */
  full: string;
  /** What a person sees and wrote this time. */
  visible: string;
  /** The mail holds words that a person does not see. */
  hides: boolean;
}

/** One stretch of a mail, given as text, as HTML or as both: its words, and those of them that count. */
export function readText(plain: string | null, html: string | null, subject: string | null): ReadText {
  const shown = html === null ? null : readHtml(html.slice(0, MAX_HTML), subject);
  if (plain === null) return shown ?? { full: '', visible: '', hides: false };
  const full = plain.trim();
  const clean = withoutInvisible(full);
  const visible = withoutQuotes(clean, subject);
  // The rules for HTML know the programs' own marks; where those for text found nothing, theirs may.
  const better =
    visible === clean.trim() && shown !== null && shown.cut && shown.visible !== '' && isPartOf(shown.visible, clean);
  return {
    full,
    visible: better ? shown.visible : visible,
    hides: hidesCharacters(full) || (shown?.hides ?? false),
  };
}

function readHtml(html: string, subject: string | null): ReadText & { cut: boolean } {
  const root = parseHtml(html);
  const hidden = hiddenElements(root);
  const full = htmlToText(root);
  const seen = hidden.size > 0 ? htmlToText(root, (it) => hidden.has(it)) : full;
  const earlier = quotedElements(root, isForwardSubject(subject));
  const hides = [...hidden].some((it) => !isInside(it, earlier) && !isOwnMark(it)) || hidesCharacters(full);
  const quoted = answersInline(seen.split('\n')) ? new Set<Element>() : earlier;
  const answer = quoted.size > 0 ? htmlToText(root, (it) => hidden.has(it) || quoted.has(it)) : seen;
  const visible = withoutQuotes(withoutInvisible(withoutLooseAttribution(answer, seen)), subject);
  const fallback = withoutInvisible(seen).trim();
  return { full, visible: visible || fallback, hides, cut: quoted.size > 0 && visible !== '' };
}

/** The marker under our own mails comes back in what customers quote. */
const isOwnMark = (element: Element): boolean =>
  /^(?:\s*\[ref:[0-9a-z]+\.[a-z2-7]{16}\])+\s*$/i.test(htmlToText(element));

/** When cutting leaves nothing, everything is shown. */
const withoutLooseAttribution = (answer: string, seen: string): string => (answer.trim() === '' ? seen : answer);

/** The two versions of a mail tell the same: the words that are left stand in the plain one too. */
function isPartOf(words: string, whole: string): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(whole).startsWith(bare(words).slice(0, 60));
}
