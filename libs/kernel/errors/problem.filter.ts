import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { newId } from '../ids/ids';
import { Log } from '../log/log';
import { currentRequestId } from '../log/request-scope';
import { problemOf } from './problem';

/** The part of Fastify's reply that answers. */
interface Reply {
  sent: boolean;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

/** The one place where an error becomes an answer: `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Log) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<{ id?: unknown; method?: string; url?: string }>();
    const reply = host.switchToHttp().getResponse<Reply>();
    const requestId = currentRequestId() ?? (typeof request.id === 'string' ? request.id : newId());
    const problem = problemOf(error, requestId);
    if (problem.status >= 500) {
      // Without its query, which may hold a signature.
      const path = request.url?.split('?')[0];
      this.log.error({ err: error, requestId, method: request.method, path }, 'a request failed');
    }
    if (reply.sent) return;
    reply
      .status(problem.status)
      .header('x-request-id', requestId)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
