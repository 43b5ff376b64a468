import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, Database, Ids, Jobs, Metrics, SYSTEM } from '@satchel/kernel';
import type { Hint, RawInbound } from '../port';
import { EnvelopeQueries } from './envelope.queries';
import { LedgerQueries } from '../ledger/ledger.queries';
import { intakeJob } from './intake.job';
import { burstOf, refreshJob } from './refresh.job';

/** Enough of the hash to tell two texts apart. */
const HASH_CHARS = 12;

export type Accepted = 'stored' | 'duplicate';

/** The one way in. Whoever brought the message may tell its sender "received" once this returns. */
@Injectable()
export class Doorway {
  private readonly accepted;

  constructor(
    private readonly database: Database,
    private readonly queries: EnvelopeQueries,
    private readonly ledger: LedgerQueries,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
    metrics: Metrics,
  ) {
    this.accepted = metrics.counter('satchel_inbound_total', 'Raw messages that came in, by outcome.', ['outcome']);
  }

  /**
   * Stores the raw message and its intake in one transaction, and writes down what became of it where it came from; one
   * that is known already has no effect. A sender who uses an id twice for two texts has written two messages.
   */
  async accept(ctx: Ctx, connection: { id: string; workspaceId: string }, inbound: RawInbound): Promise<Accepted> {
    const own = this.database.ctx(connection.workspaceId, SYSTEM, ctx.requestId);
    const outcome = await own.transaction(async (tx): Promise<Accepted> => {
      const { id, state } = await this.store(tx, connection.id, inbound);
      if (state === 'stored') await this.jobs.enqueue(tx, intakeJob, { envelopeId: id });
      if (inbound.source) {
        const { source, externalId: messageId, raw } = inbound;
        const entry = { connectionId: connection.id, source, state, envelopeId: id, messageId, size: raw.length };
        await this.ledger.took(tx, { ...entry, seenAt: this.clock.now() });
      }
      return state;
    });
    this.accepted.inc({ outcome });
    return outcome;
  }

  /** Each record that a vendor named is asked for again, in jobs that are stored before the vendor hears "received". */
  async hinted(ctx: Ctx, connection: { id: string; workspaceId: string }, hints: Hint[]): Promise<void> {
    const connectionId = connection.id;
    const each = new Map(hints.map((hint) => [`${hint.resource}:${hint.externalId}`, hint]));
    const now = this.clock.now();
    await this.database.ctx(connection.workspaceId, SYSTEM, ctx.requestId).transaction(async (tx) => {
      for (const hint of each.values()) {
        const { resource, externalId } = hint;
        await this.jobs.enqueue(
          tx,
          refreshJob,
          { connectionId, resource, externalId },
          burstOf(connectionId, hint, now),
        );
      }
    });
  }

  private async store(ctx: Ctx, connectionId: string, inbound: RawInbound): Promise<{ id: string; state: Accepted }> {
    const envelope = { ...inbound, id: this.ids.next(), connectionId, receivedAt: this.clock.now() };
    if (await this.queries.insert(ctx, envelope)) return { id: envelope.id, state: 'stored' };
    const known = await this.queries.known(ctx, connectionId, inbound.externalId);
    if (!known) throw new Error('the message that stood in the way is gone');
    const { contentHash } = inbound;
    if (!contentHash || !known.contentHash || known.contentHash === contentHash)
      return { id: known.id, state: 'duplicate' };
    const other = {
      ...envelope,
      externalId: `${inbound.externalId};v=${contentHash.slice(0, HASH_CHARS)}`,
      meta: { ...inbound.meta, reusedId: inbound.externalId },
    };
    if (await this.queries.insert(ctx, other)) return { id: other.id, state: 'stored' };
    const again = await this.queries.known(ctx, connectionId, other.externalId);
    return { id: again?.id ?? known.id, state: 'duplicate' };
  }
}
