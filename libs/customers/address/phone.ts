import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** E.164 allows 15 digits; short codes of shops and carriers begin at three. */
const DIGITS = { min: 3, max: 15 };

/**
 * "+49 (0)30 1234-56" and "0049 30 123456" are the same number, spelled as E.164. A national number needs the country it
 * is dialled in; without one its digits stand alone, as do those of a number that no country has.
 */
export function normalisePhone(value: string, country?: string): string | null {
  const bare = value
    .normalize('NFKC')
    .trim()
    .replace(/^(tel|sms|whatsapp):/i, '')
    .trim()
    .replace(/^00/, '+');
  if (/[a-z@]/i.test(bare)) return null;
  const number = parsePhoneNumberFromString(bare, { defaultCountry: country as CountryCode, extract: false });
  if (number?.isValid()) return number.number;
  const international = bare.startsWith('+');
  const digits = (international ? bare.replace('(0)', '') : bare).replace(/\D/g, '');
  if (digits.length < DIGITS.min || digits.length > DIGITS.max) return null;
  return international ? `+${digits}` : digits;
}

/**
 * Three countries changed how a mobile number is dialled, and WhatsApp kept the other way: Brazil (a ninth digit),
 * Mexico (+52 1) and Argentina (+54 9). Each number of theirs has two spellings that ring the same telephone.
 */
const TWINS: [pattern: RegExp, other: string][] = [
  [/^\+55([1-9]\d)9([6-9]\d{7})$/, '+55$1$2'],
  [/^\+55([1-9]\d)([6-9]\d{7})$/, '+55$19$2'],
  [/^\+521(\d{10})$/, '+52$1'],
  [/^\+52([2-9]\d{9})$/, '+521$1'],
  [/^\+549(\d{10})$/, '+54$1'],
  [/^\+54([1-8]\d{9})$/, '+549$1'],
];

/** Every spelling under which a normalised number may be known, its own first. */
export function spellingsOf(phone: string): string[] {
  const twin = TWINS.find(([pattern]) => pattern.test(phone));
  return twin ? [phone, phone.replace(...twin)] : [phone];
}
