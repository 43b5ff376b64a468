import type { Expected } from './expected';
import type { Rest } from './rest';

const NUMBER = String.raw`(?:[a-z]{1,6}-?)?\d{3,12}(?:-\d{1,4})?`;
/** "1001 and 1004", "1001, 1004". */
const MORE = String.raw`((?:\s?(?:,|&|\/|\+|\band\b|\bund\b|\ben\b|\bet\b|\by\b|\bor\b)\s?#?${NUMBER}(?![\p{L}\p{N}]))*)`;
/** "#1001", "# EU-1001". */
const MARKED = new RegExp(String.raw`#\s?((?:\p{L}{1,6}-?)?\d{2,12}(?:-\d{1,4})?)(?![\p{L}\p{N}])${MORE}`, 'giu');
const ORDER = String.raw`(?:orders?|bestellung(?:en)?|bestell-?nummer|bestell-?nr|bestellingen|bestelling|bestel-?nummer|bestelnr|ordernummer|auftrags?-?nummer|auftrag|auftrage|commandes?|pedidos?|orden|ordenes|purchase|invoice|reference|referenz|referencia|ref)`;
const WORDED = new RegExp(
  String.raw`${ORDER}\.?\s*(?:id|number|numbers|num|no|nr|nummer|numero|n°|nº|is|ist|lautet|est|es)?\s*(?:is|ist|est|es)?\s*[.:#]?\s*(${NUMBER})(?![\p{L}\p{N}])${MORE}`,
  'giu',
);
const NUMBER_WORDED = new RegExp(
  String.raw`(?:\bnumber|\bnummer|\bnumero|\bnr|\bno|n°|nº)\.?\s*(?:is|ist|est|es)?\s*[:#]?\s*((?:[a-z]{1,6}-?)?\d{3,9})(?![\p{L}\p{N}])${MORE}`,
  'giu',
);
const BARE = /(?<![\p{L}\p{N}.,-])((?:[A-Z]{1,6}-?)?\d{3,9}(?:-\d{1,4})?)(?![\p{L}\p{N}]|[.,]\d)/giu;
/** A letter and many digits is nobody's house number. */
const LETTERED = /(?<![\p{L}\p{N}.,-])([A-Z]{1,4}-?\d{5,10})(?![\p{L}\p{N}])/gu;
const EACH = new RegExp(NUMBER, 'giu');
/** A number in a message this short is the order's; in a long one it may be anything. */
const SHORT_MESSAGE_WORDS = 8;

export const findOrderNumbers = {
  marked: (rest: Rest): string[] => rest.matches(MARKED).flatMap(listed),

  worded(rest: Rest, { text, expected, found }: { text: string; expected: Expected; found: boolean }): string[] {
    const worded = [...rest.matches(WORDED).flatMap(listed), ...rest.matches(NUMBER_WORDED).flatMap(listed)];
    worded.push(...rest.takeFolded(LETTERED, 1));
    const short = text.split(/\s+/).filter(Boolean).length <= SHORT_MESSAGE_WORDS;
    const askedElse = expected === 'postcode' || expected === 'one_time_code' || expected === 'choice';
    if (found || worded.length > 0 || askedElse || (!short && expected !== 'order_number')) return worded;
    return rest.takeFolded(BARE, 1);
  },
};

function listed(match: RegExpMatchArray): string[] {
  return [match[1] ?? '', ...((match[2] ?? '').match(EACH) ?? [])];
}
