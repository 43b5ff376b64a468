import type { TicketBody } from '@satchel/contracts';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcut } from '../../lib/use-shortcut';

const PREFETCH_AHEAD = 3;

/** j, k and Enter. With a ticket open the next one opens at once; else a cursor moves and Enter opens. */
export function useListKeys(
  rows: readonly TicketBody[],
  openId: string | undefined,
  hrefOf: (ticketId: string) => string,
  scrollTo: (index: number) => void,
  prefetch: (ticket: TicketBody) => void,
): string | null {
  const navigate = useNavigate();
  const [cursor, setCursor] = useState<string | null>(null);
  const currentId = openId ?? cursor;
  const at = rows.findIndex((row) => row.id === currentId);

  const move = (step: 1 | -1): void => {
    const index = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
    const next = rows[index];
    if (!next) return;
    scrollTo(index);
    setCursor(next.id);
    if (openId) void navigate(hrefOf(next.id), { replace: true });
  };
  useShortcut('next', () => move(1));
  useShortcut('previous', () => move(-1));
  useShortcut('open', () => {
    if (cursor && !openId) void navigate(hrefOf(cursor));
  });
  useEffect(() => {
    if (at < 0) return;
    for (const ticket of rows.slice(at + 1, at + 1 + PREFETCH_AHEAD)) prefetch(ticket);
    // Only a move of the cursor is a reason; new rows alone are not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentId]);
  return openId ? null : cursor;
}
