import type { TicketBody } from '@satchel/contracts';
import { Clock, type Ctx, Jobs } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../desk-events';
import { deliverJob } from '../desk.jobs';
import { JoinQueries } from './join.queries';
import { TicketQueries } from './ticket.queries';

export type JoinResult =
  { ok: true; ticket: TicketBody } | { ok: false; code: 'not_found' | 'same_ticket' | 'closed'; message: string };

const REFUSALS = {
  not_found: 'One of the two tickets does not exist in your workspace.',
  same_ticket: 'A ticket cannot be joined to itself.',
  closed: 'A closed ticket takes nothing in. Reopen it first.',
} as const;

/** Puts two tickets together because a person says that they are about the same. */
@Injectable()
export class JoinService {
  constructor(
    private readonly queries: JoinQueries,
    private readonly tickets: TicketQueries,
    private readonly events: DeskEvents,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Everything of `ticketId` moves to `intoId`; the emptied ticket is closed and says where it went. */
  join(ctx: Ctx, ticketId: string, intoId: string): Promise<JoinResult> {
    if (ticketId === intoId) return Promise.resolve(refused('same_ticket'));
    return ctx.transaction(async (tx) => {
      const sides = await this.queries.lock(tx, [ticketId, intoId]);
      const from = sides.find((it) => it.id === ticketId);
      const into = sides.find((it) => it.id === intoId);
      if (!from || !into) return refused('not_found');
      if (into.status === 'closed') return refused('closed');

      const now = this.clock.now();
      const messageIds = await this.queries.moveMessages(tx, ticketId, intoId);
      for (const id of [ticketId, intoId]) await this.queries.recount(tx, id, now);
      await this.queries.close(tx, ticketId);
      await this.queries.wake(tx, intoId, now);
      // What waited on the emptied ticket goes out from here.
      await this.jobs.enqueue(tx, deliverJob, { ticketId: intoId }, { key: `desk.deliver:${intoId}` });
      await this.events.append(tx, 'ticket.joined', { ticketId, intoId, intoNumber: into.number, messageIds });
      await this.events.append(tx, 'ticket.took_in', { ticketId: intoId, fromId: ticketId, fromNumber: from.number });
      const ticket = await this.tickets.byId(tx, intoId);
      return ticket ? { ok: true, ticket } : refused('not_found');
    });
  }
}

const refused = (code: keyof typeof REFUSALS): JoinResult => ({ ok: false, code, message: REFUSALS[code] });
