type Kind = 'email' | 'phone' | 'address' | 'postcode' | 'name';

const EMAIL = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.\p{L}{2,}/gu;
/** With a country code or a leading zero, in groups or not: order and tracking numbers begin otherwise. */
const PHONE =
  /(?<![\p{L}\p{N}#/-])(?:\+|00)\d{1,3}(?:[ ./()-]{0,2}\d){6,12}(?!\p{N})|(?<![\p{L}\p{N}#/-])0\d(?:[ ./()-]{0,2}\d){7,10}(?!\p{N})/gu;
/** Small words between a number and "way" or "place": the number is an order's, not a house's. */
const SMALL =
  'is|are|was|were|has|have|had|been|be|on|its|it|the|in|at|to|and|my|your|our|not|still|by|for|from|a|an|this|that|will|with|of|or|so|no|yet|if|but|did';
/** "12 Elm Street", "Hauptstraße 12a", "12 rue de Rivoli", "Calle Mayor 3"; in any case, as people type. */
const STREET = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}#])(?<!\b(?:order|bestellung|bestelling|commande|pedido|number|nummer|no|nr)\.?\s)\d{1,5}[a-z]?,?\s+(?:(?!(?:${SMALL})\s)\p{L}[\p{L}'’.-]+\s+){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|boulevard|blvd|close|place|pl|terrace|square)\b\.?`,
    String.raw`(?<![\p{L}\p{N}])\p{L}[\p{L}'’.-]*(?:straße|strasse|str\.|weg|gasse|platz|allee|damm|ufer|straat|laan|plein|gracht|kade|dijk|singel)\s+\d{1,5}\s?[a-z]?(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}#])\d{1,5}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|chemin|place|impasse|allée|quai)\s+(?:(?:de|du|des|la|le|l['’])\s*)*\p{L}[\p{L}'’ -]{1,40}?(?=[,.\n]|$)`,
    String.raw`(?<![\p{L}\p{N}])(?:calle|avenida|plaza|paseo|camino)\s+(?![\p{L} -]*\b(?:pedido|orden|n[uú]mero)\b)(?:(?:de|del|la|el|los|las)\s+)*\p{L}[\p{L} -]{1,30}?,?\s+\d{1,5}(?!\p{N})`,
  ].join('|'),
  'giu',
);
/** "Ostring 5", where a word like "during" begins small. */
const RING = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’.-]*ring\s+\d{1,5}\s?[a-z]?(?![\p{L}\p{N}])/gu;
const TOKEN = /\[\[(email|phone|address|postcode|name)-(\d{1,3})\]\]/g;

/** What is known of a person beforehand, so that it is hidden however it is written. */
export interface KnownPerson {
  names: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
  postcodes: readonly string[];
}

/**
 * Names that stand for personal data in what a model outside sees. The same value has the same name throughout a turn,
 * so that a model can still tell two addresses apart and hand one to a tool; only here is known what is behind it.
 */
export class Pseudonyms {
  private readonly byValue = new Map<string, string>();
  private readonly byToken = new Map<string, string>();
  private readonly counts: Record<Kind, number> = { email: 0, phone: 0, address: 0, postcode: 0, name: 0 };
  private readonly known: [Kind, RegExp][];

  constructor(person: Partial<KnownPerson> = {}) {
    const words = (values: readonly string[] = []): RegExp[] =>
      [...new Set(values.map((value) => value.trim()).filter((value) => value.length >= 3))]
        .sort((one, other) => other.length - one.length)
        .map((value) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, 'giu'));
    const parts = (person.names ?? []).flatMap((name) => [name, ...name.split(/[\s,]+/)]);
    this.known = [
      ...words(person.emails).map((pattern): [Kind, RegExp] => ['email', pattern]),
      ...words(person.phones).map((pattern): [Kind, RegExp] => ['phone', pattern]),
      ...words(parts).map((pattern): [Kind, RegExp] => ['name', pattern]),
      ...words(person.postcodes).map((pattern): [Kind, RegExp] => ['postcode', pattern]),
    ];
  }

  hide(text: string): string {
    // What somebody wrote in the form of a name of ours would be revealed as somebody's data.
    let hidden = text.replace(TOKEN, (written) => written.replaceAll('[', '(').replaceAll(']', ')'));
    hidden = this.replace(hidden, 'email', EMAIL);
    hidden = this.replace(hidden, 'address', STREET);
    hidden = this.replace(hidden, 'address', RING);
    hidden = this.replace(hidden, 'phone', PHONE);
    for (const [kind, pattern] of this.known) hidden = this.replace(hidden, kind, pattern);
    return hidden;
  }

  reveal(text: string): string {
    return text.replace(TOKEN, (token) => this.byToken.get(token) ?? token);
  }

  /** Every string within, however deep. */
  hideIn<T>(value: T): T {
    return deep(value, (text) => this.hide(text));
  }

  revealIn<T>(value: T): T {
    return deep(value, (text) => this.reveal(text));
  }

  /** A name that stands for nothing: the model made it up. */
  invented(text: string): boolean {
    return [...text.matchAll(TOKEN)].some(([token]) => !this.byToken.has(token));
  }

  private replace(text: string, kind: Kind, pattern: RegExp): string {
    return text
      .split(/(\[\[[a-z]+-\d+\]\])/)
      .map((part, at) =>
        at % 2 === 1 ? part : part.replace(pattern, (value) => (isMasked(value) ? value : this.tokenOf(kind, value))),
      )
      .join('');
  }

  private tokenOf(kind: Kind, value: string): string {
    const key = `${kind}:${value.toLowerCase().replace(/\s+/g, ' ')}`;
    const known = this.byValue.get(key);
    if (known) return known;
    const token = `[[${kind}-${(this.counts[kind] += 1)}]]`;
    this.byValue.set(key, token);
    this.byToken.set(token, value);
    return token;
  }
}

/** An address with its letters left out ("a...a@e...e.com") tells nobody. */
const isMasked = (value: string): boolean => value.includes('...');

function deep<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => deep(item as unknown, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item as unknown, change)])) as T;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
