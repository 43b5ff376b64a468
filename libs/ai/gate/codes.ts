import { fits } from './binding';
import type { Check } from './check';
import { fold } from '../text/normalise';
import { conceptOf } from './lexicon/concepts';
import { sentenceSpans } from './sentences';
import { isNegated } from './negation';

const ORDER_WORD = String.raw`(?:#|(?:order|bestellung|bestellnummer|bestelling|bestelnummer|ordernummer|commande|pedido|number|nummer|num[eé]ro|n[úu]mero|parcel|sendung|colis|pakket|paquete)(?:\s+(?:no|nr|n°|nº|number|nummer|num[eé]ro|n[úu]mero))?[.:]?\s+#?)`;
/** No more than these may be escaped: a hyphen is one of a code's letters. */
const SYNTAX = /[.*+?^${}()|[\]\\]/g;
const SHORTEST_CODE = 6;
/** Fewer words together say nothing that could not stand in another sentence. */
const QUOTED_WORDS = 4;
const SHORTEST_TEXT = 3;

/** The customer's own number may be named back, as an order's number and as nothing else. */
export function hideEchoes(check: Check): void {
  for (const echo of check.on.echoes) {
    const code = echo.replace(/^#/, '').replace(SYNTAX, '\\$&');
    if (code) check.on.mask.take(new RegExp(`${ORDER_WORD}${code}(?![\\p{L}\\p{N}])`, 'giu'));
  }
}

/** Sentences of the house's own that a reply repeats word for word. */
export function hideSentences(check: Check): void {
  const { facts, mask } = check.on;
  for (const [text, source] of facts.sentences)
    for (const span of mask.hideText(text)) check.prove(span, 'text', source);
  // Whole sentences of an article, word for word: what they hold is the shop's own word.
  for (const { cite, text: passage, source } of facts.passages) {
    if (cite === null) continue;
    for (const { from, to } of sentenceSpans(passage)) {
      const quoted = passage.slice(from, to).trim();
      if (quoted.split(/\s+/).length < QUOTED_WORDS) continue;
      for (const span of mask.hideText(quoted)) check.prove(span, 'text', source);
    }
  }
  // "15 % off" is the name of a reward here, and no promise.
  for (const key of facts.keys('text')) {
    const [fact] = facts.find('text', key);
    if (!fact || !/[%\p{Sc}]/u.test(key) || Object.values(fact.scope).some((one) => one !== undefined)) continue;
    for (const span of mask.hideText(key)) check.prove(span, 'text', fact.source);
  }
}

/** Titles, names and scans, word for word; of one order they do not speak for another. */
export function hideTexts(check: Check): void {
  const { facts, mask, text } = check.on;
  const longest = [...facts.keys('text')].sort((a, b) => b.length - a.length);
  for (const key of longest) {
    // A programme by the name of "Points" says nothing by it, and the word still tells what a number counts.
    if ((key.match(/\p{L}/gu) ?? []).length < SHORTEST_TEXT || conceptOf(fold(key)) !== undefined) continue;
    const held = facts.find('text', key);
    for (const span of mask.hideText(key)) {
      const spoken = check.spoken(span);
      const fact = held.find(({ scope }) => fits(scope, spoken));
      if (fact) check.prove(span, 'text', fact.source);
      else if (!isNegated(fold(text), span.from, span.to)) check.wrong('scope', span);
    }
  }
}

/** Long codes, also printed in groups. */
export function checkCodes(check: Check): void {
  const { facts, mask } = check.on;
  for (const code of facts.keys('code')) {
    if (code.length < SHORTEST_CODE) continue;
    const spaced = [...code].map((char) => char.replace(SYNTAX, '\\$&')).join('[\\s-]?');
    for (const hit of mask.take(new RegExp(`#?(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'giu'))) {
      const span = mask.span(hit);
      check.judge('code', [code], span, 'code');
    }
  }
}
