import type { ReconciliationBody } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { Clock, type Ctx } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { unknownConnection } from '../connection/connection.errors';
import { ConnectionQueries, type ConnectionRow } from '../connection/connection.queries';
import type { ChannelAdapter, SourceItem } from '../port';
import { Ledger } from './ledger.service';
import { LedgerQueries } from './ledger.queries';
import { neverReconciled, nothingToCompare } from './ledger.errors';

const DAY_MS = 24 * 60 * 60_000;
/** What came in this short a time ago the listener is about to take by itself. */
const ON_ITS_WAY_MS = 90_000;
/** Asked for at once; what is left is named as missing still. */
const MAX_FETCHED = 500;
const BACKFILL_AT_ONCE = 100;

type Source = Required<Pick<ChannelAdapter, 'inventory' | 'refetch'>>;

/** Holds a source against the ledger, and fetches what we do not have. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly connections: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly ledger: Ledger,
    private readonly queries: LedgerQueries,
    private readonly clock: Clock,
  ) {}

  /** Of the last `days`, but not of the time before it was connected: that mail was never ours to fetch. */
  async reconcile(
    ctx: Ctx,
    connectionId: string,
    options: { days: number; fetch: boolean },
  ): Promise<ReconciliationBody> {
    const { row, source } = await this.source(ctx, connectionId);
    const now = this.clock.now();
    const connectedAt = await this.queries.connectedAt(ctx, connectionId);
    const since = new Date(Math.max(now.getTime() - options.days * DAY_MS, connectedAt.getTime()));
    const found = await source.inventory(since);
    if (options.fetch) {
      const { missing } = await this.queries.held(ctx, connectionId, namesOf(found));
      if (missing.length > 0) await source.refetch(missing.slice(0, MAX_FETCHED), this.ledger.sink(row));
    }
    const body = await this.sumUp(ctx, connectionId, found, since, now);
    await this.queries.saveReconciliation(ctx, body);
    return body;
  }

  async last(ctx: Ctx, connectionId: string): Promise<ReconciliationBody> {
    const body = await this.queries.lastReconciliation(ctx, connectionId);
    if (!body) throw (await this.connections.row(ctx, connectionId)) ? neverReconciled() : unknownConnection();
    return body;
  }

  /** Throws the refusal that whoever asks for an import should see at once. */
  async mustHaveSource(ctx: Ctx, connectionId: string): Promise<void> {
    await this.source(ctx, connectionId);
  }

  /** Imports the mail of the last `days` that we do not have, whenever it came; nothing answers it. */
  async backfill(
    ctx: Ctx,
    connectionId: string,
    days: number,
    options: { signal?: AbortSignal; onProgress?: (done: number, of: number) => void } = {},
  ): Promise<{ found: number; imported: number }> {
    const { row, source } = await this.source(ctx, connectionId);
    const found = await source.inventory(new Date(this.clock.now().getTime() - days * DAY_MS));
    const { missing } = await this.queries.held(ctx, connectionId, namesOf(found));
    const { push } = this.ledger.sink(row);
    let imported = 0;
    for (let at = 0; at < missing.length && !options.signal?.aborted; at += BACKFILL_AT_ONCE) {
      await source.refetch(missing.slice(at, at + BACKFILL_AT_ONCE), {
        push: async (inbound) => {
          const outcome = await push({ ...inbound, meta: { ...inbound.meta, backfill: true } });
          if (outcome === 'stored') imported++;
          return outcome;
        },
      });
      options.onProgress?.(Math.min(at + BACKFILL_AT_ONCE, missing.length), missing.length);
    }
    return { found: found.length, imported };
  }

  private async sumUp(
    ctx: Ctx,
    connectionId: string,
    found: SourceItem[],
    since: Date,
    now: Date,
  ): Promise<ReconciliationBody> {
    const { counts, missing: absent, gone } = await this.queries.held(ctx, connectionId, namesOf(found));
    const young = new Set(
      found.filter(({ at }) => at !== null && now.getTime() - at.getTime() < ON_ITS_WAY_MS).map(({ source }) => source),
    );
    for (const source of gone) young.delete(source);
    const missing = absent.filter((source) => !young.has(source));
    return {
      connectionId,
      since: since.toISOString(),
      atSource: found.length,
      routed: counts.routed ?? 0,
      ignored: counts.ignored ?? 0,
      waiting: (counts.stored ?? 0) + absent.length - missing.length,
      quarantined: counts.quarantined ?? 0,
      missing,
      at: now.toISOString(),
    };
  }

  private async source(ctx: Ctx, id: string): Promise<{ row: ConnectionRow; source: Source }> {
    const row = await this.connections.row(ctx, id);
    if (!row) throw unknownConnection();
    if (row.kind !== 'channel') throw nothingToCompare(row.label);
    const adapter = this.adapters.of(row) as ChannelAdapter;
    const inventory = adapter.inventory?.bind(adapter);
    const refetch = adapter.refetch?.bind(adapter);
    if (!inventory || !refetch) throw nothingToCompare(row.label);
    return { row, source: { inventory, refetch } };
  }
}

const namesOf = (found: SourceItem[]): string[] => found.map(({ source }) => source);
