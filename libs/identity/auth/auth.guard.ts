import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, Database, PUBLIC_METADATA, ROLE_METADATA } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { crossOrigin, roleNeeded } from '../identity.errors';
import { Authenticator } from './authenticator';
import { hasRole } from './roles';
import { isSameOrigin, isWrite } from './same-origin';

/** Global: every route needs a session or an API key unless it is `@Public()`. Puts the caller's `Ctx` on the request. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets show who they are once, when they connect.
    if (context.getType() !== 'http' || this.metadata<boolean>(context, PUBLIC_METADATA)) return true;

    const request = context.switchToHttp().getRequest<FastifyRequest & { ctx?: Ctx }>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { by, workspaceId, actor } = await this.authenticator
      .authenticate(request.headers)
      .catch((refusal: unknown) => {
        reply.header('www-authenticate', 'Bearer');
        throw refusal;
      });
    if (by === 'cookie' && isWrite(request.method) && !isSameOrigin(request.headers, this.config.publicUrl)) {
      throw crossOrigin();
    }
    const needed = this.metadata<string>(context, ROLE_METADATA);
    if (needed !== undefined && !hasRole(actor.role, needed)) throw roleNeeded(needed, actor.role);
    request.ctx = this.database.ctx(workspaceId, actor, request.id);
    return true;
  }

  private metadata<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
