import type { ChannelTraits, EnvelopeState, EventMap } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, EventLog, Jobs, Log, redactSecrets } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { ConnectionQueries } from '../connection/connection.queries';
import { notRetryable, unknownEnvelope } from '../ledger/ledger.errors';
import { type ChannelAdapter, ConnectorError, type InboundItem } from '../port';
import { EnvelopeQueries, type EnvelopeRow } from './envelope.queries';
import { intakeJob } from './intake.job';

/** A raw message, understood. */
export interface TakenEnvelope {
  id: string;
  connectionId: string;
  connectorId: string;
  /** What kind of address its sender has. */
  addressKind: ChannelTraits['addressKind'];
  threads: ChannelTraits['threads'];
  receivedAt: Date;
  /** What the transport knew, see `RawInbound`. `backfill`: old mail that was imported; nothing may answer it. */
  meta: Record<string, unknown>;
  items: InboundItem[];
}

/** These a person may have read again: what was put aside, and what nobody wanted. */
const RETRYABLE = ['quarantined', 'ignored'] as const;

/** Read and not settled yet; those of failed jobs are read again anyway. */
const MAX_DESCRIBED = 1000;

/** What came in through the doorway, for whoever puts it where it belongs. */
@Injectable()
export class EnvelopeService {
  /** What people see of a message in the list, written when it is settled: a statement of its own would cost a commit. */
  private readonly described = new Map<string, { from: string; subject: string | null }>();

  constructor(
    private readonly queries: EnvelopeQueries,
    private readonly connections: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  /**
   * Reads a waiting message. Null when nothing is left to do: it is gone, settled already, or cannot be read, which
   * puts it aside with the reason, so that one bad message never holds up the next. Throws what another try may mend.
   */
  async take(ctx: Ctx, id: string): Promise<TakenEnvelope | null> {
    const row = await this.queries.find(ctx, id);
    if (!row || (row.state !== 'stored' && row.state !== 'quarantined')) return null;
    const connection = await this.connections.row(ctx, row.connectionId);
    if (!connection) return null;
    try {
      const adapter = this.adapters.of(connection) as ChannelAdapter;
      const items = await adapter.read({ externalId: row.externalId, raw: row.raw, meta: row.meta });
      this.remember(id, items);
      const { connectorId } = connection;
      const { addressKind, threads } = adapter.traits;
      const { connectionId, receivedAt, meta } = row;
      return { id, connectionId, connectorId, addressKind, threads, receivedAt, meta, items };
    } catch (error) {
      if (error instanceof ConnectorError && error.retryable) throw error;
      await this.quarantine(ctx, row, error);
      return null;
    }
  }

  /** What it held must not be kept, and its message is: its bytes go, in the transaction that stored the message. */
  forgetRaw(ctx: Ctx, id: string): Promise<void> {
    return this.queries.forgetRaw(ctx, id);
  }

  /** Says where it went, in the transaction that put it there. */
  async settle(
    ctx: Ctx,
    id: string,
    state: Exclude<EnvelopeState, 'stored'>,
    outcome: { messageId?: string | null; reason?: string | null } = {},
  ): Promise<void> {
    const { from = null, subject = null } = this.described.get(id) ?? {};
    this.described.delete(id);
    const { messageId = null, reason = null } = outcome;
    await this.queries.settle(ctx, id, state, { messageId, reason, from, subject });
  }

  /** As it came in. */
  async raw(ctx: Ctx, id: string): Promise<{ raw: Buffer; isMail: boolean }> {
    const row = await this.queries.find(ctx, id);
    if (!row) throw unknownEnvelope();
    const connection = await this.connections.row(ctx, row.connectionId);
    return { raw: row.raw, isMail: connection?.connectorId === 'email' };
  }

  /** Has it read again. */
  async retry(ctx: Ctx, id: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      if (await this.queries.reopen(tx, id, RETRYABLE)) return this.jobs.enqueue(tx, intakeJob, { envelopeId: id });
      const row = await this.queries.find(tx, id);
      throw row ? notRetryable(row.state) : unknownEnvelope();
    });
  }

  private remember(id: string, items: InboundItem[]): void {
    const message = items.find((item) => item.type === 'message');
    if (!message) return;
    if (this.described.size >= MAX_DESCRIBED) this.described.clear();
    const subject = message.subject === null ? null : redactSecrets(message.subject).text;
    this.described.set(id, { from: message.from.address, subject });
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
