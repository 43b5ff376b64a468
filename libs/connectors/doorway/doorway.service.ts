import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, Database, Ids, Jobs, Metrics, SYSTEM } from '@satchel/kernel';
import type { RawInbound } from '../port';
import { EnvelopeQueries } from './envelope.queries';
import { intakeJob } from './intake.job';

export type Accepted = 'stored' | 'duplicate';

/** The one way in. Whoever brought the message may tell its sender "received" once this returns. */
@Injectable()
export class Doorway {
  private readonly accepted;

  constructor(
    private readonly database: Database,
    private readonly queries: EnvelopeQueries,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
    metrics: Metrics,
  ) {
    this.accepted = metrics.counter('satchel_inbound_total', 'Raw messages that came in, by outcome.', ['outcome']);
  }

  /** Stores the raw message and its intake in one transaction; one that is known already has no effect. */
  async accept(ctx: Ctx, connection: { id: string; workspaceId: string }, inbound: RawInbound): Promise<Accepted> {
    const own = this.database.ctx(connection.workspaceId, SYSTEM, ctx.requestId);
    const outcome = await own.transaction(async (tx): Promise<Accepted> => {
      const id = this.ids.next();
      const isNew = await this.queries.insert(tx, {
        id,
        connectionId: connection.id,
        receivedAt: this.clock.now(),
        ...inbound,
      });
      if (!isNew) return 'duplicate';
      await this.jobs.enqueue(tx, intakeJob, { envelopeId: id });
      return 'stored';
    });
    this.accepted.inc({ outcome });
    return outcome;
  }
}
