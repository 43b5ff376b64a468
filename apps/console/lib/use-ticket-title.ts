import type { ConnectionBody, TicketBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ticketTitle } from './channel-words';
import { connectionsQuery } from './queries';

const idsWithSubjects = (connections: ConnectionBody[]): string[] =>
  connections.filter(({ traits }) => traits?.subject).map(({ id }) => id);

/** Titles tickets by what their channels are like, once the connections are known. */
export function useTicketTitle(): (ticket: TicketBody) => string {
  const { data } = useQuery({ ...connectionsQuery, select: idsWithSubjects });
  return useCallback(
    (ticket: TicketBody) =>
      ticketTitle(ticket, ticket.connectionId !== null && (data?.includes(ticket.connectionId) ?? false)),
    [data],
  );
}
