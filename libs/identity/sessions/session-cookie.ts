import { SESSION_DAYS } from './session.service';

export const SESSION_COOKIE = 'satchel_session';

const DAY_SECONDS = 24 * 60 * 60;

/** The `Set-Cookie` value that signs a browser in. The token is base64url, so it needs no escaping. */
export function sessionCookie(token: string, publicUrl: string): string {
  return `${SESSION_COOKIE}=${token}; Max-Age=${SESSION_DAYS * DAY_SECONDS}${attributes(publicUrl)}`;
}

export function clearedSessionCookie(publicUrl: string): string {
  return `${SESSION_COOKIE}=; Max-Age=0${attributes(publicUrl)}`;
}

/** The session's token in a `Cookie` header, or null. */
export function readSessionCookie(header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals).trim() === SESSION_COOKIE) return pair.slice(equals + 1).trim() || null;
  }
  return null;
}

function attributes(publicUrl: string): string {
  return `; Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;
}
