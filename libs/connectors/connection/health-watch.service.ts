import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Config, Database, Log, SYSTEM } from '@satchel/kernel';
import type { ChannelAdapter } from '../port';
import { Adapters } from './adapters.service';
import { ConnectionQueries, type ConnectionRow } from './connection.queries';
import { HealthService } from './health.service';

const LOOK_EVERY_MS = 30_000;
/** A mailbox that was not read for this long is one that nobody reads. */
const SILENT_MS = 10 * 60_000;
/** After a start the listeners get this long for a first look before anybody is told. */
const GRACE_MS = 2 * 60_000;

/** Notices what fails without an error: a listener that hangs, a credential that runs out. Every worker looks; one tells. */
@Injectable()
export class HealthWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private readonly startedAt: number;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly queries: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly health: HealthService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.startedAt = clock.now().getTime();
  }

  onApplicationBootstrap(): void {
    if (!this.config.runsJobs) return;
    this.timer = setInterval(() => {
      this.looking = this.look().catch((error: unknown) =>
        this.log.warn({ err: error }, 'cannot look after the connections; will try again'),
      );
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  async look(): Promise<void> {
    const now = this.clock.now().getTime();
    const house = this.database.system();
    if (now - this.startedAt >= GRACE_MS) {
      for (const row of await this.queries.silentSince(house, new Date(now - SILENT_MS))) await this.tell(row);
    }
    for (const row of await this.queries.everyEnabledRow(house, 'channel')) {
      if (row.health.state === 'ok' && this.health.expiring(row))
        await this.health.report(this.database.ctx(row.workspaceId, SYSTEM), row.id, null);
    }
  }

  private async tell(row: ConnectionRow): Promise<void> {
    // Null: its settings cannot be used, which the listeners said already; it is silent all the same.
    const adapter = this.channelOf(row);
    if (adapter && !adapter.listen) return;
    const because = row.health.state === 'failing' && row.health.message ? `: ${row.health.message}` : '.';
    const reason = `Nothing could be fetched for ${SILENT_MS / 60_000} minutes${because}`;
    await this.health.alarm(this.database.ctx(row.workspaceId, SYSTEM), row, reason);
    this.log.error({ connectionId: row.id, reason }, 'a connection is silent');
  }

  private channelOf(row: ConnectionRow): ChannelAdapter | null {
    try {
      return this.adapters.of(row) as ChannelAdapter;
    } catch {
      return null;
    }
  }
}
