import type { CreateMessageRequest, DraftBody, MessageBody } from '@satchel/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ApiError, messageOf } from './api';
import { putMessages } from './apply-changes';
import { dropEcho, type Echo, failEcho, makeEcho, putEcho } from './echo';
import { messagesQuery } from './queries';
import { newClientId } from './new-id';
import { keys } from './query-keys';
import { useMe } from './session';

/** A send that the server stopped because the customer wrote meanwhile. */
export interface Conflict {
  echo: Echo;
  draftId: string | null;
  lastSeenMessageId: string | undefined;
}

export interface Sender {
  echoes: Echo[];
  conflict: Conflict | null;
  send: (request: CreateMessageRequest, lastSeenMessageId?: string) => void;
  sendDraft: (draft: DraftBody, lastSeenMessageId?: string) => void;
  retry: (echo: Echo) => void;
  /** Takes an unsent message off the thread and gives its text back. */
  withdraw: (echo: Echo) => string;
  sendAnyway: () => void;
  /** Closes the question and gives the text back for editing. */
  edit: () => string;
}

export function useSender(ticketId: string, onScheduled?: (message: MessageBody) => void): Sender {
  const client = useQueryClient();
  const me = useMe();
  const key = keys.echoes(ticketId);
  const echoes = useQuery<Echo[]>({
    queryKey: key,
    queryFn: () => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const change = (next: (known: Echo[] | undefined) => Echo[]): void => void client.setQueryData<Echo[]>(key, next);

  const deliver = async (echo: Echo, draftId: string | null, lastSeenMessageId: string | undefined): Promise<void> => {
    const { clientId } = echo.request;
    change((known) => putEcho(known, { ...echo, state: 'sending', problem: null }));
    try {
      const stored = draftId
        ? await api.post<MessageBody>(`/tickets/${ticketId}/drafts/${draftId}/send`, {
            text: echo.request.text,
            lastSeenMessageId,
          })
        : await api.post<MessageBody>(`/tickets/${ticketId}/messages`, { ...echo.request, lastSeenMessageId });
      // What waits is no message yet.
      if (stored.scheduled) {
        client.setQueryData<MessageBody[]>(keys.scheduled(ticketId), (known = []) => [
          ...known.filter(({ id }) => id !== stored.id),
          stored,
        ]);
        onScheduled?.(stored);
      } else putMessages(client, [stored]);
      change((known) => dropEcho(known, clientId));
      void client.invalidateQueries({ queryKey: keys.drafts(ticketId) });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'stale_ticket') {
        change((known) => dropEcho(known, clientId));
        await client.invalidateQueries({ queryKey: messagesQuery(ticketId).queryKey });
        setConflict({ echo, draftId, lastSeenMessageId });
        return;
      }
      change((known) => failEcho(known, clientId, messageOf(error)));
    }
  };

  const echoOf = (request: CreateMessageRequest, clientId: string): Echo =>
    makeEcho(
      ticketId,
      { ...request, clientId },
      { kind: 'person', id: me.person.id, name: me.person.name },
      new Date(),
    );

  return {
    echoes: echoes.data,
    conflict,
    send: (request, lastSeenMessageId) => void deliver(echoOf(request, newClientId()), null, lastSeenMessageId),
    // The server stores a sent draft under this client id, so its echo gives way to it like any other.
    sendDraft: (draft, lastSeenMessageId) =>
      void deliver(echoOf({ kind: 'reply', text: draft.text }, `draft:${draft.id}`), draft.id, lastSeenMessageId),
    retry: (echo) => void deliver(echo, draftIdOf(echo), undefined),
    withdraw: (echo) => {
      change((known) => dropEcho(known, echo.request.clientId));
      return echo.request.text;
    },
    sendAnyway: () => {
      if (!conflict) return;
      setConflict(null);
      void deliver(conflict.echo, conflict.draftId, undefined);
    },
    edit: () => {
      setConflict(null);
      return conflict?.echo.request.text ?? '';
    },
  };
}

function draftIdOf(echo: Echo): string | null {
  return /^draft:(.+)$/.exec(echo.request.clientId)?.[1] ?? null;
}
