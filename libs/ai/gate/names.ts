import { MONTHS, WEEKDAYS } from '../text/calendar';
import { fold } from '../text/normalise';
import type { Check } from './check';
import { GATE_WORDS } from './lexicon';
import type { Span } from './mask';

const HELLO = Object.values(GATE_WORDS)
  .map(({ hello }) => hello)
  .join('|')
  // The words are folded, the reply is not.
  .replace(/(?<![\\(?])e/g, '[eéè]');
const NAME = String.raw`\p{Lu}[\p{L}'’-]*\p{Ll}(?:\s\p{Lu}[\p{L}'’-]+){0,2}`;
const GREETING = new RegExp(
  String.raw`^[ \t¡*]*(?:${HELLO})\s+(?:(?:mr|mrs|ms|herr|frau|mme|madame|monsieur|m|sra?|señora?|mevrouw|meneer)\.?\s+)?`,
  'gimu',
);
const AFTER_TITLE = new RegExp(
  String.raw`\b(?:(?:Mr|Mrs|Ms|Mme|Sra|Sr)\.?|Herr|Frau|Madame|Monsieur|[Cc]olleague|[Kk]olleg(?:e|in)|[Cc]ollega|[Cc]ollègue|[Cc]ompañer[oa])\s+(${NAME})`,
  'gu',
);
const THANKS = new RegExp(
  String.raw`(?:[Tt]hanks|[Tt]hank you|[Dd]anke|[Vv]ielen Dank|[Bb]edankt|[Mm]erci|[Gg]racias),?\s+(${NAME})(?=[,.!])`,
  'gu',
);
/** A place or firm that is named: in German every noun is written large, so nothing can be told there. */
const AFTER_PREPOSITION = new RegExp(
  String.raw`\b(?:in|from|at|near|via|with|by|to|uit|naar|bij|met|te|à|chez|avec|par|depuis|en|desde|con|por|hacia)\s+(${NAME})`,
  'gu',
);
const COMMON = new Set(
  [
    ...Object.values(MONTHS).flat(),
    ...Object.values(WEEKDAYS).flat(),
    ...'I Satchel English German French Dutch Spanish Europe European EU UK USA US Internet WhatsApp PayPal Google Apple Instagram Facebook Track Trace Christmas Easter Excel Word January'.split(
      ' ',
    ),
  ].map(fold),
);

/** Names of people and places that nobody told: only where the caller says who the customer is. */
export function checkNames(check: Check): void {
  const { names, mask, text, language } = check.on;
  const known = new Set([...COMMON, ...names.flatMap((name) => words(name))]);
  const told = (word: string): boolean => known.has(word) || toldIn(check, word);
  const judge = (name: string, from: number): void => {
    const span: Span = { from, to: from + name.length };
    const unknown = words(name).filter((word) => word.length > 1 && !told(word));
    if (unknown.length > 0) check.wrong('name', span);
    else if (words(name).some((word) => !COMMON.has(word)))
      check.prove(span, 'name', { tool: 'conversation', path: 'names', label: 'Name', value: name });
  };
  if (names.length > 0) {
    for (const { 0: greeting, index } of text.matchAll(GREETING)) {
      const at = index + greeting.length;
      const name = new RegExp(`^${NAME}(?=\\s*[,!.:\\n]|$)`, 'u').exec(text.slice(at, at + 80))?.[0];
      if (name) judge(name, at);
    }
    for (const pattern of [AFTER_TITLE, THANKS])
      for (const { 0: hit, 1: name = '', index } of text.matchAll(pattern))
        judge(name, index + hit.length - name.length);
  }
  if (language === 'de' || language === null) return;
  for (const { 0: hit, 1: name = '', index } of mask.text.matchAll(AFTER_PREPOSITION)) {
    const unknown = words(name).filter((word) => word.length > 2 && !told(word));
    const at = index + hit.length - name.length;
    if (unknown.length > 0) check.wrong('name', { from: at, to: at + name.length });
  }
}

const words = (name: string): string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word of a text that a tool told, or of the customer's own message. */
function toldIn(check: Check, word: string): boolean {
  const { facts, said } = check.on;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u');
  if (pattern.test(said)) return true;
  for (const text of facts.keys('text')) if (pattern.test(fold(text))) return true;
  for (const { text } of facts.entities.values()) if (pattern.test(fold(text))) return true;
  return facts.passages.some(({ text }) => pattern.test(fold(text)));
}
