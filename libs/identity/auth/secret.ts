import { createHash, randomBytes, randomInt } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const API_KEY_LENGTH = 40; // 40 base62 characters carry 238 bits
const SESSION_BYTES = 32;
/** `sk_` and seven characters: enough to tell keys apart, far too little to guess the rest. */
const SHOWN_PREFIX_LENGTH = 10;

export function newSessionToken(): string {
  return randomBytes(SESSION_BYTES).toString('base64url');
}

export function newApiKey(): { key: string; prefix: string } {
  const secret = Array.from({ length: API_KEY_LENGTH }, () => BASE62.charAt(randomInt(BASE62.length))).join('');
  const key = `sk_${secret}`;
  return { key, prefix: key.slice(0, SHOWN_PREFIX_LENGTH) };
}

/** Tokens and keys carry full entropy, so one round of SHA-256 is enough at rest (a password's hash must be slow). */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
