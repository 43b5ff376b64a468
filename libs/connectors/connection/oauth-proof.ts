import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits (RFC 7636, 4.1): kept here, while the browser carries the challenge alone. */
export const newVerifier = (): string => randomBytes(32).toString('base64url');

/** RFC 7636, 4.2: S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

type Sign = (purpose: string, text: string) => string;

const PURPOSE = 'oauth.state';
const STATE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{64})$/;

/** What the vendor hands back unread: which sign-in it is, signed. */
export const stateOf = (sign: Sign, id: string): string => `${id}.${sign(PURPOSE, id)}`;

/** The sign-in's id; null: not a state of ours. */
export function readState(sign: Sign, state: unknown): string | null {
  const [, id, signature] = (typeof state === 'string' && STATE.exec(state)) || [];
  if (!id || !signature) return null;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(PURPOSE, id))) ? id : null;
}

/** A person's session as a sign-in remembers it: not the token itself. */
export const sessionMark = (sign: Sign, token: string): string => sign('oauth.session', token);

/** The browser's session, by the cookie that signs it in here; null: none came along. */
export function sessionOf(cookies: string | undefined): string | null {
  return /(?:^|;)\s*satchel_session=([^;\s]+)/.exec(cookies ?? '')?.[1] ?? null;
}
