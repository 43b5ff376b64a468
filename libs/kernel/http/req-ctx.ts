import type { CustomDecorator, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, SetMetadata } from '@nestjs/common';

/** Metadata keys that the guard reads; the decorators below are the only writers. */
export const ROLE_METADATA = 'satchel:role';
export const PUBLIC_METADATA = 'satchel:public';
export const OWN_KEYS_METADATA = 'satchel:own-keys';

/** The request's `Ctx`, put there by the guard: who asks, in which workspace. */
export const ReqCtx = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<{ ctx?: unknown }>().ctx,
);

/** The least role that may call this route (agent < lead < admin < owner). */
export const RequireRole = (role: 'agent' | 'lead' | 'admin' | 'owner'): CustomDecorator =>
  SetMetadata(ROLE_METADATA, role);

/** Open to callers who are not signed in; `ReqCtx` is undefined there unless they are. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_METADATA, true);

/**
 * The route itself carries a write with an `Idempotency-Key` out once: it commits before it calls outside systems, so it
 * cannot be one transaction with its answer.
 */
export const KeepsOwnKeys = (): CustomDecorator => SetMetadata(OWN_KEYS_METADATA, true);
