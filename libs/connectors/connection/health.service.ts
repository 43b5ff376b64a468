import type { ConnectionHealth, EventMap } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, EventLog } from '@satchel/kernel';
import { ConnectionQueries } from './connection.queries';

/** How a connection does: stored each time, told only when it changed. */
@Injectable()
export class HealthService {
  constructor(
    private readonly queries: ConnectionQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** `error` null: it works. */
  async report(ctx: Ctx, connectionId: string, error: unknown): Promise<ConnectionHealth> {
    const health: ConnectionHealth = {
      state: error === null ? 'ok' : 'failing',
      message: error === null ? null : messageOf(error),
      checkedAt: this.clock.now().toISOString(),
    };
    await ctx.transaction(async (tx) => {
      const { changed } = await this.queries.saveHealth(tx, connectionId, health);
      if (!changed) return;
      const payload = { connectionId, state: health.state, message: health.message };
      await this.events.append<EventMap, 'connection.health_changed'>(tx, 'connection.health_changed', payload);
    });
    return health;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
