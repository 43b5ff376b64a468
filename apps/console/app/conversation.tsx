import { Button } from '@mantine/core';
import type { TicketBody } from '@satchel/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { Approvals } from '../features/actions/approvals';
import { AskDraft } from '../features/ai/ask-draft';
import { DraftCard } from '../features/ai/draft-card';
import { EvidenceOnDemand } from '../features/ai/evidence';
import { AiWorking, HandoffBanner } from '../features/ai/handoff-banner';
import { ProvenText } from '../features/ai/proven-text';
import { handoffOf, turnOfDraft, turnOfMessage } from '../features/ai/turn-of';
import { Composer } from '../features/composer/composer';
import { StaleDialog } from '../features/ticket/stale-dialog';
import { Thread } from '../features/ticket/thread';
import { TypingLine } from '../features/ticket/typing-line';
import { api, messageOf } from '../lib/api';
import { composer, focusComposer, useWriting } from '../lib/composer-store';
import { gainedSince, type Echo, type ThreadMessage } from '../lib/echo';
import { draftsQuery } from '../lib/queries';
import { Empty } from '../ui/empty';
import { IconAlertTriangle } from '../ui/icons';
import { toastError } from '../ui/toast';
import css from './ticket-route.module.css';
import type { ConversationState } from './use-conversation';

/** Where the features meet: the thread, what the AI proposes, and the composer share one sender. */
export function Conversation({ ticket, conversation }: { ticket: TicketBody; conversation: ConversationState }) {
  const { sender, turns } = conversation;
  const lastSeen = useRef<string | undefined>(undefined);
  const onSeen = useCallback((messageId: string) => {
    lastSeen.current = messageId;
  }, []);
  const write = (text: string): void => {
    composer.write(ticket.id, { kind: 'reply', reply: text });
    focusComposer();
  };
  const evidenceOf = (message: ThreadMessage) => {
    const turn = turnOfMessage(message, turns);
    return turn && <EvidenceOnDemand turn={turn} />;
  };
  const provenOf = (message: ThreadMessage) => {
    const spans = turnOfMessage(message, turns)?.spans;
    return spans && spans.length > 0 ? <ProvenText text={message.text} spans={spans} /> : null;
  };
  if (conversation.error && conversation.messages.length === 0) {
    return (
      <Empty
        icon={<IconAlertTriangle size={26} />}
        title="The conversation did not load"
        action={<Button onClick={conversation.retry}>Try again</Button>}
      >
        {messageOf(conversation.error)}
      </Empty>
    );
  }
  const { conflict } = sender;
  return (
    <>
      <Thread
        messages={conversation.messages}
        events={conversation.events}
        loading={conversation.loading}
        hasOlder={conversation.hasOlder}
        loadingOlder={conversation.loadingOlder}
        onOlder={conversation.loadOlder}
        onSeen={onSeen}
        onRetry={sender.retry}
        onEdit={(echo: Echo) => write(sender.withdraw(echo))}
        evidenceOf={evidenceOf}
        provenOf={provenOf}
      />
      <TypingLine ticket={ticket} />
      <Approvals ticketId={ticket.id} />
      <Proposal ticket={ticket} conversation={conversation} lastSeen={() => lastSeen.current} onUse={write} />
      {conversation.teammateDrafts.map((draft) => (
        <p key={draft.id} className={css.teammate}>
          {draft.author.name} is writing: {draft.text}
        </p>
      ))}
      <Composer
        ticket={ticket}
        mine={conversation.myDraft}
        onSend={(request) => sender.send(request, request.kind === 'reply' ? lastSeen.current : undefined)}
      />
      <StaleDialog
        opened={conflict !== null}
        gained={conflict ? gainedSince(conversation.stored, conflict.lastSeenMessageId) : []}
        onSend={sender.sendAnyway}
        onEdit={() => write(sender.edit())}
      />
    </>
  );
}

interface ProposalProps {
  ticket: TicketBody;
  conversation: ConversationState;
  lastSeen: () => string | undefined;
  onUse: (text: string) => void;
}

/** What the AI has for this ticket: a reply to send, a summary for a person, or work in progress. */
function Proposal({ ticket, conversation, lastSeen, onUse }: ProposalProps) {
  const client = useQueryClient();
  const writing = useWriting(ticket.id);
  const { aiDraft, turns, sender } = conversation;
  // Whoever was answered waits for nothing.
  const waits = conversation.messages.findLast(({ kind }) => kind !== 'note')?.direction === 'inbound';
  const handoff = ticket.aiState === 'handed_over' ? handoffOf(turns) : null;
  if (aiDraft) {
    const dismiss = (): void => {
      const { queryKey } = draftsQuery(ticket.id);
      client.setQueryData(
        queryKey,
        (page) => page && { ...page, data: page.data.filter((one) => one.id !== aiDraft.id) },
      );
      api.delete(`/tickets/${ticket.id}/drafts/${aiDraft.id}`).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey });
        toastError('The AI reply was not dismissed', error, { label: 'Try again', run: dismiss });
      });
    };
    return (
      <>
        {handoff && <HandoffBanner turn={handoff} />}
        <DraftCard
          key={aiDraft.id}
          draft={aiDraft}
          turn={turnOfDraft(aiDraft, turns)}
          writing={writing[writing.kind].trim() !== ''}
          folded={handoff !== null}
          onUse={() => onUse(aiDraft.text)}
          onSend={() => sender.sendDraft(aiDraft, lastSeen())}
          onDismiss={dismiss}
        />
      </>
    );
  }
  if (ticket.aiState === 'working') return <AiWorking />;
  return (
    <>
      {handoff && <HandoffBanner turn={handoff} />}
      {waits && <AskDraft ticketId={ticket.id} turns={turns} />}
    </>
  );
}
