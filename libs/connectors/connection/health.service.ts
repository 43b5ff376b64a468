import type { ConnectionHealth, EventMap } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, EventLog } from '@satchel/kernel';
import type { ChannelAdapter } from '../port';
import { Adapters } from './adapters.service';
import { ConnectionQueries, type ConnectionRow } from './connection.queries';

/** Long enough before the end of a credential for somebody to read it after a weekend. */
const EXPIRING_MS = 3 * 24 * 60 * 60_000;

/** How a connection does: stored each time, told only when it changed. */
@Injectable()
export class HealthService {
  constructor(
    private readonly queries: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** `error` null: it works. */
  async report(ctx: Ctx, connectionId: string, error: unknown): Promise<ConnectionHealth> {
    const now = this.clock.now();
    const row = error === null ? await this.queries.row(ctx, connectionId) : null;
    const expiring = row && this.expiring(row);
    // It works, and hears of changes late: its vendor does not call.
    const problem = error === null ? (row?.hookProblem ?? null) : messageOf(error);
    const health: ConnectionHealth = {
      state: problem !== null ? 'failing' : expiring ? 'expiring' : 'ok',
      message: problem ?? expiring,
      checkedAt: now.toISOString(),
    };
    await ctx.transaction(async (tx) => {
      const { changed } = await this.queries.saveHealth(tx, connectionId, health);
      if (!changed) return;
      const payload = { connectionId, state: health.state, message: health.message };
      await this.events.append<EventMap, 'connection.health_changed'>(tx, 'connection.health_changed', payload);
    });
    return health;
  }

  /** Its listener had a good look at the source, or it answered a question: an alarm is over. */
  async alive(ctx: Ctx, connectionId: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      const { clearedLabel } = await this.queries.saveListened(tx, connectionId, this.clock.now());
      await this.report(tx, connectionId, null);
      if (clearedLabel === null) return;
      const payload = { connectionId, label: clearedLabel };
      await this.events.append<EventMap, 'connection.alarm_cleared'>(tx, 'connection.alarm_cleared', payload);
    });
  }

  /** Tells people once that a connection is silent or refuses us, until its next good look. */
  async alarm(ctx: Ctx, row: ConnectionRow, reason: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      if (!(await this.queries.raiseAlarm(tx, row.id, this.clock.now()))) return;
      await this.report(tx, row.id, new Error(reason));
      const payload = { connectionId: row.id, label: row.label, reason };
      await this.events.append<EventMap, 'connection.alarm_raised'>(tx, 'connection.alarm_raised', payload);
    });
  }

  /** What to say about credentials that are about to end; null: nothing. */
  expiring(row: ConnectionRow): string | null {
    const at = this.expiryOf(row);
    if (!at || at.getTime() - this.clock.now().getTime() > EXPIRING_MS) return null;
    return `Its credentials end on ${at.toISOString().slice(0, 10)}: connect it again before that day.`;
  }

  private expiryOf(row: ConnectionRow): Date | null {
    if (row.kind !== 'channel') return null;
    try {
      return (this.adapters.of(row) as ChannelAdapter).expiresAt?.() ?? null;
    } catch {
      return null;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
