import type { AddressKind } from '@satchel/contracts';
import { normalisePhone, spellingsOf } from './phone';

export interface Address {
  kind: AddressKind;
  value: string;
}

const EMAIL_MAX = 320;
const OPAQUE_MAX = 200;

/**
 * The one spelling under which an address is stored and looked for, or null when it is no address of its kind.
 * `country` (ISO 3166, "DE") is where a phone number without a country code is dialled, if that is known.
 */
export function normaliseAddress(kind: AddressKind, value: string, country?: string): string | null {
  switch (kind) {
    case 'email':
      return normaliseEmail(value);
    case 'phone':
      return normalisePhone(value, country);
    case 'visitor':
      return normaliseOpaque(value);
    case 'account':
      return /^[a-z]+:./.test(value.trim()) ? normaliseOpaque(value) : null;
  }
}

/** What a normalised address may be stored as: phone numbers of some countries have two spellings. */
export function storedAs({ kind, value }: Address): string[] {
  return kind === 'phone' ? spellingsOf(value) : [value];
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

function normaliseOpaque(value: string): string | null {
  const id = value.trim();
  return id.length > 0 && id.length <= OPAQUE_MAX && !hasControlCharacter(id) ? id : null;
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
