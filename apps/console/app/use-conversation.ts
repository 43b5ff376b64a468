import type { AiTurnBody, DraftBody, EventBody, MessageBody, TicketBody } from '@satchel/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ThreadMessage, withEchoes } from '../lib/echo';
import { draftsQuery, messagesQuery, scheduledQuery, timelineQuery, turnsQuery } from '../lib/queries';
import { useMe } from '../lib/session';
import { type Sender, useSender } from '../lib/use-sender';
import { useUndoToast } from './use-undo-toast';

export interface ConversationState {
  loading: boolean;
  error: Error | null;
  retry: () => void;
  messages: ThreadMessage[];
  stored: MessageBody[];
  events: EventBody[];
  turns: AiTurnBody[];
  aiDraft: DraftBody | null;
  /** undefined until the drafts were read. */
  myDraft: DraftBody | null | undefined;
  teammateDrafts: DraftBody[];
  hasOlder: boolean;
  loadingOlder: boolean;
  loadOlder: () => void;
  sender: Sender;
}

/** Everything said, done and about to be said on a ticket, from the cache that the socket keeps live. */
export function useConversation(ticket: TicketBody): ConversationState {
  const meId = useMe().person.id;
  const pages = useInfiniteQuery(messagesQuery(ticket.id));
  const drafts = useQuery(draftsQuery(ticket.id)).data?.data;
  const turns = useQuery(turnsQuery(ticket.id)).data ?? NO_TURNS;
  const events = useQuery(timelineQuery(ticket.id)).data ?? NO_EVENTS;
  const sender = useSender(ticket.id, useUndoToast());
  const waiting = useQuery(scheduledQuery(ticket.id)).data ?? NO_MESSAGES;
  // The first page is the newest: pages turn round, rows inside them do not.
  const stored = useMemo(() => [...(pages.data?.pages ?? [])].reverse().flatMap((page) => page.data), [pages.data]);
  const messages = useMemo(
    () => withEchoes(withWaiting(stored, waiting), sender.echoes),
    [stored, waiting, sender.echoes],
  );
  const sending = new Set(messages.map((message) => message.clientId));
  const byPerson = drafts?.filter((draft) => draft.author.kind === 'person');
  return {
    loading: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    messages,
    stored,
    events,
    turns,
    aiDraft: drafts?.find((draft) => draft.author.kind === 'ai' && !sending.has(`draft:${draft.id}`)) ?? null,
    myDraft: byPerson && (byPerson.find((draft) => draft.author.id === meId) ?? null),
    teammateDrafts: byPerson?.filter((draft) => draft.author.id !== meId && draft.text.trim() !== '') ?? [],
    hasOlder: pages.hasNextPage,
    loadingOlder: pages.isFetchingNextPage,
    loadOlder: () => void pages.fetchNextPage(),
    sender,
  };
}

/** One that has left just now is a message already. */
function withWaiting(stored: readonly MessageBody[], waiting: readonly MessageBody[]): MessageBody[] {
  const left = new Set(stored.map(({ clientId }) => clientId).filter((id) => id !== null));
  return [...stored, ...waiting.filter(({ clientId }) => clientId === null || !left.has(clientId))];
}

const NO_MESSAGES: MessageBody[] = [];
const NO_TURNS: AiTurnBody[] = [];
const NO_EVENTS: EventBody[] = [];
