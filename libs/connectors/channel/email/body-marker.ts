import type { Sign } from './message-ids';
import { fromBase36, shortMac, toBase36 } from './message-ids';

const PURPOSE = 'mail.body-marker';
const MARKER = /\[ref:([0-9a-z]{1,25})\.([a-z2-7]{16})\]/gi;
/** A mail that quotes more tickets than this is no answer to any of them. */
const MAX_LOOKED_AT = 20;
/** White and tiny rather than `display:none`: mail programs keep it when they quote, screen readers pass it over. */
const STYLE = 'font-size:1px;line-height:1px;color:#ffffff';

/** One word without spaces, so that no program wraps it: `[ref:<ticket>.<mac>]`. */
export function bodyMarker(sign: Sign, ticketId: string): string {
  const ticket = toBase36(ticketId);
  return `[ref:${ticket}.${shortMac(sign, PURPOSE, ticket)}]`;
}

/** The HTML with the marker at its end, for answers that come back with no header and no address to know them by. */
export function withBodyMarker(sign: Sign, html: string, ticketId: string): string {
  const marker = `<div style="${STYLE}" aria-hidden="true">${bodyMarker(sign, ticketId)}</div>`;
  const end = [...html.matchAll(/<\/body\s*>/gi)].at(-1)?.index ?? html.length;
  return `${html.slice(0, end)}\n${marker}${html.slice(end)}`;
}

/**
 * The ticket that a quoted marker names (the topmost one with our signature), in HTML or in text. Like every token it
 * says which ticket is meant, not who writes.
 */
export function readBodyMarker(sign: Sign, htmlOrText: string): string | null {
  let looked = 0;
  for (const [, ticket = '', given = ''] of htmlOrText.matchAll(MARKER)) {
    if ((looked += 1) > MAX_LOOKED_AT) return null;
    const id = ticket.toLowerCase();
    if (shortMac(sign, PURPOSE, id) === given.toLowerCase()) return fromBase36(id);
  }
  return null;
}
