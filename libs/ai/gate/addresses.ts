import { fold } from '../text/normalise';
import type { Check } from './check';
import { sentenceAt } from './sentences';

const CAP = String.raw`\p{Lu}[\p{L}'.-]*`;
const STREET = new RegExp(
  [
    String.raw`\d{1,5}\s?[a-zA-Z]?,?\s+(?:${CAP}\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Court|Ct|Boulevard|Blvd|Square|Place|Close|Terrace)\b\.?`,
    String.raw`\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|allee|platz|gasse|damm|ufer|ring|straat|laan|plein|gracht|kade|dijk|singel)\s+\d{1,4}\s?[a-zA-Z]?(?![\p{L}\d])`,
    String.raw`(?:${CAP}\s+)+(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Gasse|Straat|Laan|Plein)\s+\d{1,4}\s?[a-zA-Z]?(?![\p{L}\d])`,
    String.raw`\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|route|cours)\s+(?:d'|de la |de l'|des |du |de )?${CAP}(?:[\s-]${CAP})*`,
    String.raw`(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Pp]laza|[Pp]aseo|[Cc]amino|[Cc]arrer|[Rr]onda)\s+(?:de la |de los |de las |del |de |la |el )?${CAP}(?:\s${CAP})*,?\s+(?:n[.º°]\s?)?\d{1,4}(?![\p{L}\d])`,
  ].join('|'),
  'gu',
);
const TOWN = new RegExp(
  String.raw`(?<![\p{L}\p{N}#.,-])(?:[A-Z]{1,2}-)?\d{4,5}(?:[ ]?[A-Z]{2})?[ ]+\p{Lu}\p{Ll}[\p{L}'-]*(?:[ -]\p{Lu}\p{Ll}[\p{L}'-]*){0,2}|(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}(?![\p{L}\p{N}])`,
  'gu',
);
const plain = (text: string): string =>
  fold(text)
    .replace(/strasse\b|str\./g, 'str')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Streets with their numbers and towns with their postcodes: told by a tool, or not at all. */
export function checkAddresses(check: Check): void {
  const { mask, facts, text, sentences, said } = check.on;
  let told: { text: string; plain: string; source: (typeof facts.passages)[number]['source'] }[] | null = null;
  const texts = () =>
    (told ??= [
      ...facts.all('text').map(({ key, source }) => ({ text: key, plain: plain(key), source })),
      ...facts.passages.map(({ text: passage, source }) => ({ text: passage, plain: plain(passage), source })),
    ]);
  for (const pattern of [STREET, TOWN]) {
    for (const { 0: hit, index } of [...mask.text.matchAll(pattern)]) {
      const span = { from: index, to: index + hit.length };
      // The year of a date and the word after it look like a postcode and its town.
      if (
        pattern === TOWN &&
        /^(?:19|20)\d\d\s/.test(hit) &&
        /\p{L}\.?,?\s*$/u.test(text.slice(Math.max(0, index - 4), index))
      )
        continue;
      const [code = '', ...town] = hit.split(/\s+/);
      const source =
        texts().find((one) => one.plain.includes(plain(hit)))?.source ??
        (pattern === TOWN && town.length > 0 && facts.find('code', code).length > 0
          ? texts().find((one) => one.plain.includes(plain(town[0] ?? '')))?.source
          : undefined);
      const { from, to } = sentences[sentenceAt(sentences, index)] ?? span;
      if (source) check.prove(span, 'address', source);
      else if (pattern === TOWN && (facts.find('code', code).length > 0 || facts.find('number', code).length > 0))
        continue;
      else if (/\?\s*$/.test(text.slice(from, to)) && plain(said).includes(plain(hit))) continue;
      else check.wrong('address', span);
      mask.blank(index, hit.length);
    }
  }
}
