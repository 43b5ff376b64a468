import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ApiKeyService } from '../api-keys/api-key.service';
import { badAuthorization, sessionEnded, unauthenticated, unknownKey } from '../identity.errors';
import { readSessionCookie } from '../sessions/session-cookie';
import { SessionService } from '../sessions/session.service';
import type { Identity } from './credential-cache';

export interface Authenticated extends Identity {
  /** A cookie is sent by the browser on its own, so its writes must also show where they come from. */
  by: 'cookie' | 'key';
}

/** Reads the one credential that a request carries. An API key wins over a cookie. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: SessionService,
    private readonly apiKeys: ApiKeyService,
  ) {}

  /** Throws the 401 that says what is wrong with the credential. */
  async authenticate(headers: IncomingHttpHeaders): Promise<Authenticated> {
    if (headers.authorization !== undefined) return this.byKey(headers.authorization);
    const token = readSessionCookie(headers.cookie);
    if (token === null) throw unauthenticated();
    const identity = await this.sessions.resolve(token);
    if (!identity) throw sessionEnded();
    return { ...identity, by: 'cookie' };
  }

  private async byKey(authorization: string): Promise<Authenticated> {
    const key = /^Bearer +(sk_[0-9A-Za-z]+)$/i.exec(authorization.trim())?.[1];
    if (!key) throw badAuthorization();
    const identity = await this.apiKeys.resolve(key);
    if (!identity) throw unknownKey();
    return { ...identity, by: 'key' };
  }
}
