import { SetMetadata } from '@nestjs/common';

export const ON_EVENT = 'satchel:on-event';

export interface SubscriberOptions {
  /** Stable: it is part of the queue's task name, so a rename leaves jobs behind. */
  name: string;
  types: readonly string[];
}

/**
 * A durable subscriber, `method(ctx: Ctx, event: LoggedEvent)`: each event becomes one job of its own, retried alone.
 * The handler must be idempotent. `ctx` is bound to the event's workspace; the actor is the system.
 */
export function OnEvent(options: SubscriberOptions): MethodDecorator {
  return SetMetadata(ON_EVENT, options);
}
