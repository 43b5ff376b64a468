import type { DraftBody } from '@satchel/contracts';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from '../../lib/api';
import { composer, useWriting } from '../../lib/composer-store';
import { DraftSaver, type SaveState } from './draft-saver';

const savers = new Map<string, DraftSaver>();

function saverOf(ticketId: string): DraftSaver {
  const known = savers.get(ticketId);
  if (known) return known;
  const path = `/tickets/${ticketId}/drafts`;
  const saver = new DraftSaver({
    save: (text) => api.put<DraftBody>(`${path}/mine`, { text }),
    discard: (draftId) => api.delete(`${path}/${draftId}`),
  });
  savers.set(ticketId, saver);
  return saver;
}

/** Ties the reply being typed to its draft at the server; `mine` is undefined until the drafts were read. */
export function useDraft(ticketId: string, mine: DraftBody | null | undefined): SaveState {
  const { reply } = useWriting(ticketId);
  const saver = saverOf(ticketId);
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  // Leaving the ticket saves at once.
  useEffect(() => () => void saver.flush(), [saver]);
  useEffect(() => saver.set(reply), [saver, reply]);
  const id = mine?.id;
  const text = mine?.text;
  const known = mine !== undefined;
  useEffect(() => {
    if (!known) return;
    const shown = saver.adopt(id !== undefined && text !== undefined ? { id, text } : null);
    if (shown !== null) composer.write(ticketId, { reply: shown });
  }, [saver, ticketId, known, id, text]);
  return state;
}
