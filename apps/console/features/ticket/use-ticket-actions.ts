import type { PersonBody, TicketBody, TicketStatus, UpdateTicketRequest } from '@satchel/contracts';
import { useMe } from '../../lib/session';
import { useShortcut } from '../../lib/use-shortcut';
import { useTicketUpdate } from '../../lib/use-ticket-update';
import { STATUS_LABELS } from '../../ui/status';
import { toastDone, toastError } from '../../ui/toast';

export interface TicketActions {
  setStatus: (status: TicketStatus) => void;
  assign: (person: Pick<PersonBody, 'id' | 'name'> | null) => void;
  setTags: (tags: string[]) => void;
}

/** What takes a ticket out of sight gets a way back. */
const UNDOABLE: readonly TicketStatus[] = ['resolved', 'closed', 'spam'];

/** Everything one does to the open ticket, by mouse and by key. */
export function useTicketActions(ticket: TicketBody, goNext: () => void): TicketActions {
  const update = useTicketUpdate();
  const me = useMe().person;

  const change = (
    what: string,
    body: UpdateTicketRequest,
    name?: string,
    done?: (stored: TicketBody) => void,
  ): void => {
    update(ticket, body, name).then(done, (error: unknown) =>
      toastError(`${what} was not saved`, error, { label: 'Try again', run: () => change(what, body, name, done) }),
    );
  };
  const putBack = (stored: TicketBody, status: TicketStatus): void => {
    update(stored, { status }).catch((error: unknown) =>
      toastError('The status was not put back', error, { label: 'Try again', run: () => putBack(stored, status) }),
    );
  };
  const setStatus = (status: TicketStatus): void => {
    if (status === ticket.status) return;
    change('The status', { status }, undefined, (stored) => {
      if (!UNDOABLE.includes(status)) return;
      const back = ticket.status === 'new' ? 'open' : ticket.status;
      toastDone(`#${ticket.number} ${STATUS_LABELS[status].toLowerCase()}`, () => putBack(stored, back));
    });
  };
  const assign: TicketActions['assign'] = (person) =>
    change('The assignee', { assigneeId: person?.id ?? null }, person?.name);

  useShortcut('resolve', () => setStatus('resolved'));
  useShortcut('resolve_next', () => {
    goNext();
    setStatus('resolved');
  });
  useShortcut('spam', () => setStatus('spam'));
  useShortcut('take', () => assign(me));
  return { setStatus, assign, setTags: (tags) => change('The tags', { tags }) };
}
