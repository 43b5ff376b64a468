import type { EventBody, EventMap, EventType, Page } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** What a person would want to read between the messages; the rest of the log is for programs. */
const SHOWN: EventType[] = [
  'ticket.created',
  'ticket.status_changed',
  'ticket.assigned',
  'ticket.tagged',
  'ticket.subject_changed',
  'ticket.joined',
  'ticket.took_in',
  'ai.turn_finished',
  'ai.handed_over',
  'action.decided',
  'action.done',
  'action.failed',
  'action.uncertain',
  'action.undone',
];
const MOST = 200;

@Injectable()
export class TimelineQueries {
  async ofTicket(ctx: Ctx, ticketId: string): Promise<Page<EventBody>> {
    const rows = await ctx.query<{
      id: string;
      cursor: string;
      type: EventType;
      payload: EventMap[EventType];
      kind: string;
      actorId: string | null;
      at: Date;
    }>(
      `select id, xid::text || '.' || seq as cursor, type, payload, actor_kind as kind, actor_id as "actorId", at from event
       where workspace_id = $1 and ticket_id = $2 and type = any($3) order by seq desc limit ${MOST}`,
      [ctx.workspaceId, ticketId, SHOWN],
    );
    const data = rows.reverse().map((row) => ({
      id: row.id,
      cursor: row.cursor,
      type: row.type,
      ticketId,
      actor: { kind: row.kind, id: row.actorId },
      payload: row.payload,
      at: row.at.toISOString(),
    }));
    return { data, nextCursor: null };
  }
}
