import type { ConnectionBody, ConnectionHealth, EventMap } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { AppError, Clock, type Ctx, EventLog, Ids, Jobs, Log, Secrets } from '@satchel/kernel';
import { type AdapterOf, type ChannelAdapter, ConnectorError, type ConnectorKind, type Verdict } from '../port';
import { findConnector } from '../registry';
import { Adapters } from './adapters.service';
import { ConnectionEntity } from './connection.entity';
import {
  addressTaken,
  badCredentials,
  disabledConnection,
  unknownConnection,
  unknownConnector,
  wrongKind,
} from './connection.errors';
import { ConnectionQueries, type ConnectionRow } from './connection.queries';
import { HealthService } from './health.service';
import { hookOf, registerHookJob, UNREGISTER_LIMIT_MS } from './register-hook.job';

export interface NewConnection {
  connectorId: string;
  label: string;
  address?: string | null;
  /** Where the vendor answers, when it is not the vendor's own host. Never taken from a request. */
  baseUrl?: string | null;
  credentials: Record<string, unknown>;
}

export interface ConnectionChanges {
  label?: string;
  address?: string | null;
  enabled?: boolean;
  baseUrl?: string | null;
  /** Merged over the stored ones, so that a secret need not be typed again; null or '' clears a field. */
  credentials?: Record<string, unknown>;
}

/** A connection with what talks to its system. */
export interface Connected<K extends ConnectorKind> {
  connection: ConnectionBody;
  adapter: AdapterOf[K];
}

/** A check that hangs is a failed one. */
const CHECK_TIMEOUT_MS = 25_000;

@Injectable()
export class ConnectionService {
  constructor(
    private readonly queries: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly health: HealthService,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  async list(ctx: Ctx, kind?: string): Promise<ConnectionBody[]> {
    return (await this.queries.list(ctx, kind ?? null)).map((row) => this.bodyOf(row));
  }

  async get(ctx: Ctx, id: string): Promise<ConnectionBody> {
    return this.bodyOf(await this.row(ctx, id));
  }

  async create(ctx: Ctx, input: NewConnection): Promise<ConnectionBody> {
    const connector = findConnector(input.connectorId);
    if (!connector) throw unknownConnector(input.connectorId);
    const now = this.clock.now();
    const settings = {
      id: this.ids.next(),
      workspaceId: ctx.workspaceId,
      kind: connector.kind,
      connectorId: connector.id,
      label: input.label.trim(),
      address: normalAddress(input.address),
      baseUrl: input.baseUrl ?? null,
    };
    this.prove(settings, input.credentials);
    const entity = {
      ...settings,
      secret: this.secrets.seal(JSON.stringify(input.credentials)),
      enabled: true,
      health: { state: 'unknown' as const, message: null, checkedAt: null },
      // A listener starts with what comes in from now on.
      cursor: { since: now.toISOString() },
      createdAt: now,
      updatedAt: now,
    };
    await this.written(settings.address, () =>
      ctx.transaction(async (tx) => {
        await tx.em.insert(ConnectionEntity, entity);
        await this.announce(tx, 'connection.created', settings);
      }),
    );
    return this.get(ctx, settings.id);
  }

  async update(ctx: Ctx, id: string, changes: ConnectionChanges): Promise<ConnectionBody> {
    return ctx.transaction(async (tx) => {
      const row = await this.row(tx, id);
      const credentials = { ...this.adapters.credentialsOf(row), ...changes.credentials };
      const settings = {
        label: changes.label?.trim() ?? row.label,
        address: changes.address === undefined ? row.address : normalAddress(changes.address),
        baseUrl: changes.baseUrl === undefined ? row.baseUrl : changes.baseUrl,
        enabled: changes.enabled ?? row.enabled,
      };
      this.prove({ ...row, ...settings }, credentials);
      const secret = this.secrets.seal(JSON.stringify(credentials));
      await this.written(settings.address, () =>
        tx.query(
          `update connection set label = $3, address = $4, base_url = $5, enabled = $6, secret = $7,
             updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')
           where workspace_id = $1 and id = $2`,
          [tx.workspaceId, id, settings.label, settings.address, settings.baseUrl, settings.enabled, secret],
        ),
      );
      await this.announce(tx, 'connection.changed', row);
      return this.get(tx, id);
    });
  }

  /** Its stored raw messages go with it; tickets and their messages stay. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    const row = await this.row(ctx, id);
    await this.unregister(row);
    await ctx.transaction(async (tx) => {
      const gone = await tx.query('delete from connection where workspace_id = $1 and id = $2 returning id', [
        tx.workspaceId,
        id,
      ]);
      if (gone.length === 0) throw unknownConnection();
      const payload = { connectionId: id, kind: row.kind };
      await this.events.append<EventMap, 'connection.removed'>(tx, 'connection.removed', payload);
    });
    this.adapters.forget(id);
  }

  /** Tries the connection for real and remembers how it went. */
  async check(ctx: Ctx, id: string): Promise<ConnectionHealth> {
    const row = await this.row(ctx, id);
    const keep = async (verdict: Verdict): Promise<void> => {
      await this.queries.saveCapabilities(ctx, id, verdict);
      if (row.enabled) await this.registerHook(ctx, row);
    };
    const failure = await this.failureOf(() => this.adapters.of(row), keep);
    // Whoever was told that it refuses us hears that it does no more; a channel has to be heard from.
    if (failure === null && row.kind !== 'channel') await this.health.alive(ctx, id);
    return this.health.report(ctx, id, failure);
  }

  /** Tries an adapter for real; null: it works. */
  async failureOf(
    adapter: () => AdapterOf[ConnectorKind],
    keep: (verdict: Verdict) => Promise<void> = async () => undefined,
  ): Promise<unknown> {
    try {
      const verdict = await withTimeout(adapter().check());
      if (verdict) await keep(verdict);
      return null;
    } catch (error) {
      return error ?? new Error('The check failed without a reason.');
    }
  }

  /** The living adapter of a connection; throws when it is gone, switched off or of another kind. */
  async adapter<K extends ConnectorKind>(ctx: Ctx, id: string, kind: K): Promise<AdapterOf[K]> {
    const row = await this.row(ctx, id);
    if (row.kind !== kind) throw wrongKind(kind);
    if (!row.enabled) throw disabledConnection(row.label);
    return this.adapters.of(row) as AdapterOf[K];
  }

  /**
   * A channel of whichever workspace, for callers from outside who know its id alone; null when there is none, it is
   * switched off, or its settings cannot be used.
   */
  async channelOfAny(
    house: Ctx,
    id: string,
  ): Promise<{ id: string; workspaceId: string; label: string; adapter: ChannelAdapter } | null> {
    const row = await this.queries.anyRow(house, id);
    const adapter = row?.enabled && row.kind === 'channel' ? (this.usable(row) as ChannelAdapter | null) : null;
    return row && adapter ? { id: row.id, workspaceId: row.workspaceId, label: row.label, adapter } : null;
  }

  /** Of every workspace, for whoever looks after all of them. */
  async everyEnabled(house: Ctx, kind: ConnectorKind): Promise<{ id: string; workspaceId: string }[]> {
    return (await this.queries.everyEnabledRow(house, kind)).map(({ id, workspaceId }) => ({ id, workspaceId }));
  }

  /** Every enabled connection of a kind with its adapter; one whose settings cannot be used is left out and marked. */
  byKind<K extends ConnectorKind>(ctx: Ctx, kind: K): Promise<Connected<K>[]> {
    return this.byKinds(ctx, [kind]);
  }

  /** The same of several kinds, read at once. */
  async byKinds<K extends ConnectorKind>(ctx: Ctx, kinds: readonly K[]): Promise<Connected<K>[]> {
    const usable: Connected<K>[] = [];
    for (const row of await this.queries.enabledRows(ctx, kinds)) {
      try {
        usable.push({ connection: this.bodyOf(row), adapter: this.adapters.of(row) as AdapterOf[K] });
      } catch (error) {
        await this.health.report(ctx, row.id, error);
      }
    }
    return usable;
  }

  private async announce(
    tx: Ctx,
    type: 'connection.created' | 'connection.changed',
    row: Pick<ConnectionRow, 'id' | 'kind'>,
  ): Promise<void> {
    const payload = { connectionId: row.id, kind: row.kind };
    await this.events.append<EventMap, typeof type>(tx, type, payload);
    await this.registerHook(tx, row);
  }

  /** Has the vendor told where to call us, where it has to be told. Channels are told by hand. */
  private async registerHook(ctx: Ctx, { id, kind }: Pick<ConnectionRow, 'id' | 'kind'>): Promise<void> {
    if (kind !== 'channel') await this.jobs.enqueue(ctx, registerHookJob, { connectionId: id }, { key: id });
  }

  /** Best effort: a vendor that is gone must not keep its connection here. */
  private async unregister(row: ConnectionRow): Promise<void> {
    const hook = hookOf(this.usable(row));
    if (!hook?.unregister) return;
    try {
      await withTimeout(hook.unregister(), UNREGISTER_LIMIT_MS);
    } catch (error) {
      this.log.warn({ connectionId: row.id, err: error }, 'a vendor still calls a connection that is gone');
    }
  }

  private bodyOf(row: ConnectionRow): ConnectionBody {
    const { id, kind, connectorId, label, address, enabled, health, capabilities } = row;
    const adapter = this.usable(row);
    const traits = adapter && 'traits' in adapter ? adapter.traits : null;
    const hookUrl = adapter && 'hook' in adapter && adapter.hook ? this.adapters.hookUrl(id) : null;
    const signIn = this.signInOf(row);
    return {
      ...{ id, kind, connectorId, label, address, enabled, health, traits, hookUrl, capabilities },
      ...(signIn && { signIn }),
    };
  }

  /** Where its credentials were got by signing in, if they were. */
  private signInOf(row: ConnectionRow): ConnectionBody['signIn'] {
    const oauth = findConnector(row.connectorId)?.oauth;
    if (!oauth) return null;
    try {
      const provider = oauth.providerOf(this.adapters.credentialsOf(row));
      const known = oauth.providers.find(({ id }) => id === provider);
      return known ? { provider: known.id, label: known.label } : null;
    } catch {
      return null;
    }
  }

  /** Null when its settings cannot be used; its health says so. */
  private usable(row: ConnectionRow): AdapterOf[ConnectorKind] | null {
    try {
      return this.adapters.of(row);
    } catch {
      return null;
    }
  }

  private async row(ctx: Ctx, id: string): Promise<ConnectionRow> {
    const row = await this.queries.row(ctx, id);
    if (!row) throw unknownConnection();
    return row;
  }

  /** Settings that no adapter can be made of are refused before anything is stored. */
  prove(
    settings: Pick<ConnectionRow, 'id' | 'connectorId' | 'address' | 'baseUrl'>,
    credentials: Record<string, unknown>,
  ): void {
    try {
      this.adapters.build(settings, credentials);
    } catch (error) {
      if (error instanceof ConnectorError)
        throw badCredentials([{ field: settings.address ? 'credentials' : 'address', message: error.message }]);
      throw error;
    }
  }

  private async written(address: string | null, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isAddressConflict(error)) throw addressTaken(address ?? '');
      throw error;
    }
  }
}

function normalAddress(address: string | null | undefined): string | null {
  return address?.trim().toLowerCase() || null;
}

function isAddressConflict(error: unknown): boolean {
  const { code, constraint, driverError } = error as { code?: string; constraint?: string; driverError?: unknown };
  return (
    (code === '23505' && constraint === 'connection_address') || (driverError ? isAddressConflict(driverError) : false)
  );
}

async function withTimeout<T>(work: Promise<T>, limitMs = CHECK_TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError('check_timeout', 504, `No answer within ${limitMs / 1000} seconds.`)),
      limitMs,
    );
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
