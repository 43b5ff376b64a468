import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../ids/ids';
import { Log } from '../log/log';
import { inRequest, type RequestScope } from '../log/request-scope';

/** An id that a proxy in front of us gave; anything longer or stranger is replaced. */
const GIVEN_ID = /^[\w.-]{8,64}$/;
const QUIET = ['/livez', '/readyz', '/metrics'];

type Scoped = FastifyRequest & { satchelScope?: RequestScope };

/** Gives each request its id: in the log lines it causes, in the answer's x-request-id, in its jobs and events. */
@Injectable()
export class RequestHooks implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Log) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    // Other adapters (none in a worker or in a room's test) have no hooks of this kind.
    const adapter = this.host.httpAdapter as { getType?: () => string; getInstance: () => FastifyInstance } | undefined;
    if (adapter?.getType?.() !== 'fastify') return;
    const fastify = adapter.getInstance();
    fastify.addHook('onRequest', (request: Scoped, reply, done) => {
      const given = request.headers['x-request-id'];
      request.id = typeof given === 'string' && GIVEN_ID.test(given) ? given : newId();
      request.satchelScope = { requestId: request.id };
      reply.header('x-request-id', request.id);
      inRequest(request.satchelScope, done);
    });
    // Reading the body loses the scope: its events belong to the socket.
    fastify.addHook('preValidation', (request: Scoped, _reply, done) => {
      if (request.satchelScope) inRequest(request.satchelScope, done);
      else done();
    });
    fastify.addHook('onResponse', (request, reply, done) => {
      this.note(request, reply);
      done();
    });
  }

  private note(request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.split('?')[0] ?? '';
    if (QUIET.includes(path)) return;
    const fields = {
      requestId: request.id,
      method: request.method,
      path,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) this.log.warn(fields, 'answered');
    else this.log.debug(fields, 'answered');
  }
}
