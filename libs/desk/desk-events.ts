import type { EventMap, EventType } from '@satchel/contracts';
import { type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** The event log with this product's types; finds the ticket an event belongs to by itself. */
@Injectable()
export class DeskEvents {
  constructor(private readonly log: EventLog) {}

  append<K extends EventType>(ctx: Ctx, type: K, payload: EventMap[K]): Promise<void> {
    const ticketId = 'ticketId' in payload ? (payload.ticketId ?? undefined) : undefined;
    return this.log.append<EventMap, K>(ctx, type, payload, { ticketId });
  }
}
