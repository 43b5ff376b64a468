import type { ChannelTraits, EnvelopeState, EventMap } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, EventLog, Log } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { ConnectionQueries } from '../connection/connection.queries';
import type { ChannelAdapter, InboundItem } from '../port';
import { EnvelopeQueries, type EnvelopeRow } from './envelope.queries';

/** A raw message, understood. */
export interface TakenEnvelope {
  id: string;
  connectionId: string;
  connectorId: string;
  /** What kind of address its sender has. */
  addressKind: ChannelTraits['addressKind'];
  threads: ChannelTraits['threads'];
  receivedAt: Date;
  /** What the transport knew, see `RawInbound`. */
  meta: Record<string, unknown>;
  items: InboundItem[];
}

/** What came in through the doorway, for whoever puts it where it belongs. */
@Injectable()
export class EnvelopeService {
  constructor(
    private readonly queries: EnvelopeQueries,
    private readonly connections: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /**
   * Reads a waiting message. Null when nothing is left to do: it is gone, settled already, or cannot be read, which
   * puts it aside with the reason, so that one bad message never holds up the next.
   */
  async take(ctx: Ctx, id: string): Promise<TakenEnvelope | null> {
    const row = await this.queries.find(ctx, id);
    if (!row || (row.state !== 'stored' && row.state !== 'quarantined')) return null;
    const connection = await this.connections.row(ctx, row.connectionId);
    if (!connection) return null;
    try {
      const adapter = this.adapters.of(connection) as ChannelAdapter;
      const items = await adapter.read({ externalId: row.externalId, raw: row.raw, meta: row.meta });
      const { connectorId } = connection;
      const { addressKind, threads } = adapter.traits;
      const { connectionId, receivedAt, meta } = row;
      return { id, connectionId, connectorId, addressKind, threads, receivedAt, meta, items };
    } catch (error) {
      await this.quarantine(ctx, row, error);
      return null;
    }
  }

  /** Says where it went, in the transaction that put it there. */
  async settle(
    ctx: Ctx,
    id: string,
    state: Exclude<EnvelopeState, 'stored'>,
    outcome: { messageId?: string | null; reason?: string | null } = {},
  ): Promise<void> {
    await this.queries.settle(ctx, id, state, { messageId: outcome.messageId ?? null, reason: outcome.reason ?? null });
  }

  private async quarantine(ctx: Ctx, row: EnvelopeRow, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn(
      { envelopeId: row.id, connectionId: row.connectionId, err: error },
      'a message cannot be read; put aside',
    );
    await ctx.transaction(async (tx) => {
      await this.settle(tx, row.id, 'quarantined', { reason });
      const payload = { envelopeId: row.id, connectionId: row.connectionId, reason };
      await this.events.append<EventMap, 'envelope.quarantined'>(tx, 'envelope.quarantined', payload);
    });
  }
}
