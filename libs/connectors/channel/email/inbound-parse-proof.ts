import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { HookRequest } from '../../port';
import type { FormFields } from './inbound-parse-form';

/** Providers call again for hours when we were away; an older signature is somebody else's find. */
const MAX_AGE_MS = 12 * 60 * 60_000;

/** Each answers null when the call is genuine, else why not. */
export type Proof = (request: HookRequest, form: FormFields) => string | null;

/** `secret` is "user:password", or the password alone whatever the user. */
export function basicAuth(secret: string): Proof {
  return ({ headers }) => {
    const given = /^basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!given) return 'The call carries no password: put user and password into the web hook address.';
    const pair = Buffer.from(given, 'base64').toString('utf8');
    const isSame = secret.includes(':') ? same(pair, secret) : same(pair.slice(pair.indexOf(':') + 1), secret);
    return isSame ? null : 'The password of the call is not the one in the settings (parseSecret).';
  };
}

/** HMAC-SHA256 of the body in hex, as `X-Signature` or `X-Satchel-Signature`, with or without "sha256=". */
export function bodySignature(secret: string): Proof {
  return ({ headers, body }) => {
    const given = (headers['x-satchel-signature'] ?? headers['x-signature'] ?? '').replace(/^sha256=/i, '');
    const good = createHmac('sha256', secret).update(body).digest('hex');
    return same(given.toLowerCase(), good)
      ? null
      : 'The signature of the call is not made with our secret (parseSecret).';
  };
}

/** HMAC of `timestamp` and `token` (documentation.mailgun.com, securing webhooks). It does not cover the mail itself. */
export function mailgunSignature(secret: string, now: () => Date): Proof {
  return (_, form) => {
    const [timestamp, token, signature] = ['timestamp', 'token', 'signature'].map((it) => textOf(form, it));
    const good = createHmac('sha256', secret).update(`${timestamp}${token}`).digest('hex');
    if (!timestamp || !token || !same(signature ?? '', good))
      return 'The signature of the call is not made with our signing key (parseSecret).';
    return Math.abs(now().getTime() - Number(timestamp) * 1000) <= MAX_AGE_MS ? null : 'The call is too old.';
  };
}

/** ECDSA over timestamp and body (Twilio SendGrid, security policy of the parse web hook). */
export function sendgridSignature(key: KeyObject, now: () => Date): Proof {
  return ({ headers, body }) => {
    const timestamp = headers['x-twilio-email-event-webhook-timestamp'] ?? '';
    const signature = Buffer.from(headers['x-twilio-email-event-webhook-signature'] ?? '', 'base64');
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    if (!verify('sha256', signed, key, signature)) return 'The signature of the call is not SendGrid’s (parseSecret).';
    return Math.abs(now().getTime() - Number(timestamp) * 1000) <= MAX_AGE_MS ? null : 'The call is too old.';
  };
}

/** A verification key as SendGrid shows it (base64 of DER); null: it is a password. */
export function publicKeyOf(secret: string): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

export const textOf = (form: FormFields, name: string): string | null => form.get(name)?.toString('utf8') ?? null;

function same(given: string, good: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(good)];
  return a.length === b.length && timingSafeEqual(a, b);
}
