import type {
  ActionBody,
  ActionRunBody,
  AiSettingsBody,
  AiTurnBody,
  BootBody,
  ConnectionBody,
  ConnectorBody,
  CopilotSuggestionsBody,
  CopilotSummaryBody,
  CustomerContextBody,
  DeskSettingsBody,
  DestinationOptionBody,
  DraftBody,
  EventBody,
  HandoffBody,
  MeBody,
  MessageBody,
  MessageTemplateBody,
  OrderBody,
  Page,
  PersonBody,
  PreferencesBody,
  TicketBody,
  TicketView,
} from '@satchel/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, withQuery } from './api';
import { type ActionScope, keys } from './query-keys';
import type { TicketFilter } from './ticket-filter';

const LIST_PAGE = 60;
const THREAD_PAGE = 50;
/** The socket keeps live keys fresh; a shop's facts have no socket. */
const SHOP_STALE_MS = 60_000;
/** More than this nobody reads from a badge. */
const WAITING_MOST = 100;
const FIRST_PAGE = null as string | null;

export const bootQuery = queryOptions({
  queryKey: keys.boot,
  queryFn: ({ signal }) => api.get<BootBody>('/boot', signal),
});

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => api.get<MeBody>('/me', signal) });

export const peopleQuery = queryOptions({
  queryKey: keys.people,
  queryFn: async ({ signal }) => (await api.get<Page<PersonBody>>('/people', signal)).data,
});

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => api.get<Record<TicketView, number>>('/tickets/counts', signal),
});

export const ticketListQuery = (filter: TicketFilter) =>
  infiniteQueryOptions({
    queryKey: keys.ticketList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TicketBody>>(withQuery('/tickets', { ...filter, limit: LIST_PAGE, cursor: pageParam }), signal),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
  });

export const ticketSearchQuery = (q: string) =>
  queryOptions({
    queryKey: keys.ticketSearch(q),
    queryFn: ({ signal }) => api.get<Page<TicketBody>>(withQuery('/tickets', { q, limit: 8 }), signal),
    enabled: q.trim().length > 1,
  });

export const ticketQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.ticket(ticketId),
    queryFn: ({ signal }) => api.get<TicketBody>(`/tickets/${ticketId}`, signal),
  });

export const messagesQuery = (ticketId: string) =>
  infiniteQueryOptions({
    queryKey: keys.messages(ticketId),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<MessageBody>>(
        withQuery(`/tickets/${ticketId}/messages`, { limit: THREAD_PAGE, cursor: pageParam }),
        signal,
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What waits to be sent, the next one first. */
export const scheduledQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.scheduled(ticketId),
    queryFn: async ({ signal }) => (await api.get<Page<MessageBody>>(`/tickets/${ticketId}/scheduled`, signal)).data,
  });

export const preferencesQuery = queryOptions({
  queryKey: keys.preferences,
  queryFn: ({ signal }) => api.get<PreferencesBody>('/me/preferences', signal),
});

export const draftsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.drafts(ticketId),
    queryFn: ({ signal }) => api.get<Page<DraftBody>>(`/tickets/${ticketId}/drafts`, signal),
  });

export const turnsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.turns(ticketId),
    queryFn: async ({ signal }) => (await api.get<Page<AiTurnBody>>(`/tickets/${ticketId}/turns`, signal)).data,
  });

/** Who waits for a person after the AI stepped back, the longest wait first. */
export const handoffsQuery = queryOptions({
  queryKey: keys.handoffs,
  queryFn: async ({ signal }) => (await api.get<Page<HandoffBody>>('/ai/handoffs', signal)).data,
});

/** What the copilot makes of a ticket; read where it is shown only, since a model may have to be asked. */
export const copilotSummaryQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.copilotSummary(ticketId),
    queryFn: ({ signal }) => api.get<CopilotSummaryBody>(`/tickets/${ticketId}/copilot/summary`, signal),
    staleTime: SHOP_STALE_MS,
    retry: false,
  });

export const copilotSuggestionsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.copilotSuggestions(ticketId),
    queryFn: ({ signal }) => api.get<CopilotSuggestionsBody>(`/tickets/${ticketId}/copilot/suggestions`, signal),
    staleTime: SHOP_STALE_MS,
    retry: false,
  });

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: keys.order(orderId),
    queryFn: ({ signal }) => api.get<OrderBody>(`/orders/${orderId}`, signal),
  });

export const timelineQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.timeline(ticketId),
    queryFn: async ({ signal }) => (await api.get<Page<EventBody>>(`/tickets/${ticketId}/events`, signal)).data,
  });

/** `unverified`: records under addresses that nothing proves are taken for theirs. `fresh`: past what is kept for a minute. */
export const customerContextQuery = (customerId: string, { unverified = false, fresh = false } = {}) =>
  queryOptions({
    queryKey: [...keys.customerContext(customerId), unverified],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({
        ...(unverified && { include: 'unverified' }),
        ...(fresh && { fresh: 'true' }),
      });
      return api.get<CustomerContextBody>(`/customers/${customerId}/context?${asked.toString()}`, signal);
    },
    staleTime: SHOP_STALE_MS,
  });

/** Ways to answer a ticket's customer; the socket marks them as old whenever the customer writes or a way is barred. */
export const destinationsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: keys.destinations(ticketId),
    queryFn: async ({ signal }) =>
      (await api.get<Page<DestinationOptionBody>>(`/tickets/${ticketId}/destinations`, signal)).data,
  });

export const templatesQuery = (connectionId: string) =>
  queryOptions({
    queryKey: keys.templates(connectionId),
    queryFn: async ({ signal }) =>
      (await api.get<Page<MessageTemplateBody>>(`/connections/${connectionId}/templates`, signal)).data,
    staleTime: SHOP_STALE_MS,
  });

export const aiSettingsQuery = queryOptions({
  queryKey: keys.aiSettings,
  queryFn: ({ signal }) => api.get<AiSettingsBody>('/ai/settings', signal),
});

export const deskSettingsQuery = queryOptions({
  queryKey: keys.deskSettings,
  queryFn: ({ signal }) => api.get<DeskSettingsBody>('/desk/settings', signal),
});

export const connectionsQuery = queryOptions({
  queryKey: keys.connections,
  queryFn: async ({ signal }) => (await api.get<Page<ConnectionBody>>('/connections', signal)).data,
});

/** What can be connected is fixed by the server's version. */
export const connectorsQuery = queryOptions({
  queryKey: keys.connectors,
  queryFn: async ({ signal }) => (await api.get<Page<ConnectorBody>>('/connectors', signal)).data,
  staleTime: Infinity,
});

/** What can be done here and now, and why the rest cannot. It asks the shops, so it is read where it is shown only. */
export const actionsQuery = (scope: ActionScope) =>
  queryOptions({
    queryKey: keys.actions(scope),
    queryFn: async ({ signal }) => (await api.get<Page<ActionBody>>(withQuery('/actions', { ...scope }), signal)).data,
    staleTime: SHOP_STALE_MS,
  });

/** One action, with what its arguments are chosen from. */
export const actionQuery = (name: string, { ticketId, customerId }: ActionScope) =>
  queryOptions({
    queryKey: keys.action(name, { ticketId, customerId }),
    queryFn: ({ signal }) => api.get<ActionBody>(withQuery(`/actions/${name}`, { ticketId, customerId }), signal),
    staleTime: SHOP_STALE_MS,
  });

/** What waits for a person: a yes, or a look at what nobody knows. Oldest first. */
export const waitingRunsQuery = queryOptions({
  queryKey: keys.waitingRuns,
  queryFn: async ({ signal }) => {
    const states = ['awaiting_approval', 'awaiting_confirmation', 'uncertain'] as const;
    const pages = await Promise.all(
      states.map((state) =>
        api.get<Page<ActionRunBody>>(withQuery('/action-runs', { state, limit: WAITING_MOST }), signal),
      ),
    );
    return pages.flatMap((page) => page.data).sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  },
});
