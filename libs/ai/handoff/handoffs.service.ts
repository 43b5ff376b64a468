import { Injectable } from '@nestjs/common';
import type { EventMap, HandoffBody } from '@satchel/contracts';
import type { Ctx, LoggedEvent } from '@satchel/kernel';
import { Clock, EventLog, Ids, JobHandler, Jobs, OnEvent } from '@satchel/kernel';
import { AiSettings } from '../settings/ai-settings.service';
import { lateJob } from './handoff.job';
import { HandoffQueries } from './handoff.queries';

const MOST = 200;
const MINUTE_MS = 60_000;

/** Tickets that wait for a person after the AI stepped back: since when, at which place, and whether it takes too long. */
@Injectable()
export class Handoffs {
  constructor(
    private readonly queries: HandoffQueries,
    private readonly settings: AiSettings,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In the transaction of the handoff. Null: the ticket waits already and its customer knows. */
  async open(
    tx: Ctx,
    handoff: { ticketId: string; turnId: string | null; reason: string },
  ): Promise<HandoffBody | null> {
    const { answerWithinMinutes } = await this.settings.get(tx);
    const handedAt = this.clock.now();
    const dueAt = new Date(handedAt.getTime() + answerWithinMinutes * MINUTE_MS);
    const id = await this.queries.open(tx, { id: this.ids.next(), ...handoff, handedAt, dueAt });
    if (!id) return null;
    await this.jobs.enqueue(tx, lateJob, { handoffId: id }, { key: id, runAt: dueAt });
    return this.queries.ofTicket(tx, handoff.ticketId);
  }

  /** The customer was told that a person takes over. */
  told(tx: Ctx, { id }: HandoffBody): Promise<void> {
    return this.queries.told(tx, id, this.clock.now());
  }

  waiting(ctx: Ctx): Promise<HandoffBody[]> {
    return this.queries.waiting(ctx, MOST);
  }

  ofTicket(ctx: Ctx, ticketId: string): Promise<HandoffBody | null> {
    return this.queries.ofTicket(ctx, ticketId);
  }

  /** A person's reply takes it; so does the end of the ticket. */
  @OnEvent({ name: 'ai.handoff.taken', types: ['message.appended', 'ticket.status_changed'] })
  async taken(ctx: Ctx, event: LoggedEvent): Promise<void> {
    if (event.type === 'message.appended') {
      const { ticketId, direction, kind } = event.payload as EventMap['message.appended'];
      const byPerson = event.actor.kind === 'person' || event.actor.kind === 'api';
      if (byPerson && direction === 'outbound' && kind === 'reply')
        await this.queries.take(ctx, ticketId, this.clock.now());
      return;
    }
    const { ticketId, to } = event.payload as EventMap['ticket.status_changed'];
    if (to === 'resolved' || to === 'closed' || to === 'spam') await this.queries.take(ctx, ticketId, this.clock.now());
  }

  @JobHandler(lateJob)
  async lookForLate(ctx: Ctx, { handoffId }: { handoffId: string }): Promise<void> {
    await ctx.transaction(async (tx) => {
      const late = await this.queries.late(tx, handoffId, this.clock.now());
      if (!late) return;
      const payload = { ticketId: late.ticketId, handedAt: late.handedAt.toISOString() };
      await this.events.append<EventMap, 'ai.handoff_late'>(tx, 'ai.handoff_late', payload, {
        ticketId: late.ticketId,
      });
    });
  }
}
