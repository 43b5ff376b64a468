import type { AddressKind } from '@satchel/contracts';

export interface Address {
  kind: AddressKind;
  value: string;
}

const EMAIL_MAX = 320;
const OPAQUE_MAX = 200;
/** E.164 allows 15 digits; short codes of shops and carriers begin at three. */
const PHONE_DIGITS = { min: 3, max: 15 };

/** The one spelling under which an address is stored and looked for, or null when it is no address of its kind. */
export function normaliseAddress(kind: AddressKind, value: string): string | null {
  switch (kind) {
    case 'email':
      return normaliseEmail(value);
    case 'phone':
      return normalisePhone(value);
    case 'visitor':
      return normaliseOpaque(value);
    case 'account':
      return /^[a-z]+:./.test(value.trim()) ? normaliseOpaque(value) : null;
  }
}

/** Letters of the part before the @ may differ by RFC 5321; no mailbox that people use does. */
function normaliseEmail(value: string): string | null {
  const email = value
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .trim()
    .toLowerCase();
  const at = email.lastIndexOf('@');
  const plausible = at > 0 && at < email.length - 1 && email.length <= EMAIL_MAX && !/[\s<>]/.test(email.slice(at));
  return plausible && !hasControlCharacter(email) ? email : null;
}

/** "+49 (0)30 1234-56" and "0049 30 123456" are the same number. Without a country code the digits stand alone. */
function normalisePhone(value: string): string | null {
  const bare = value
    .trim()
    .replace(/^(tel|sms|whatsapp):/i, '')
    .trim();
  const international = /^(\+|00)/.test(bare);
  const digits = (international ? bare.replace(/^00/, '').replace('(0)', '') : bare).replace(/\D/g, '');
  if (/[a-z@]/i.test(bare) || digits.length < PHONE_DIGITS.min || digits.length > PHONE_DIGITS.max) return null;
  return international ? `+${digits}` : digits;
}

function normaliseOpaque(value: string): string | null {
  const id = value.trim();
  return id.length > 0 && id.length <= OPAQUE_MAX && !hasControlCharacter(id) ? id : null;
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
