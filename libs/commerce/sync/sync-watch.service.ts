import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ConnectionService } from '@satchel/connectors';
import type { EventMap } from '@satchel/contracts';
import { Clock, Config, type Ctx, Database, Log, type LoggedEvent, OnEvent, SYSTEM } from '@satchel/kernel';
import { SyncQueries } from './sync.queries';
import { SyncService } from './sync.service';

const LOOK_EVERY_MS = 60_000;
/** A slice takes seconds; whatever shows no sign for this long lost its job. */
const FORGOTTEN_MS = 2 * 60_000;

/** Starts the walk over a shop when it is connected, and takes up again what stands still. */
@Injectable()
export class SyncWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly connections: ConnectionService,
    private readonly queries: SyncQueries,
    private readonly syncs: SyncService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runsJobs) return;
    this.timer = setInterval(() => {
      this.looking = this.look().catch((error: unknown) =>
        this.log.warn({ err: error }, 'cannot look after the walks over the shops; will try again'),
      );
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  @OnEvent({ name: 'commerce.connected', types: ['connection.created', 'connection.changed'] })
  async connected(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { connectionId, kind } = event.payload as EventMap['connection.created'];
    if (kind !== 'commerce') return;
    const connection = (await this.connections.list(ctx, 'commerce')).find(({ id }) => id === connectionId);
    if (connection?.enabled) await this.syncs.goOn(ctx, connectionId);
  }

  async look(): Promise<void> {
    const house = this.database.system();
    const shops = await this.connections.everyEnabled(house, 'commerce');
    const begun = await this.queries.begun(
      house,
      shops.map(({ id }) => id),
    );
    for (const { id, workspaceId } of shops) {
      const ctx = this.database.ctx(workspaceId, SYSTEM);
      await this.syncs
        .beginMissing(ctx, id, (resource) => begun.has(`${id}:${resource}`))
        .catch((error: unknown) => this.log.warn({ connectionId: id, err: error }, 'a shop cannot be walked over'));
    }
    const enabled = new Set(shops.map(({ id }) => id));
    const before = new Date(this.clock.now().getTime() - FORGOTTEN_MS);
    for (const { workspaceId, connectionId, resource } of await this.queries.forgotten(house, before)) {
      if (enabled.has(connectionId))
        await this.syncs.enqueue(this.database.ctx(workspaceId, SYSTEM), connectionId, resource);
    }
  }
}
