import { useDocumentTitle } from '@mantine/hooks';
import type { TicketBody } from '@satchel/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { InboxPane } from '../features/inbox/inbox-pane';
import { messagesQuery, ticketListQuery, ticketQuery } from '../lib/queries';
import { isView, type TicketFilter, VIEW_LABELS } from '../lib/ticket-filter';
import { useShortcut } from '../lib/use-shortcut';
import { ErrorBoundary } from '../ui/error-boundary';
import css from './inbox-route.module.css';
import { NothingOpen } from './nothing-open';
import { TicketRoute } from './ticket-route';

/** The address says everything: the view, the filters, the open ticket. */
export function InboxRoute() {
  const { view, ticketId } = useParams();
  const [params] = useSearchParams();
  if (!isView(view)) return <Navigate to="/inbox/all" replace />;
  const filter: TicketFilter = { view, q: params.get('q') ?? '', tag: params.get('tag') ?? '' };
  return <Inbox key={view} filter={filter} ticketId={ticketId} />;
}

function Inbox({ filter, ticketId }: { filter: TicketFilter; ticketId: string | undefined }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const search = params.toString() ? `?${params.toString()}` : '';
  const listHref = `/inbox/${filter.view}${search}`;
  const { view } = filter;
  const hrefOf = useCallback((id: string) => `/inbox/${view}/${id}${search}`, [view, search]);
  const subject = useQuery({ ...ticketQuery(ticketId ?? ''), enabled: ticketId !== undefined }).data?.subject;
  useDocumentTitle(`${ticketId && subject ? subject : VIEW_LABELS[view]} · Satchel`);

  const prefetch = useCallback(
    (ticket: TicketBody) => {
      if (!client.getQueryData(ticketQuery(ticket.id).queryKey)) {
        client.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      }
      void client.prefetchInfiniteQuery(messagesQuery(ticket.id));
    },
    [client],
  );
  const onFilter = (change: { q?: string; tag?: string }): void => {
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  };
  useShortcut('close', () => {
    const active = document.activeElement;
    if (active instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(active.tagName)) active.blur();
    else if (ticketId) void navigate(listHref);
  });
  /** After "resolve and next": the row below, else the one above, else the list. */
  const goNext = (): void => {
    const rows = client.getQueryData(ticketListQuery(filter).queryKey)?.pages.flatMap((page) => page.data) ?? [];
    const at = rows.findIndex((row) => row.id === ticketId);
    const next = rows[at + 1] ?? rows[at - 1];
    void navigate(next && at >= 0 ? hrefOf(next.id) : listHref);
  };
  return (
    <div className={css.panes} data-open={ticketId ? true : undefined}>
      <div className={css.list}>
        <InboxPane filter={filter} ticketId={ticketId} hrefOf={hrefOf} onFilter={onFilter} prefetch={prefetch} />
      </div>
      <div className={css.ticket}>
        <ErrorBoundary key={ticketId}>
          {ticketId ? <TicketRoute ticketId={ticketId} backTo={listHref} goNext={goNext} /> : <NothingOpen />}
        </ErrorBoundary>
      </div>
    </div>
  );
}
