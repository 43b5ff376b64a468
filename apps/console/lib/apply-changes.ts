import type { ConsoleChanges, DraftBody, MessageBody, Page, TicketBody } from '@satchel/contracts';
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { newerTicket, type Pages, patchDrafts, patchMessagePages, patchTicketPages } from './patch';
import { keys } from './query-keys';
import { staleKeys } from './stale-keys';
import type { TicketFilter } from './ticket-filter';

/** Brings the cache up to what the socket tells: patches what it can, reads again what it must. */
export function applyChanges(client: QueryClient, changes: ConsoleChanges, meId: string): void {
  rereadInFlight(client, changes);
  putTickets(client, changes.tickets, meId);
  putMessages(client, changes.messages);
  for (const ticketId of draftTickets(changes)) {
    client.setQueryData<Page<DraftBody>>(
      keys.drafts(ticketId),
      (page) => page && patchDrafts(page, ticketId, changes.drafts, changes.events),
    );
  }
  for (const queryKey of staleKeys(changes)) void client.invalidateQueries({ queryKey });
}

export function putTickets(client: QueryClient, tickets: readonly TicketBody[], meId: string): void {
  if (tickets.length === 0) return;
  for (const ticket of tickets) {
    client.setQueryData<TicketBody>(keys.ticket(ticket.id), (known) => newerTicket(known, ticket));
  }
  for (const [queryKey, data] of client.getQueriesData<Pages<TicketBody>>({ queryKey: keys.ticketLists })) {
    if (data) client.setQueryData(queryKey, patchTicketPages(data, tickets, queryKey[1] as TicketFilter, meId));
  }
}

export function putMessages(client: QueryClient, messages: readonly MessageBody[]): void {
  for (const [ticketId, rows] of groupByTicket(messages)) {
    client.setQueryData<Pages<MessageBody>>(keys.messages(ticketId), (data) => data && patchMessagePages(data, rows));
  }
}

function groupByTicket(messages: readonly MessageBody[]): Map<string, MessageBody[]> {
  const groups = new Map<string, MessageBody[]>();
  for (const message of messages) groups.set(message.ticketId, [...(groups.get(message.ticketId) ?? []), message]);
  return groups;
}

function draftTickets(changes: ConsoleChanges): Set<string> {
  const touched = changes.events.filter((event) => event.type.startsWith('draft.')).map((event) => event.ticketId);
  return new Set([...touched, ...changes.drafts.map((draft) => draft.ticketId)].filter((id) => id !== null));
}

/** An answer on its way may have been read before the change: read that key once more when it is in. */
function rereadInFlight(client: QueryClient, changes: ConsoleChanges): void {
  const ticketIds = new Set(changes.events.map((event) => event.ticketId));
  const touched = (key: QueryKey): boolean =>
    key[0] === 'tickets' || ticketIds.has(typeof key[1] === 'string' ? key[1] : null);
  const inFlight = (query: Query): boolean => query.state.fetchStatus === 'fetching' && touched(query.queryKey);
  for (const query of client.getQueryCache().findAll({ predicate: inFlight })) {
    const again = (): void => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, () => undefined);
  }
}
