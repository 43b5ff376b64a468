import type { DraftBody, EventBody, MessageBody, Page, TicketBody } from '@satchel/contracts';
import { belongs, type TicketFilter } from './ticket-filter';

/** The shape in which an endless list lies in the cache. */
export interface Pages<T> {
  pages: Page<T>[];
  pageParams: unknown[];
}

const newestFirst = (a: TicketBody, b: TicketBody): number =>
  b.lastMessageAt.localeCompare(a.lastMessageAt) || b.id.localeCompare(a.id);

/** Keeps the newer of two states of a ticket: a late answer never paints over a later change. */
export function newerTicket(known: TicketBody | undefined, incoming: TicketBody): TicketBody {
  return known && known.version > incoming.version ? known : incoming;
}

/** Puts changed tickets into a loaded list: replaced, moved, added or taken out, as the filter says. */
export function patchTicketPages(
  data: Pages<TicketBody>,
  changed: readonly TicketBody[],
  filter: TicketFilter,
  meId: string,
): Pages<TicketBody> {
  const incoming = new Map(changed.map((ticket) => [ticket.id, ticket]));
  const known = data.pages.flatMap((page) => page.data);
  const kept = known.flatMap((ticket) => {
    const next = incoming.get(ticket.id);
    if (!next) return [ticket];
    incoming.delete(ticket.id);
    const newer = newerTicket(ticket, next);
    return belongs(newer, filter, meId) === false ? [] : [newer];
  });
  const added = [...incoming.values()].filter((ticket) => belongs(ticket, filter, meId) === true);
  const rows = [...kept, ...added].sort(newestFirst);
  const hasMore = (data.pages.at(-1)?.nextCursor ?? null) !== null;
  const oldest = known.at(-1);
  // What sorts below the last loaded row belongs to a page that is not loaded yet.
  const shown = hasMore && oldest ? rows.filter((row) => newestFirst(row, oldest) <= 0) : rows;
  return repage(data, shown);
}

/** One page of rows becomes the first, the cursors stay: pages only matter for what to load next. */
function repage<T>(data: Pages<T>, rows: T[]): Pages<T> {
  const sizes = data.pages.map((page) => page.data.length);
  let at = 0;
  const pages = data.pages.map((page, index) => {
    const end = index === sizes.length - 1 ? rows.length : at + (sizes[index] ?? 0);
    const slice = rows.slice(at, end);
    at = end;
    return { ...page, data: slice };
  });
  return { ...data, pages };
}

const oldestFirst = (a: MessageBody, b: MessageBody): number =>
  a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);

/** Puts messages into a loaded thread; the first page is the newest. Older ones than are loaded wait for their page. */
export function patchMessagePages(data: Pages<MessageBody>, messages: readonly MessageBody[]): Pages<MessageBody> {
  const incoming = new Map(messages.map((message) => [message.id, message]));
  const pages = data.pages.map((page) => ({
    ...page,
    data: page.data.map((message) => {
      const next = incoming.get(message.id);
      incoming.delete(message.id);
      return next ?? message;
    }),
  }));
  const [newest, ...older] = pages;
  if (!newest) return data;
  const start = newest.data[0];
  const more = [...incoming.values()].filter(
    (message) => !start || newest.nextCursor === null || oldestFirst(message, start) >= 0,
  );
  if (more.length > 0) newest.data = [...newest.data, ...more].sort(oldestFirst);
  return { ...data, pages: [newest, ...older] };
}

/** Saved drafts come with their rows; one that is gone comes as an event alone. */
export function patchDrafts(
  page: Page<DraftBody>,
  ticketId: string,
  drafts: readonly DraftBody[],
  events: readonly EventBody[],
): Page<DraftBody> {
  const gone = new Set(
    events.flatMap((event) =>
      event.type === 'draft.discarded' ? [(event as EventBody<'draft.discarded'>).payload.draftId] : [],
    ),
  );
  const incoming = new Map(drafts.filter((draft) => draft.ticketId === ticketId).map((draft) => [draft.id, draft]));
  for (const id of incoming.keys()) gone.delete(id);
  const kept = page.data
    .filter((draft) => !gone.has(draft.id))
    .map((draft) => {
      const next = incoming.get(draft.id);
      incoming.delete(draft.id);
      return next && next.version >= draft.version ? next : draft;
    });
  return { ...page, data: [...kept, ...incoming.values()] };
}
