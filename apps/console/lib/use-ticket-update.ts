import type { TicketBody, UpdateTicketRequest } from '@satchel/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, ApiError } from './api';
import { putTickets } from './apply-changes';
import { keys } from './query-keys';
import { useMe } from './session';

export type TicketUpdate = (
  ticket: TicketBody,
  change: Omit<UpdateTicketRequest, 'expectedVersion'>,
  assigneeName?: string,
) => Promise<TicketBody>;

/** Changes a ticket at once on screen, then at the server; steps back when it refuses. */
export function useTicketUpdate(): TicketUpdate {
  const client = useQueryClient();
  const meId = useMe().person.id;
  return useCallback<TicketUpdate>(
    async (ticket, change, assigneeName) => {
      putTickets(client, [guess(ticket, change, assigneeName)], meId);
      try {
        const stored = await patch(ticket, change);
        putTickets(client, [stored], meId);
        void client.invalidateQueries({ queryKey: keys.counts });
        return stored;
      } catch (error) {
        client.setQueryData(keys.ticket(ticket.id), ticket);
        void client.invalidateQueries({ queryKey: keys.ticket(ticket.id) });
        void client.invalidateQueries({ queryKey: keys.ticketLists });
        throw error;
      }
    },
    [client, meId],
  );
}

/** Somebody touched another part meanwhile (the AI's badge, a new message): our change still stands. The same part: ask. */
async function patch(ticket: TicketBody, change: UpdateTicketRequest): Promise<TicketBody> {
  const path = `/tickets/${ticket.id}`;
  try {
    return await api.patch<TicketBody>(path, { ...change, expectedVersion: ticket.version });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'stale_ticket') throw error;
    const fresh = await api.get<TicketBody>(path);
    if (touchesSame(ticket, fresh, change)) throw error;
    return api.patch<TicketBody>(path, { ...change, expectedVersion: fresh.version });
  }
}

function touchesSame(seen: TicketBody, fresh: TicketBody, change: UpdateTicketRequest): boolean {
  return (
    (change.status !== undefined && seen.status !== fresh.status) ||
    (change.assigneeId !== undefined && seen.assignee?.id !== fresh.assignee?.id) ||
    (change.subject !== undefined && seen.subject !== fresh.subject) ||
    (change.tags !== undefined && seen.tags.join() !== fresh.tags.join())
  );
}

function guess(ticket: TicketBody, change: UpdateTicketRequest, assigneeName?: string): TicketBody {
  const { assigneeId, status, tags, subject } = change;
  return {
    ...ticket,
    ...(status ? { status } : {}),
    ...(tags ? { tags } : {}),
    ...(subject ? { subject } : {}),
    ...(assigneeId === undefined ? {} : { assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : null }),
  };
}
