import { asciiDigits } from '../text/normalise';
import type { Check } from './check';

const CARD = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const PHONE = /(?<![\p{L}\p{N}#.,/-])(?:\+|00)?\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,5}\)?){2,6}(?![\p{L}\p{N}])/gu;

/** Card numbers never leave, whoever told them. */
export function checkCards(check: Check): void {
  const { mask, facts } = check.on;
  for (const { 0: text, index } of [...mask.text.matchAll(CARD)]) {
    const digits = asciiDigits(text).replace(/\D/g, '');
    // A parcel's number may pass the same sum by chance.
    if (!luhn(digits) || facts.find('code', digits).some(({ role }) => role === 'trackingNumber')) continue;
    check.wrong('secret', { from: index, to: index + text.length });
    mask.blank(index, text.length);
  }
}

/** Accounts and phone numbers, only when a tool told them. */
export function checkNumbersOfPeople(check: Check): void {
  const { mask, facts } = check.on;
  for (const { 0: text, index } of [...mask.text.matchAll(IBAN)]) {
    const key = text.replace(/\s/g, '');
    if (facts.find('code', key).length > 0 || facts.find('text', text).length > 0) continue;
    check.wrong('secret', { from: index, to: index + text.length });
    mask.blank(index, text.length);
  }
  for (const { 0: text, index } of [...mask.text.matchAll(PHONE)]) {
    const digits = text.replace(/\D/g, '').replace(/^00/, '');
    const marked = /^\+|^00|^\(/.test(text);
    if (digits.length < (marked ? 8 : 9) || (!marked && !/[\s./-]/.test(text)) || /^\d{4}-\d\d-\d\d/.test(text))
      continue;
    if (/^\d{1,3}(?:[.,\s]\d{3})+$/.test(text) || facts.find('code', digits).length > 0) continue;
    const found = [digits, `0${digits}`, digits.replace(/^0/, '')].flatMap((key) => facts.find('phone', key))[0];
    const span = { from: index, to: index + text.length };
    if (found) check.prove(span, 'phone', found.source);
    else check.wrong('phone', span);
    mask.blank(index, text.length);
  }
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum > 0 && sum % 10 === 0;
}
