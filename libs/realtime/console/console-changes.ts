import type { ConsoleChanges, EventBody, EventMap, EventType } from '@satchel/contracts';
import { DraftService, MessageQueries, TicketQueries } from '@satchel/desk';
import type { Ctx, LoggedEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** Turns a run of events into what a screen needs: the events and the rows they touched, read once, fresh. */
@Injectable()
export class ConsoleChangesReader {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly messages: MessageQueries,
    private readonly drafts: DraftService,
  ) {}

  async read(ctx: Ctx, events: readonly LoggedEvent[]): Promise<ConsoleChanges | null> {
    const last = events.at(-1);
    if (!last) return null;
    const [tickets, messages, drafts] = await Promise.all([
      this.tickets.byIds(ctx, idsIn(events, 'ticketId')),
      this.messages.byIds(ctx, idsIn(events, 'messageId')),
      this.drafts.byIds(ctx, idsIn(events, 'draftId')),
    ]);
    return { cursor: last.cursor, events: events.map(toBody), tickets, messages, drafts };
  }
}

function idsIn(events: readonly LoggedEvent[], field: 'ticketId' | 'messageId' | 'draftId'): string[] {
  const ids = events.map((event) => (event.payload as Record<string, unknown> | null)?.[field]);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

function toBody(event: LoggedEvent): EventBody {
  return {
    id: event.id,
    cursor: event.cursor,
    type: event.type as EventType,
    ticketId: event.ticketId,
    actor: event.actor,
    payload: event.payload as EventMap[EventType],
    at: event.at.toISOString(),
  };
}
