import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { TooMany } from './rate-limits';

/** Says in the header as well when to come again. */
@Injectable()
export class RetryAfter implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (error instanceof TooMany)
          context.switchToHttp().getResponse<FastifyReply>().header('retry-after', error.retryAfterS);
        throw error;
      }),
    );
  }
}
