import { fold } from '../text/normalise';

export interface Entities {
  /** As written, without "#", in the order of appearance. */
  orderNumbers: string[];
  trackingNumbers: string[];
  emails: string[];
}

const MAIL = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.[\p{L}]{2,}/gu;
const LINK = /https?:\/\/\S+/giu;
/** UPS, the postal union's S10, and long codes of other carriers: at least ten signs, most of them digits. */
const TRACKING =
  /(?<![\p{L}\p{N}#])(?:1Z\s?[0-9A-Z]{3}\s?[0-9A-Z]{3}\s?[0-9A-Z]{2}\s?[0-9A-Z]{4}\s?[0-9A-Z]{4}|[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{0,4}\d{10,22}[A-Z]{0,2})(?![\p{L}\p{N}])/giu;
const MONEY =
  /(?:[€$£¥]|\b(?:usd|eur|gbp|chf|cad|aud|sek|nok|dkk|pln)\b)\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£¥%]|(?:usd|eur|euros?|gbp|pounds?|dollars?|bucks|chf|cad|aud|sek|nok|dkk|pln|percent|prozent|procent)\b)/giu;
const DATE_OR_TIME =
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}[:h]\d{2}\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|mei|okt|dez|ene|abr|ago|dic|fev|avr|juin|juil|aout)\p{L}*\.?(?:\s\d{4})?/giu;
/** "#1001", "# EU-1001". */
const MARKED = /#\s?((?:\p{L}{1,6}-?)?\d{2,12}(?:-\d{1,4})?)(?![\p{L}\p{N}])/giu;
const WORDED =
  /(?:order|orders|bestellung|bestell-?nummer|bestell-?nr|bestelling|bestel-?nummer|bestelnr|ordernummer|auftrag|auftragsnummer|commande|pedido|orden|purchase|reference|referenz|ref)\s*(?:id|number|num|no|nr|nummer|numero|n°|nº|#|is|ist|lautet|est|es)?\s*(?:is|ist|est|es)?\s*[.:#]?\s*((?:[a-z]{1,6}-)?\d{3,12}|[a-z]{1,5}\d{3,10})(?![\p{L}\p{N}])/giu;
const NUMBER_WORDED =
  /(?:number|nummer|numero|nr|no|n°|nº)\.?\s*(?:is|ist|est|es)?\s*[:#]?\s*((?:[a-z]{1,6}-)?\d{3,9})(?![\p{L}\p{N}])/giu;
const BARE = /(?<![\p{L}\p{N}.,-])((?:[A-Z]{1,6}-)?\d{3,9})(?![\p{L}\p{N}]|[.,]\d)/giu;
/** A number in a message this short is the order's; in a long one it may be a postcode or a phone number. */
const SHORT_MESSAGE_WORDS = 8;

/** @param expected true when we asked for the number: then a bare one is the answer */
export function findEntities(text: string, options: { expected?: boolean } = {}): Entities {
  let rest = text;
  const take = (pattern: RegExp, pick: (match: RegExpMatchArray) => string = ([all]) => all): string[] => {
    const hits = [...rest.matchAll(pattern)].map((match) => pick(match));
    rest = rest.replace(pattern, ' ; ');
    return hits;
  };
  const emails = take(MAIL);
  take(LINK);
  const marked = take(MARKED, (match) => match[1] ?? '');
  // The accents in "número" would hide the word from the patterns.
  const plain = fold(rest);
  rest = plain.length === rest.length ? plain : rest;
  const trackingNumbers = take(TRACKING).filter((code) => /\d{5}/.test(code.replace(/\s/g, '')));
  take(MONEY);
  take(DATE_OR_TIME);
  const worded = [...take(WORDED, (match) => match[1] ?? ''), ...take(NUMBER_WORDED, (match) => match[1] ?? '')];
  const short = text.split(/\s+/).filter(Boolean).length <= SHORT_MESSAGE_WORDS;
  const bare =
    marked.length + worded.length === 0 && (options.expected === true || short)
      ? take(BARE, (match) => match[1] ?? '')
      : [];
  return {
    orderNumbers: unique([...marked, ...worded, ...bare].map((number) => number.toUpperCase())),
    trackingNumbers: unique(trackingNumbers.map((code) => code.replace(/\s/g, '').toUpperCase())),
    emails: unique(emails.map((mail) => mail.toLowerCase())),
  };
}

function unique(values: string[]): string[] {
  return [...new Set(values.filter(Boolean))];
}
