import { Injectable } from '@nestjs/common';
import { ConnectionService } from '@satchel/connectors';
import type { ConnectionSyncBody, MirrorResource, SyncBody } from '@satchel/contracts';
import { type Ctx, Jobs } from '@satchel/kernel';
import { Mirror } from '../mirror/mirror.service';
import { OVERLAP_MS } from './sync-run';
import { syncJob } from './sync.job';
import { SyncQueries, type SyncRow } from './sync.queries';

@Injectable()
export class SyncService {
  constructor(
    private readonly connections: ConnectionService,
    private readonly mirror: Mirror,
    private readonly queries: SyncQueries,
    private readonly jobs: Jobs,
  ) {}

  async read(ctx: Ctx, connectionId: string): Promise<ConnectionSyncBody> {
    await this.connections.get(ctx, connectionId);
    return { connectionId, resources: (await this.queries.list(ctx, connectionId)).map(bodyOf) };
  }

  /** Puts one kind of record in line, or all that the shop can be walked over for. */
  async start(ctx: Ctx, connectionId: string, wish: { resource?: MirrorResource; full?: boolean } = {}): Promise<void> {
    const adapter = await this.connections.adapter(ctx, connectionId, 'commerce');
    const resources = this.mirror
      .resourcesOf(adapter)
      .filter((resource) => wish.resource === undefined || resource === wish.resource);
    await ctx.transaction(async (tx) => {
      for (const resource of resources) {
        await this.queries.restart(tx, connectionId, resource, wish.full ?? false, OVERLAP_MS);
        await this.enqueue(tx, connectionId, resource);
      }
    });
  }

  /** A run that stood still (its shop was switched off, its key was refused) goes on where it was. */
  async goOn(ctx: Ctx, connectionId: string): Promise<void> {
    const rows = await this.queries.list(ctx, connectionId);
    for (const { resource } of rows) await this.enqueue(ctx, connectionId, resource);
    await this.beginMissing(ctx, connectionId, (resource) => rows.some((row) => row.resource === resource));
  }

  /** Walks over what nobody began to walk over: a shop just connected, or records that its connector learned to read. */
  async beginMissing(ctx: Ctx, connectionId: string, begun: (resource: MirrorResource) => boolean): Promise<void> {
    const adapter = await this.connections.adapter(ctx, connectionId, 'commerce');
    for (const resource of this.mirror.resourcesOf(adapter))
      if (!begun(resource)) await this.start(ctx, connectionId, { resource, full: true });
  }

  enqueue(ctx: Ctx, connectionId: string, resource: MirrorResource, workspaceId = ctx.workspaceId): Promise<void> {
    return this.jobs.enqueue(
      ctx,
      syncJob,
      { connectionId, resource },
      { key: `${connectionId}:${resource}`, workspaceId },
    );
  }
}

function bodyOf(row: SyncRow): SyncBody {
  const { resource, state, done, total, rate, lastError, lastErrorAt } = row;
  const left = total === null ? null : Math.max(0, total - done);
  return {
    resource,
    state,
    since: iso(row.since),
    done,
    total,
    rate: rate === null ? null : Math.round(rate),
    etaSeconds: state === 'running' && left !== null && rate ? Math.ceil((left / rate) * 60) : null,
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    nextAt: iso(row.nextAt),
    lastError: lastError !== null && lastErrorAt ? { message: lastError, at: lastErrorAt.toISOString() } : null,
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
