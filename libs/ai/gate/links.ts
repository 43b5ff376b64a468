import type { Facts } from './facts';
import { normaliseUrl } from './facts';
import type { GateProblem } from './problem';
import type { Mask } from './mask';

const SCHEME = /[a-z][a-z0-9+.-]*:\/\/[^\s<>"']+/giu;
const OTHER_SCHEME = /\b(?:javascript|data|mailto|tel|sms|file|vbscript|whatsapp|tg):\S+/giu;
const MAIL = /[^\s@<>()[\]"']+@[^\s@<>()[\]"']+/gu;
/** A name with a dot and letters after it opens as a link in most mail programs. */
const BARE =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]+)(?:[/?#:][^\s<>"']*)?/giu;
/** Written so that a filter does not see it. */
const DISGUISED = /[\p{L}\p{N}]\s*[[({]\s*(?:dot|punkt|punt|point|punto|at)\s*[\])}]\s*[\p{L}\p{N}]+/giu;
const HTML = /<\s*\/?\s*[a-z!][^>]*>|!\[[^\]]*\]\(|\]\(\s*[^)]*\)/giu;

/** Links and addresses that no tool returned, in any writing that a mail program or a person would follow. */
export function findLinks(mask: Mask, facts: Facts): GateProblem[] {
  const problems: GateProblem[] = [];
  mask.text = mask.text.replace(SCHEME, (hit) => {
    const url = hit.replace(/[.,;:!?)\]}*_]+$/, '');
    if (!facts.urls.has(normaliseUrl(url))) problems.push({ kind: 'link', text: url });
    return '·'.repeat(hit.length);
  });
  for (const [text] of mask.take(OTHER_SCHEME)) problems.push({ kind: 'link', text });
  for (const [text] of mask.take(MAIL))
    if (!facts.emails.has(text.toLowerCase().replace(/[.,;:!?]+$/, ''))) problems.push({ kind: 'email', text });
  for (const [text] of mask.take(BARE)) if (!facts.texts.has(text)) problems.push({ kind: 'link', text });
  for (const [text] of mask.take(DISGUISED)) problems.push({ kind: 'link', text });
  for (const [text] of mask.take(HTML)) problems.push({ kind: 'link', text });
  return problems;
}
