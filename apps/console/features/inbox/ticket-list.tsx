import type { TicketBody } from '@satchel/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { messageOf } from '../../lib/api';
import { ticketListQuery } from '../../lib/queries';
import type { TicketFilter } from '../../lib/ticket-filter';
import { useNow } from '../../lib/use-now';
import { ListEmpty, ListFailed, ListLoading } from './list-states';
import css from './ticket-list.module.css';
import { TicketRow } from './ticket-row';
import { useListKeys } from './use-list-keys';

const ROW_PX = 92;
const LOAD_AHEAD_ROWS = 12;

interface Props {
  filter: TicketFilter;
  ticketId: string | undefined;
  hrefOf: (ticketId: string) => string;
  onClear: () => void;
  prefetch: (ticket: TicketBody) => void;
}

export function TicketList({ filter, ticketId, hrefOf, onClear, prefetch }: Props) {
  const list = useInfiniteQuery(ticketListQuery(filter));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  // The compiler cannot follow this library's mutable instance; nothing here is memoised on it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const cursor = useListKeys(rows, ticketId, hrefOf, (index) => virtual.scrollToIndex(index), prefetch);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - LOAD_AHEAD_ROWS) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (list.isPending) return <ListLoading />;
  if (list.isError && rows.length === 0) {
    return <ListFailed message={messageOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (rows.length === 0) return <ListEmpty filter={filter} onClear={onClear} />;
  return (
    <div ref={scroller} className={css.scroller} tabIndex={-1}>
      <ul className={css.rows} style={{ height: virtual.getTotalSize() }} aria-label="Tickets">
        {items.map((item) => {
          const ticket = rows[item.index];
          if (!ticket) return null;
          return (
            <li
              key={item.key}
              className={css.item}
              style={{ height: ROW_PX, transform: `translateY(${item.start}px)` }}
              data-cursor={cursor === ticket.id || undefined}
            >
              <TicketRow
                ticket={ticket}
                to={hrefOf(ticket.id)}
                selected={ticket.id === ticketId}
                now={now}
                onHover={prefetch}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
