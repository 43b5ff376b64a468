import { Inject, Injectable } from '@nestjs/common';
import type { Ctx } from '../ctx/ctx';
import { Database } from '../database/database.service';
import { Clock } from '../ids/clock';
import { Ids } from '../ids/ids';
import { formatCursor, parseCursor } from './cursor';
import { insertEvent, selectEvents, selectHead } from './event.queries';
import { EventSignal } from './event-signal';
import type { LoggedEvent } from './logged-event';

/** Everything that happened, written in the transaction of the change itself. */
@Injectable()
export class EventLog {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventSignal) private readonly signal: EventSignal,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Writes one event in ctx's transaction (or alone, outside one) and wakes the readers once it is committed. */
  async append<M extends object, K extends keyof M & string>(
    ctx: Ctx,
    type: K,
    payload: M[K],
    at: { ticketId?: string; workspaceId?: string } = {},
  ): Promise<void> {
    await insertEvent(ctx, {
      id: this.ids.next(),
      workspaceId: at.workspaceId ?? ctx.workspaceId,
      type,
      ticketId: at.ticketId ?? null,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      payload: JSON.stringify(payload),
      requestId: ctx.requestId,
      at: this.clock.now(),
    });
    this.touch(ctx);
  }

  /** After a statement that inserted into `event` itself: wakes the readers after commit. */
  touch(ctx: Ctx): void {
    ctx.afterCommit(() => this.signal.raise());
  }

  /**
   * The events of ctx's workspace after a cursor, in order; `cursor` resumes after the last one. Never skips an event
   * that committed late: it stops below the oldest transaction still running.
   */
  async read(
    ctx: Ctx,
    after: string | null,
    limit: number,
    filter: { types?: string[] } = {},
  ): Promise<{ events: LoggedEvent[]; cursor: string }> {
    const from = parseCursor(after);
    const events = await selectEvents(ctx, from, limit, filter.types);
    return { events, cursor: events.at(-1)?.cursor ?? formatCursor(from) };
  }

  /** The cursor of now: reading from it gives everything that is not settled yet. */
  async head(): Promise<string> {
    return formatCursor(await selectHead(this.database.system()));
  }
}
