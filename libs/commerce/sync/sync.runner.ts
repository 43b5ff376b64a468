import { Injectable } from '@nestjs/common';
import { type CommerceAdapter, ClusterLock, ConnectionService, LookupHealth } from '@satchel/connectors';
import type { EventMap, MirrorResource } from '@satchel/contracts';
import { AppError, Clock, type Ctx, EventLog, JobHandler, type JobInfo, Jobs, Log } from '@satchel/kernel';
import { Mirror, type Walkable } from '../mirror/mirror.service';
import { after, failureOf, OVERLAP_MS, RECONCILE_EVERY_MS, slowDownMs } from './sync-run';
import { syncJob } from './sync.job';
import { SyncQueries, type SyncRow } from './sync.queries';

/** Other jobs get their turn between two slices; a slice that dies with its process costs one page. */
const SLICE_MS = 10_000;
/** Waits longer than this give the place back. */
const WAIT_IN_PLACE_MS = 3_000;
const TELL_EVERY_MS = 3_000;

interface Shop {
  connectionId: string;
  resource: MirrorResource;
  walkable: Walkable;
}

/** Walks over a shop, slice by slice. Rows and place are stored page by page, so that a killed walk loses nothing. */
@Injectable()
export class SyncRunner {
  private readonly walking = new Set<string>();
  private readonly toldAt = new Map<string, number>();

  constructor(
    private readonly connections: ConnectionService,
    private readonly health: LookupHealth,
    private readonly mirror: Mirror,
    private readonly queries: SyncQueries,
    private readonly lock: ClusterLock,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @JobHandler(syncJob)
  async run(
    ctx: Ctx,
    { connectionId, resource }: { connectionId: string; resource: MirrorResource },
    info: JobInfo,
  ): Promise<void> {
    const name = `commerce.sync:${connectionId}:${resource}`;
    // Whoever walks asks for the next slice at its end.
    if (this.walking.has(name)) return;
    this.walking.add(name);
    let waitMs: number | null;
    try {
      if (!(await this.lock.tryHold(name))) return;
      waitMs = await this.slice(ctx, connectionId, resource, info.signal).finally(() => this.lock.release(name));
    } finally {
      this.walking.delete(name);
    }
    // Only now: whoever takes the next slice must find the lock free.
    if (waitMs !== null) await this.askForNext(ctx, connectionId, resource, waitMs);
  }

  /** How long the next slice waits; null: there is none. */
  private async slice(
    ctx: Ctx,
    connectionId: string,
    resource: MirrorResource,
    stop: AbortSignal,
  ): Promise<number | null> {
    const now = this.clock.now();
    const adapter = await this.adapterOf(ctx, connectionId);
    const walkable = adapter && this.mirror.walkable(adapter, connectionId, resource);
    if (!walkable) return null;
    await this.reconcileWhenDue(ctx, connectionId, resource, now);
    let row = await this.queries.begin(ctx, connectionId, resource, now);
    const shop = { connectionId, resource, walkable };
    const until = performance.now() + SLICE_MS;
    let waitMs = 0;
    let opened: number | null = null;
    while (row?.state === 'running' && waitMs === 0 && performance.now() < until && !stop.aborted) {
      if (row.cursor === null && row.run !== opened) await this.opened(ctx, shop, row);
      opened = row.run;
      ({ row, waitMs } = await this.page(ctx, shop, row, stop));
    }
    return waitMs;
  }

  /** One page with its rows. `waitMs`: the shop wants to be left alone for so long. */
  private async page(
    ctx: Ctx,
    shop: Shop,
    row: SyncRow,
    stop: AbortSignal,
  ): Promise<{ row: SyncRow | null; waitMs: number }> {
    try {
      const page = await shop.walkable.read(row.since, row.cursor);
      if (page.next !== null && page.next === row.cursor) throw new Error('the shop gave the same page twice');
      const at = this.clock.now();
      const stored = await ctx.transaction(async (tx) => {
        const step = { next: page.next, count: page.count, at, nextRunAt: after(at, RECONCILE_EVERY_MS) };
        const advanced = await this.queries.advance(tx, row, step);
        if (advanced) await page.keep(tx);
        if (advanced) await this.tell(tx, advanced);
        return advanced;
      });
      if (stored?.state === 'done') await this.health.worked(ctx, shop.connectionId);
      // Started again meanwhile: on with the new run.
      return { row: stored ?? (await this.queries.begin(ctx, shop.connectionId, shop.resource, at)), waitMs: 0 };
    } catch (error) {
      const waitMs = slowDownMs(error);
      if (waitMs === null) return { row: await this.failed(ctx, shop, row, error), waitMs: 0 };
      if (waitMs > WAIT_IN_PLACE_MS) return { row, waitMs };
      await pause(waitMs, stop);
      return { row, waitMs: 0 };
    }
  }

  private async failed(ctx: Ctx, shop: Shop, row: SyncRow, error: unknown): Promise<SyncRow | null> {
    const { connectionId, resource } = shop;
    this.log.warn({ connectionId, resource, err: error }, 'a walk over a shop failed');
    await this.health.failed(ctx, connectionId, error);
    const at = this.clock.now();
    return ctx.transaction(async (tx) => {
      const failed = await this.queries.failed(tx, row, { ...failureOf(error, row, at), at });
      if (failed) await this.tell(tx, failed);
      return failed;
    });
  }

  private async opened(ctx: Ctx, { walkable }: Shop, row: SyncRow): Promise<void> {
    const total = row.total === null && walkable.count ? await walkable.count(row.since).catch(() => null) : null;
    await ctx.transaction(async (tx) => {
      if (total !== null) await this.queries.counted(tx, row, total);
      await this.tell(tx, { ...row, total: total ?? row.total });
    });
  }

  private async reconcileWhenDue(ctx: Ctx, connectionId: string, resource: MirrorResource, now: Date): Promise<void> {
    const row = await this.queries.row(ctx, connectionId, resource);
    if (!row) await this.queries.restart(ctx, connectionId, resource, true, OVERLAP_MS);
    else if (row.state === 'done' && row.nextAt && row.nextAt <= now)
      await this.queries.restart(ctx, connectionId, resource, false, OVERLAP_MS);
  }

  /** One job waits for each shop and kind, whatever happened: at once, when the shop likes, or at the next look. */
  private async askForNext(ctx: Ctx, connectionId: string, resource: MirrorResource, waitMs: number): Promise<void> {
    const row = await this.queries.row(ctx, connectionId, resource);
    if (!row) return;
    const now = this.clock.now();
    const runAt = row.nextAt ?? after(now, waitMs);
    await this.jobs.enqueue(ctx, syncJob, { connectionId, resource }, { key: `${connectionId}:${resource}`, runAt });
  }

  private async tell(tx: Ctx, { connectionId, resource, state, done, total }: SyncRow): Promise<void> {
    const key = `${connectionId}:${resource}`;
    const now = performance.now();
    if (state === 'running' && done > 0 && now - (this.toldAt.get(key) ?? -Infinity) < TELL_EVERY_MS) return;
    this.toldAt.set(key, now);
    const payload = { connectionId, resource, state, done, total };
    await this.events.append<EventMap, 'mirror.sync_progressed'>(tx, 'mirror.sync_progressed', payload);
  }

  /** Null: gone, switched off, or no shop; whatever changes that starts the walk again. */
  private async adapterOf(ctx: Ctx, connectionId: string): Promise<CommerceAdapter | null> {
    try {
      return await this.connections.adapter(ctx, connectionId, 'commerce');
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    stop.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    }
  });
}
