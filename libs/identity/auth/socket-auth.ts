import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { AppError, Config, Database } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { Authenticator } from './authenticator';
import { isSameOrigin } from './same-origin';

/** The same credentials at a socket's handshake. */
@Injectable()
export class SocketAuth {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /**
   * The caller's `Ctx`, or null for a stranger. A browser's socket is not held back by the same-origin policy, so one
   * that comes with a cookie from another site's page is a stranger too.
   */
  async authenticateSocket(headers: IncomingHttpHeaders): Promise<Ctx | null> {
    try {
      const { by, workspaceId, actor } = await this.authenticator.authenticate(headers);
      const fromBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
      if (by === 'cookie' && fromBrowser && !isSameOrigin(headers, this.config.publicUrl)) return null;
      return this.database.ctx(workspaceId, actor);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}
