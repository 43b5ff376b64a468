import { createPublicKey, type KeyObject } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type ChannelWidget, ConnectorError, type WidgetIdentity } from '../../port';

/** A token that lives longer is one that a shop forgot to renew, and a stolen one would work for too long. */
const LONGEST_S = 60 * 60;
/** Clocks of a shop and of this house may differ by so much. */
const LEEWAY_S = 60;
const MAX_TOKEN = 8_192;
const MAX_CLAIM = 320;

interface Keys {
  HS256?: Uint8Array;
  ES256?: KeyObject;
}

/**
 * Checks tokens (RFC 7519) by the keys that were configured. A key belongs to its algorithm, so a token that names
 * another algorithm, or none, is never held against it (RFC 8725, 3.1). Throws ConnectorError for an unusable key.
 */
export function identityCheck(
  given: { secret?: string; publicKey?: string },
  now: () => Date,
): ChannelWidget['identify'] {
  const keys: Keys = {
    ...(given.secret && { HS256: new TextEncoder().encode(given.secret) }),
    ...(given.publicKey && { ES256: p256Key(given.publicKey) }),
  };
  const algorithms = Object.keys(keys) as (keyof Keys)[];
  return async (token) => {
    if (algorithms.length === 0) return refused('this chat has no identity secret and no public key');
    if (token.length > MAX_TOKEN) return refused('it is too long');
    try {
      const { payload } = await jwtVerify(token, ({ alg }) => keyFor(keys, alg), {
        algorithms,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: LEEWAY_S,
        currentDate: now(),
      });
      return identityOf(payload, now());
    } catch (error) {
      if (error instanceof errors.JOSEError) return refused(error.message);
      throw error;
    }
  };
}

function keyFor(keys: Keys, alg: string): Uint8Array | KeyObject {
  const key = alg === 'HS256' ? keys.HS256 : alg === 'ES256' ? keys.ES256 : undefined;
  if (!key) throw new errors.JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  return key;
}

function identityOf(claims: JWTPayload, now: Date): Awaited<ReturnType<ChannelWidget['identify']>> {
  const sub = textOf(claims.sub);
  if (!sub) return refused('"sub" must be a text of 1 to 320 characters');
  if ((claims.exp ?? 0) * 1000 > now.getTime() + (LONGEST_S + LEEWAY_S) * 1000)
    return refused('"exp" may be at most one hour ahead');
  const identity: WidgetIdentity = {
    sub,
    jti: textOf(claims.jti),
    name: textOf(claims['name']),
    email: textOf(claims['email']),
    emailVerified: claims['email_verified'] !== false,
    phone: textOf(claims['phone']),
  };
  return { ok: true, identity };
}

function textOf(claim: unknown): string | null {
  const text = typeof claim === 'string' ? claim.trim() : '';
  return text !== '' && text.length <= MAX_CLAIM && !/\p{Cc}/u.test(text) ? text : null;
}

function p256Key(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Told below: no key at all and a key of another kind are the same mistake.
  }
  throw new ConnectorError('rejected', 'The identity public key must be the PEM of a P-256 key (ES256).');
}

const refused = (reason: string): { ok: false; reason: string } => ({
  ok: false,
  reason: `The identity token cannot be used: ${reason}.`,
});
