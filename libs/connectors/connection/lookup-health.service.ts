import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, Log } from '@satchel/kernel';
import { ConnectorError } from '../port';
import { ConnectionQueries } from './connection.queries';
import { HealthService } from './health.service';

/** One lost answer says nothing about a system. */
const FAILURES_TO_TELL = 3;
/** Look-ups come many a second; their outcome is written down at most so often. */
const TELL_EVERY_MS = 30_000;

/**
 * How the systems do that are asked and not listened to: told by the questions that people and the AI ask anyway.
 * A refused key is told at once, by an alarm; silence after a few questions in a row; the next good answer ends both.
 */
@Injectable()
export class LookupHealth {
  private readonly failures = new Map<string, { count: number; toldAt: number }>();
  private readonly workedAt = new Map<string, number>();

  constructor(
    private readonly health: HealthService,
    private readonly queries: ConnectionQueries,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async failed(ctx: Ctx, connectionId: string, error: unknown): Promise<void> {
    const code = error instanceof ConnectorError ? error.code : 'unavailable';
    // They say something about the question, or about how often we ask.
    if (code === 'rate_limited' || code === 'not_found' || code === 'rejected') return;
    const before = this.failures.get(connectionId) ?? { count: 0, toldAt: -Infinity };
    const now = this.clock.now().getTime();
    const count = before.count + 1;
    const due = (code === 'auth' || count >= FAILURES_TO_TELL) && now - before.toldAt >= TELL_EVERY_MS;
    this.failures.set(connectionId, { count, toldAt: due ? now : before.toldAt });
    this.workedAt.delete(connectionId);
    if (due) await this.quietly(connectionId, () => this.tell(ctx, connectionId, code, error));
  }

  async worked(ctx: Ctx, connectionId: string): Promise<void> {
    const wasTold = (this.failures.get(connectionId)?.toldAt ?? -Infinity) > -Infinity;
    this.failures.delete(connectionId);
    const now = this.clock.now().getTime();
    if (!wasTold && now - (this.workedAt.get(connectionId) ?? -Infinity) < TELL_EVERY_MS) return;
    this.workedAt.set(connectionId, now);
    await this.quietly(connectionId, async () => {
      const row = await this.queries.row(ctx, connectionId);
      // Whoever else found it failing (another node, a check) is answered, too.
      if (wasTold || (row?.health.state === 'failing' && row.hookProblem === null))
        await this.health.alive(ctx, connectionId);
    });
  }

  private async tell(ctx: Ctx, connectionId: string, code: string, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const row = code === 'auth' ? await this.queries.row(ctx, connectionId) : null;
    if (row) await this.health.alarm(ctx, row, message);
    else
      await this.health.report(
        ctx,
        connectionId,
        new Error(`${message} (${FAILURES_TO_TELL} times and more in a row)`),
      );
  }

  /** Whoever asked a question waits for its answer, not for this. */
  private async quietly(connectionId: string, work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) =>
      this.log.warn({ connectionId, err: error }, 'cannot note how a connection does'),
    );
  }
}
