import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { AppError, Log } from '@satchel/kernel';
import type { FastifyReply } from 'fastify';
import type { SignInEnd } from './oauth.service';

/** The console's settings, which say how it ended. */
export function settingsPage({ outcome, connectionId }: SignInEnd): string {
  const query = new URLSearchParams({ signIn: outcome, ...(connectionId && { connection: connectionId }) });
  return `/settings?${query.toString()}`;
}

/** A person stands here, not a program: whatever goes wrong ends at a page that says so. */
@Catch()
export class BackToSettings implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const status = error instanceof AppError ? error.status : 500;
    const outcome = status === 401 ? 'not_signed_in' : status === 403 ? 'not_allowed' : 'failed';
    if (outcome === 'failed') this.log.error({ err: error }, 'a sign-in at a vendor failed');
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .status(303)
      .header('cache-control', 'no-store')
      .header('location', settingsPage({ outcome, connectionId: null }))
      .send();
  }
}
