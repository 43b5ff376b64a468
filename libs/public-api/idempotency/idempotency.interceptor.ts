import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { AppError, Clock, OWN_KEYS_METADATA, Secrets } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { forgetAnswers, storeAnswer, storedAnswer, takeKey } from './idempotency.queries';

type Request = FastifyRequest & { ctx?: Ctx };

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const KEY_MAX = 255;
const KEPT_MS = 24 * 60 * 60_000;
/** How often one process clears a workspace's answers that are too old to be given again. */
const SWEEP_MS = 60 * 60_000;

/**
 * A write with an `Idempotency-Key` is carried out once. The write and its answer are one transaction: after a crash
 * either both are there or neither is, and the key is free again. Whatever throws leaves nothing stored.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly swept = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const key = keyOf(request);
    const { ctx } = request;
    if (key === null || !ctx || keepsOwnKeys(context)) return next.handle();

    const reply = context.switchToHttp().getResponse<FastifyReply>();
    await this.sweep(ctx);
    try {
      return of(await ctx.transaction((tx) => this.once(tx, key, request, reply, next)));
    } finally {
      request.ctx = ctx;
    }
  }

  private async once(tx: Ctx, key: string, request: Request, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    if (!(await takeKey(tx, key))) {
      reply.header('retry-after', 1);
      throw stillRunning();
    }
    const requestHash = this.secrets.sign(
      'idempotency',
      `${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`,
    );
    const stored = await storedAnswer(tx, key, new Date(this.clock.now().getTime() - KEPT_MS));
    if (stored) {
      if (stored.requestHash !== requestHash) throw otherRequest();
      reply.status(stored.status).header('idempotency-replayed', 'true');
      return stored.body === null
        ? undefined
        : JSON.parse(this.secrets.open(Buffer.from(stored.body, 'base64')).toString());
    }
    request.ctx = tx;
    const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    if (reply.statusCode >= 500) return answer;
    const text = JSON.stringify(answer) as string | undefined;
    const body = text === undefined ? null : this.secrets.seal(text).toString('base64');
    await storeAnswer(tx, key, { requestHash, status: reply.statusCode, body }, this.clock.now());
    return answer;
  }

  private async sweep(ctx: Ctx): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - (this.swept.get(ctx.workspaceId) ?? 0) < SWEEP_MS) return;
    this.swept.set(ctx.workspaceId, now);
    await forgetAnswers(ctx, new Date(now - KEPT_MS));
  }
}

const keepsOwnKeys = (context: ExecutionContext): boolean =>
  [context.getHandler(), context.getClass()].some((at) => Reflect.getMetadata(OWN_KEYS_METADATA, at) === true);

/** The key of a write that can be compared. An upload's bytes are read by its own route, so its key is passed over. */
function keyOf({ method, headers }: Request): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined || !WRITES.has(method) || headers['content-type']?.startsWith('multipart/')) return null;
  if (typeof key !== 'string' || key.length === 0 || key.length > KEY_MAX) {
    throw new AppError('bad_idempotency_key', 400, `Send one Idempotency-Key of 1 to ${KEY_MAX} characters.`);
  }
  return key;
}

const stillRunning = (): AppError =>
  new AppError(
    'idempotency_in_flight',
    409,
    'The first request with this Idempotency-Key is still running. Send it again in a moment.',
    {
      retryable: true,
    },
  );

const otherRequest = (): AppError =>
  new AppError(
    'idempotency_key_reused',
    409,
    'This Idempotency-Key was used for a different request. Use a new key for every new write.',
  );
