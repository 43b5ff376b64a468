import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HookAnswer, HookRequest } from '../../port';

/** Why a call is not believed: X-Hub-Signature-256 is HMAC-SHA256 of the bytes as they came, keyed with the app secret. */
export function signatureProblem(request: HookRequest, appSecret: string): string | null {
  const told = /^sha256=([0-9a-f]{64})$/i.exec(request.headers['x-hub-signature-256'] ?? '')?.[1];
  if (!told) return 'The call carries no X-Hub-Signature-256.';
  const expected = createHmac('sha256', appSecret).update(request.body).digest();
  return timingSafeEqual(expected, Buffer.from(told, 'hex'))
    ? null
    : 'The signature does not fit: the app secret is another one.';
}

/** Meta asks once, with the verify token that was typed on its page and here, and wants its challenge back. */
export function handshake(request: HookRequest, verifyToken: string): HookAnswer | null {
  const mode = request.query['hub.mode'];
  if (request.method !== 'GET' || mode === undefined) return null;
  const isOurs = mode === 'subscribe' && isSame(request.query['hub.verify_token'] ?? '', verifyToken);
  const contentType = 'text/plain; charset=utf-8';
  return isOurs
    ? { status: 200, contentType, body: request.query['hub.challenge'] ?? '' }
    : { status: 403, contentType, body: 'The verify token is another one.' };
}

/** A name for a part of a call that carries no id of its own. */
export function idOfBytes(raw: Buffer | string): string {
  return `call-${createHash('sha256').update(raw).digest('hex')}`;
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return other !== '' && timingSafeEqual(digest(one), digest(other));
}
