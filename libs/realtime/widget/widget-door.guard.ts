import { AppError, Config } from '@satchel/kernel';
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type WidgetDoor, WidgetDoors } from './widget-door.service';

/** What a request at a chat's door carries. */
export interface AtDoor extends WidgetDoor {
  ip: string;
  /** Where the visitor's browser reaches this house, for links to files. */
  baseUrl: string;
  /** The session's token, when one was shown. */
  token: string | null;
}

type Request = FastifyRequest & { door?: AtDoor };

/** For how long a browser remembers that it may ask. */
const PREFLIGHT_S = 600;

export const Door = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<Request>().door,
);

/** Finds the chat of `:key` and lets the pages of its sites in (CORS); no cookie is ever asked for or set. */
@Injectable()
export class WidgetDoorGuard implements CanActivate {
  constructor(
    private readonly doors: WidgetDoors,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('vary', 'Origin');
    const door = await this.doors.open((request.params as { key?: unknown }).key);
    if (!door) throw new AppError('unknown_chat', 404, 'There is no such chat, or it is switched off.');
    const { origin } = request.headers;
    if (origin !== undefined) {
      if (!mayUse(door, origin, this.config)) throw originRefused(origin);
      reply
        .header('access-control-allow-origin', origin)
        .header('access-control-expose-headers', 'retry-after')
        .header('cross-origin-resource-policy', 'cross-origin');
      if (request.method === 'OPTIONS') {
        reply
          .header('access-control-allow-methods', 'GET, POST, DELETE')
          .header('access-control-allow-headers', 'authorization, content-type')
          .header('access-control-max-age', PREFLIGHT_S);
      }
    }
    request.door = { ...door, ip: request.ip, baseUrl: baseOf(request, this.config), token: bearerOf(request) };
    return true;
  }
}

/** The house's own pages may show every chat: the settings page has a preview. */
export function mayUse({ widget }: WidgetDoor, origin: string, { publicUrl }: Config): boolean {
  return widget.allows(origin) || origin === new URL(publicUrl).origin;
}

function originRefused(origin: string): AppError {
  return new AppError('origin_not_allowed', 403, `This chat is not set up for pages of ${origin.slice(0, 200)}.`);
}

function baseOf(request: FastifyRequest, { publicUrlGiven, publicUrl }: Config): string {
  return publicUrlGiven ? publicUrl : `${request.protocol}://${request.host}`;
}

function bearerOf({ headers: { authorization } }: FastifyRequest): string | null {
  return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}
