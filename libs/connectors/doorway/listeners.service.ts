import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Database, Log, SYSTEM } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { ConnectionQueries, type ConnectionRow } from '../connection/connection.queries';
import { HealthService } from '../connection/health.service';
import { Ledger } from '../ledger/ledger.service';
import type { ChannelAdapter } from '../port';
import { ClusterLock } from './cluster-lock';
import { ListenerRun } from './listener-run';

/** How long a new, changed or removed connection takes to be noticed. */
const LOOK_EVERY_MS = 3_000;

/** Runs the listener of every connection that has one, on one worker of the cluster each. */
@Injectable()
export class Listeners implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly runs = new Map<string, ListenerRun>();
  /** Connections no adapter can be made of, with the version of their settings: said once, not at every look. */
  private readonly unusable = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly connections: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly health: HealthService,
    private readonly ledger: Ledger,
    private readonly lock: ClusterLock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runsJobs) this.lookAgain(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.looking;
    await Promise.all([...this.runs.keys()].map((id) => this.stop(id)));
    await this.lock.close();
  }

  private lookAgain(ms: number): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.looking = this.look()
        .catch((error: unknown) => this.log.warn({ err: error }, 'cannot look after the listeners; will try again'))
        .finally(() => this.lookAgain(LOOK_EVERY_MS));
    }, ms);
    this.timer.unref();
  }

  /** Brings what runs in line with what is configured. */
  private async look(): Promise<void> {
    const rows = new Map(
      (await this.connections.everyEnabledRow(this.database.system(), 'channel')).map((row) => [row.id, row]),
    );
    for (const [id, run] of this.runs) {
      if (rows.get(id)?.version !== run.version || !this.lock.holds(lockName(id))) await this.stop(id);
    }
    for (const row of rows.values()) {
      if (!this.closed && !this.runs.has(row.id)) await this.start(row);
    }
  }

  private async start(row: ConnectionRow): Promise<void> {
    const ctx = this.database.ctx(row.workspaceId, SYSTEM);
    let adapter: ChannelAdapter;
    try {
      adapter = this.adapters.of(row) as ChannelAdapter;
    } catch (error) {
      if (this.unusable.get(row.id) === row.version) return;
      this.unusable.set(row.id, row.version);
      await this.health.report(ctx, row.id, error);
      return;
    }
    const listen = adapter.listen?.bind(adapter);
    if (!listen || !(await this.lock.tryHold(lockName(row.id)))) return;
    const run = new ListenerRun(row.version, {
      listen,
      sink: {
        ...this.ledger.sink(row),
        loadCursor: () => this.connections.loadCursor(ctx, row.id),
        alive: () => this.health.alive(ctx, row.id),
        saveCursor: (cursor) => this.connections.saveCursor(ctx, row.id, cursor),
      },
      report: (error) => this.health.report(ctx, row.id, error),
      log: this.log.child({ connectionId: row.id, connector: row.connectorId }),
    });
    this.runs.set(row.id, run);
  }

  private async stop(id: string): Promise<void> {
    const run = this.runs.get(id);
    this.runs.delete(id);
    await run?.stop();
    await this.lock.release(lockName(id)).catch(() => undefined);
  }
}

const lockName = (connectionId: string): string => `connectors.listen:${connectionId}`;
