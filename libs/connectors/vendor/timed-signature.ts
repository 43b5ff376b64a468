import { createHmac, timingSafeEqual } from 'node:crypto';

/** Longer ago, a call may be an old one that somebody sends again. */
export const SIGNATURE_TOLERANCE_S = 300;

/**
 * Whether a header "t=<unix seconds>,v1=<hex>[,v1=<hex>]" signs `<t>.<body>` by HMAC-SHA256. Several signatures stand there
 * while a secret is being changed; one that fits is enough. Null: it does; else why not.
 */
export function timedSignatureProblem(
  header: string | undefined,
  body: Buffer,
  secret: string,
  now: Date,
  toleranceS = SIGNATURE_TOLERANCE_S,
): string | null {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  const given = parts.filter(([name]) => name === 'v1').map(([, value = '']) => value);
  if (!/^\d{1,12}$/.test(time) || given.length === 0) return 'The call is not signed.';
  const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  const fits = given.map((hex) => Buffer.from(hex, 'hex')).some((one) => sameBytes(one, right));
  if (!fits) return 'The signature is wrong: the signing secret of this connection is not the one that signed.';
  const age = Math.abs(now.getTime() / 1000 - Number(time));
  return age > toleranceS ? 'The signature is too old, or one of the two clocks is wrong.' : null;
}

const sameBytes = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
