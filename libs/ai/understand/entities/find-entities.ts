import { fold } from '../../text/normalise';
import type { Language } from '../../text/language';
import type { Entities } from '../understanding';
import { findAmounts } from './amounts';
import { findDays } from './days';
import type { Expected } from './expected';
import { findOrderNumbers } from './order-numbers';
import { Rest } from './rest';

export interface EntityOptions {
  expected?: Expected;
  language?: Language | null;
  /** For days written without a year; without it they are left out. */
  now?: Date;
}

const MAIL = /[^\s@<>()[\]"',;:]{1,64}@[^\s@<>()[\]"',;:]{1,190}\.[\p{L}]{2,24}/gu;
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
/** UPS, the postal union's S10, and long codes of other carriers: at least ten signs, most of them digits. */
/** Forms that nothing else has; they may hold what looks like a phone number. */
const PARCEL =
  /(?<![\p{L}\p{N}#])(?:1Z\s?[0-9A-Z]{3}\s?[0-9A-Z]{3}\s?[0-9A-Z]{2}\s?[0-9A-Z]{4}\s?[0-9A-Z]{4}|[A-Z]{2}\d{9}[A-Z]{2})(?![\p{L}\p{N}])/giu;
const TRACKING =
  /(?<![\p{L}\p{N}#])(?:1Z\s?[0-9A-Z]{3}\s?[0-9A-Z]{3}\s?[0-9A-Z]{2}\s?[0-9A-Z]{4}\s?[0-9A-Z]{4}|[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{0,4}\d{10,22}[A-Z]{0,2})(?![\p{L}\p{N}])/giu;
const PHONE_WORD =
  /(?:phone|mobile|cell|tel(?:ephone|efon|efoon|efono)?|handy\w*|rufnummer|mobil\w*|gsm|portable|movil|call me (?:on|at)|whatsapp)\b[^\d+\n]{0,25}(\+?\d(?:[\s./()-]{0,2}\d){6,14})(?!\d)/giu;
const PHONE =
  /(?<![\p{L}\p{N}])(\+\d(?:[\s./()-]{0,2}\d){7,14}|0\d{1,4}(?:[\s/-]{1,2}\d{2,8}){1,5}|\(\d{3}\)\s?\d{3}[\s-]\d{4}|\d{3}-\d{3}-\d{4})(?![\p{L}\p{N}])/gu;
const POSTCODE_WORD =
  /\b(?:post ?code|postal code|zip(?: ?code)?|plz|postleitzahl|code postal|codigo postal|c\.?p\.?)\b[^\p{L}\d\n]{0,4}(?:(?:is|ist|lautet|est|es)\b[\s:]{0,2})?([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{4} ?[a-z]{2}\b|\d{5}(?:-\d{4})?|\d{4})(?![\p{L}\p{N}])/giu;
/** British and Dutch ones are told by their shape. */
const POSTCODE_SHAPE = /(?<![\p{L}\p{N}#-])([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[1-9]\d{3} ?[A-Z]{2})(?![\p{L}\p{N}])/gu;
/** "10115 Berlin", "NY 10001": five digits beside a place. */
const POSTCODE_PLACE =
  /(?<![\p{L}\p{N}#-])(?:(\d{5})(?=,? \p{Lu}\p{Ll}{2,})|(?<=\b[A-Z]{2},? )(\d{5}(?:-\d{4})?))(?![\p{L}\p{N}])/gu;
const BARE_POSTCODE =
  /(?<![\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{4} ?[a-z]{2}|\d{4,5}(?:-\d{4})?)(?![\p{L}\p{N}])/giu;
const LONE_POSTCODE = /(?<=[\s,;])(\d{5}(?:-\d{4})?)(?=[\s,.;!]*$|,)/gu;
const CODE_WORD =
  /(?:(?:discount|promo(?:tion(?:al)?)?|coupon|voucher|gift(?: card)?|referral)[ -]?code|coupon|voucher|gutschein-?(?:code|nummer)?|rabatt-?code|aktions-?code|kortings-?code|actie-?code|kortingsbon|code promo\w*|code de (?:reduction|promotion)|bon de reduction|codigo (?:promocional|de descuento|descuento)|cupon)\b\s*(?:(?:is|ist|lautet|est|es|namely|called|named)\b)?\s*[:=]?\s*["'«„“]?([\p{L}\d][\p{L}\d_-]{3,23})/giu;
const CODE_BEFORE =
  /(?<![\p{L}\p{N}])["'«„“]?(\p{Lu}[\p{Lu}\d_-]{3,23})["'»”“]?(?= (?:discount |promo |coupon |voucher )?(?:code|coupon|voucher))/gu;
const ONE_TIME =
  /(?:verification|one[- ]?time|security|confirmation|bestatigungs|sicherheits|einmal|verificatie|beveiligings|verificacion|seguridad|verification|securite)?-?\s?\b(?:code|pin|otp|codigo)\b\s*(?:(?:is|ist|lautet|est|es)\b)?\s*[:=]?\s*(\d{3}[ -]?\d{3})(?![\p{L}\p{N}])/giu;
const SIX_DIGITS = /(?<![\p{L}\p{N}])(\d{3}[ -]?\d{3})(?![\p{L}\p{N}])/gu;

/** Names, numbers and codes of a message. Money, days, phones and postcodes are taken out before order numbers are read. */
export function findEntities(text: string, options: EntityOptions = {}): Entities {
  const { expected = null, language = null, now } = options;
  const rest = new Rest(text);
  const emails = rest.take(MAIL);
  rest.take(LINK);
  const codes = [...rest.take(CODE_BEFORE, 1), ...rest.takeFolded(CODE_WORD, 1).filter(isCode)];
  const oneTimeCodes = rest.takeFolded(ONE_TIME, 1);
  if (expected === 'one_time_code') oneTimeCodes.push(...rest.take(SIX_DIGITS, 1));
  const postcodes = rest.takeFolded(POSTCODE_WORD, 1);
  if (expected === 'postcode') postcodes.push(...rest.take(BARE_POSTCODE, 1));
  const parcels = rest.takeFolded(PARCEL);
  const phones = rest.takeFolded(PHONE_WORD, 1);
  const amounts = findAmounts(rest);
  const days = findDays(rest, { language, now });
  phones.push(...rest.take(PHONE, 1));
  postcodes.push(...rest.take(POSTCODE_SHAPE, 1), ...rest.takeEither(POSTCODE_PLACE));
  const marked = findOrderNumbers.marked(rest);
  const trackingNumbers = [...parcels, ...rest.takeFolded(TRACKING)].filter((code) =>
    /\d{5}/.test(code.replace(/\s/g, '')),
  );
  const orderNumbers = [...marked, ...findOrderNumbers.worded(rest, { text, expected, found: marked.length > 0 })];
  // "Order number and postcode", they were asked: "A1001, 10115".
  if (expected === 'order_number' && orderNumbers.length === 1 && postcodes.length === 0)
    postcodes.push(...rest.take(LONE_POSTCODE, 1));
  return {
    orderNumbers: unique(orderNumbers.map((number) => number.toUpperCase())),
    trackingNumbers: unique(trackingNumbers.map((code) => code.replace(/\s/g, '').toUpperCase())),
    emails: unique(emails.map((mail) => mail.toLowerCase().replace(/[.]+$/, ''))),
    postcodes: unique(postcodes.map((code) => code.toUpperCase().replace(/\s+/g, ' '))),
    amounts,
    days: unique(days),
    phones: unique(phones.filter(isPhone).map((phone) => phone.replace(/[^\d+]/g, ''))),
    oneTimeCodes: unique(oneTimeCodes.map((code) => code.replace(/\D/g, ''))),
    codes: unique(codes.map((code) => code.toUpperCase())),
  };
}

/** "discount code does not work" names none: a code is in capitals or holds a digit. */
function isCode(word: string): boolean {
  return /\d/.test(word) || (word === word.toUpperCase() && fold(word) !== word);
}

function isPhone(phone: string): boolean {
  const digits = phone.replace(/\D/g, '').length;
  return digits >= 8 && digits <= 15;
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)].filter(Boolean);
}
