import { fold } from '../text/normalise';

export interface PostalAddress {
  name: string;
  lines: string[];
  city: string;
  postcode: string;
  country: string;
}

/** Countries as customers write them; folded. The two-letter code itself is read too. */
const COUNTRIES: Record<string, string> = {
  germany: 'DE',
  deutschland: 'DE',
  duitsland: 'DE',
  allemagne: 'DE',
  alemania: 'DE',
  austria: 'AT',
  osterreich: 'AT',
  oostenrijk: 'AT',
  autriche: 'AT',
  switzerland: 'CH',
  schweiz: 'CH',
  suisse: 'CH',
  zwitserland: 'CH',
  suiza: 'CH',
  netherlands: 'NL',
  'the netherlands': 'NL',
  nederland: 'NL',
  niederlande: 'NL',
  'pays-bas': 'NL',
  'paises bajos': 'NL',
  holland: 'NL',
  belgium: 'BE',
  belgien: 'BE',
  belgie: 'BE',
  belgique: 'BE',
  belgica: 'BE',
  france: 'FR',
  frankreich: 'FR',
  frankrijk: 'FR',
  francia: 'FR',
  spain: 'ES',
  spanien: 'ES',
  spanje: 'ES',
  espagne: 'ES',
  espana: 'ES',
  italy: 'IT',
  italien: 'IT',
  italie: 'IT',
  italia: 'IT',
  portugal: 'PT',
  poland: 'PL',
  polen: 'PL',
  pologne: 'PL',
  polonia: 'PL',
  luxembourg: 'LU',
  luxemburg: 'LU',
  luxemburgo: 'LU',
  ireland: 'IE',
  irland: 'IE',
  ierland: 'IE',
  irlande: 'IE',
  irlanda: 'IE',
  'united kingdom': 'GB',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  'royaume-uni': 'GB',
  'reino unido': 'GB',
  'united states': 'US',
  usa: 'US',
  us: 'US',
  'united states of america': 'US',
  'etats-unis': 'US',
  'estados unidos': 'US',
  canada: 'CA',
  kanada: 'CA',
  mexico: 'MX',
  denmark: 'DK',
  danemark: 'DK',
  danmark: 'DK',
  sweden: 'SE',
  schweden: 'SE',
  sverige: 'SE',
  norway: 'NO',
  norge: 'NO',
  norwegen: 'NO',
  finland: 'FI',
  finnland: 'FI',
  australia: 'AU',
  australien: 'AU',
};
const CODES = new Set([...Object.values(COUNTRIES), 'CZ', 'NZ', 'GR', 'HU', 'RO']);

/** "1012 AB Amsterdam", "10115 Berlin", "SW1A 1AA", "Austin, TX 78701". */
const POSTCODE =
  /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}\b|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}-\d{4}|\d{4,6})\b/i;
/** What leads to an address in a sentence: "please send it to ...". */
const LEAD =
  /^.*?\b(?:address(?: is| to)?|to|adresse(?: ist| lautet)?|an|adres(?: is)?|naar|adresse est|a l'adresse|direccion(?: es)?)\s*:?\s+(?=\S)/i;

/** "..., Spain please": no part of the country. */
const COURTESY =
  /[\s,.;!]*\b(?:please|pls|thanks?|thank you|bitte|danke|alsjeblieft|alstublieft|graag|bedankt|s'il (?:vous|te) pla[iî]t|svp|merci|por favor|gracias)[\s.!]*$/iu;

/** "... to another address: Ann Lee, 12 Mill Road, ...". */
const TOLD = /(?:address|adresse|adres|direcci[oó]n)(?:\s+(?:is|to|ist|lautet|naar|est|es))?\s*:\s*(?=\S)/giu;
/** No name and no street: words of the sentence around an address. */
const SENTENCE =
  /[:?!#]|\b(?:please|order|address|bitte|bestellung|adresse|graag|bestelling|adres|commande|pedido|direcci[oó]n)\b/iu;

const LEADS = /\b(?:address|adresse|adres|direccion|dirección)\W*$/i;

/** A whole postal address out of a message, or null: nothing in it is guessed, a missing part is asked for. */
export function readAddress(text: string): PostalAddress | null {
  const tidy = text.replace(/\r/g, '').trim().replace(COURTESY, '');
  const told = [...tidy.matchAll(TOLD)].at(-1);
  const behind = told ? [tidy.slice(told.index + told[0].length)] : [];
  for (const body of [...behind, tidy.replace(LEAD, ''), tidy]) {
    const parts = body
      .split(/\n+|,/)
      .map((part) => part.trim().replace(/[.;]+$/, ''))
      .filter(Boolean);
    const read = readParts(parts);
    if (read) return read;
  }
  return null;
}

function readParts(parts: string[]): PostalAddress | null {
  // "Order 1004 goes to a new address, Ann Lee, ...": what only leads there is no part of it.
  const leads = parts.findLastIndex((part, index) => index < parts.length - 3 && LEADS.test(part));
  const rest = parts.slice(leads + 1);
  if (leads < 0 && rest[0])
    rest[0] = rest[0].replace(/^.*\b(?:to|is|an|ist|lautet|naar|est|es)\b:?\s+(?=\p{Lu}|\p{Ll})/iu, '');
  const countryAt = rest.findLastIndex((part) => countryOf(part) !== null);
  const country = countryAt > 0 ? countryOf(rest[countryAt] ?? '') : null;
  if (!country) return null;
  rest.splice(countryAt);

  // The postcode stands behind the street, whose house number may look like one.
  const codeAt = rest.findLastIndex((part, index) => index > 0 && POSTCODE.test(part));
  const code = codeAt > 0 ? (POSTCODE.exec(rest[codeAt] ?? '')?.[0] ?? '') : '';
  if (!code) return null;
  const beside = (rest[codeAt] ?? '')
    .replace(code, '')
    .replace(/\b[A-Z]{2}\b/i, (state) => (country === 'US' ? '' : state))
    .trim();
  const before = rest.slice(0, codeAt);
  const after = rest.slice(codeAt + 1).join(' ');
  const city = beside || after || (before.length > 2 ? before.pop() : '') || '';
  const name = before.shift() ?? '';
  if ([name, ...before].some((line) => SENTENCE.test(line))) return null;
  if (!city || /\d/.test(city) || !isName(name) || before.length === 0 || before.length > 4) return null;
  if (!before.some((line) => /\d/.test(line))) return null;
  return { name, lines: before, city, postcode: code.toUpperCase(), country };
}

const isName = (part: string): boolean =>
  !/^(?:another|an?|the|this|my|our|new)\b/i.test(part) &&
  /^[\p{L}][\p{L}'’.\- ]{1,80}$/u.test(part) &&
  part.split(/\s+/).length <= 6;

function countryOf(part: string): string | null {
  const plain = fold(part).replace(/[.]/g, '').trim();
  return COUNTRIES[plain] ?? (/^[A-Z]{2}$/.test(part) && CODES.has(part) ? part : null);
}
