import { TICKET_VIEWS, type TicketBody, type TicketStatus, type TicketView } from '@satchel/contracts';

/** What the list shows; the address bar holds all of it. */
export interface TicketFilter {
  view: TicketView;
  q: string;
  tag: string;
}

export const VIEW_LABELS: Record<TicketView, string> = {
  all: 'All tickets',
  mine: 'Mine',
  unassigned: 'Unassigned',
  ai_drafts: 'AI drafts',
  ai_handed_over: 'Handed over',
  resolved: 'Resolved',
  spam: 'Spam',
};

export function isView(text: string | undefined): text is TicketView {
  return TICKET_VIEWS.some((view) => view === text);
}

const OPEN: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];

/** Whether a ticket stands in the list of a filter; null when only the server can tell (a search). */
export function belongs(ticket: TicketBody, filter: TicketFilter, meId: string): boolean | null {
  if (filter.tag && !ticket.tags.includes(filter.tag)) return false;
  if (!inView(ticket, filter.view, meId)) return false;
  return filter.q ? null : true;
}

function inView(ticket: TicketBody, view: TicketView, meId: string): boolean {
  const open = OPEN.includes(ticket.status);
  switch (view) {
    case 'all':
      return ticket.status !== 'spam';
    case 'mine':
      return open && ticket.assignee?.id === meId;
    case 'unassigned':
      return ticket.assignee === null && (ticket.status === 'new' || ticket.status === 'open');
    case 'ai_drafts':
      return open && ticket.aiState === 'drafted';
    case 'ai_handed_over':
      return open && ticket.aiState === 'handed_over';
    case 'resolved':
      return ticket.status === 'resolved' || ticket.status === 'closed';
    case 'spam':
      return ticket.status === 'spam';
  }
}
