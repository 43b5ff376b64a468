import type { Check } from './check';
import { normaliseUrl } from './facts';

const SCHEME = /[a-z][a-z0-9+.-]*:\/\/[^\s<>"']+/giu;
const OTHER_SCHEME = /\b(?:javascript|data|mailto|tel|sms|file|vbscript|whatsapp|tg):\S+/giu;
const MAIL = /[^\s@<>()[\]"']+@[^\s@<>()[\]"']+/gu;
/** A name with a dot (browsers read the ideographic one so as well) and letters after it opens as a link in most mail programs. */
const BARE =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?[.\u3002])+(?:\p{L}{2,24}|xn--[a-z0-9-]+)(?:[/?#:][^\s<>"']*)?/giu;
/** Written so that a filter does not see it. */
const DISGUISED = /[\p{L}\p{N}]\s*[[({<]\s*(?:dot|punkt|punt|point|punto|at|[.@\u3002])\s*[\])}>]\s*[\p{L}\p{N}]+/giu;
/** In words, for a person to type. */
const SPOKEN =
  /[\p{L}\p{N}-]{2,}\s+(?:dot\s+(?:com|net|org|info|io|shop|store|example|de|nl|fr|es|eu|uk)|(?:punkt|punt|punto)\s+(?:com|net|org))\b/giu;
/** Letter by letter, for a person to put together. */
const SPACED = /(?<![\p{L}\p{N}])(?:[\p{L}./:@] ){7,}\p{L}(?![\p{L}\p{N}])/gu;
const HTML = /<\s*\/?\s*[a-z!][^>]*>|!\[[^\]]*\]\(|\]\(\s*[^)]*\)/giu;
const TRAILING = /[.,;:!?)\]}*_]+$/;

/** Links and addresses that no tool returned, in any writing that a mail program or a person would follow. */
export function checkLinks(check: Check): void {
  const { mask, facts, hosts } = check.on;
  for (const hit of mask.take(SCHEME)) {
    const url = hit[0].replace(TRAILING, '');
    const span = { from: hit.index, to: hit.index + url.length };
    const found = check.known('url', [normaliseUrl(url)], span);
    if (found.fact) check.prove(span, 'url', found.fact.source);
    else if (onHost(url, hosts)) check.prove(span, 'url', ownHost(url));
    else check.wrong(found.elsewhere ? 'scope' : 'link', span);
  }
  for (const hit of mask.take(OTHER_SCHEME)) check.wrong('link', mask.span(hit));
  for (const hit of mask.take(MAIL)) {
    const mail = hit[0].replace(/[.,;:!?]+$/, '');
    check.judge('email', [mail.toLowerCase()], { from: hit.index, to: hit.index + mail.length }, 'email');
  }
  for (const hit of mask.take(BARE)) {
    const name = hit[0].replace(TRAILING, '');
    const span = { from: hit.index, to: hit.index + name.length };
    const text = facts.find('text', name)[0];
    if (text) check.prove(span, 'text', text.source);
    else if (onHost(`https://${name}`, hosts)) check.prove(span, 'url', ownHost(name));
    else check.wrong('link', span);
  }
  for (const hit of mask.take(DISGUISED)) check.wrong('link', mask.span(hit));
  for (const hit of mask.take(SPOKEN)) check.wrong('link', mask.span(hit));
  for (const hit of mask.take(SPACED)) check.wrong('link', mask.span(hit));
  for (const hit of mask.take(HTML)) check.wrong('link', mask.span(hit));
}

const ownHost = (url: string) => ({ tool: 'shop', path: 'hosts', label: "The shop's own site", value: url });

/** Plain https to a host of the shop or below it, without a user or a port that would lead elsewhere. */
function onHost(url: string, hosts: readonly string[]): boolean {
  try {
    const { protocol, hostname, username, password, port } = new URL(url);
    if (protocol !== 'https:' || username || password || port) return false;
    return hosts.some((host) => hostname === host.toLowerCase() || hostname.endsWith(`.${host.toLowerCase()}`));
  } catch {
    return false;
  }
}
