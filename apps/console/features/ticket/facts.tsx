import { Button, VisuallyHidden } from '@mantine/core';
import type { MessageFacts, SenderProof, TicketBody } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/api';
import { channelName, readableAddress } from '../../lib/channel-words';
import type { ThreadMessage } from '../../lib/echo';
import { keys } from '../../lib/query-keys';
import { ChannelIcon } from '../../ui/channel-icon';
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck, IconShieldX } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import { toastDone, toastError } from '../../ui/toast';
import css from './facts.module.css';

const PROOF: Record<SenderProof, string> = {
  proven: 'The sender is proven',
  unproven: 'Nobody vouches for the sender',
  forged: 'Forged sender: their own domain says that somebody else wrote this',
};

/** Where a message came from or went to, and how sure that is. */
export function Facts({ message }: { message: ThreadMessage }) {
  const { destination, facts } = message;
  if (!destination) return null;
  const copies = destination.cc?.length ? `, copies to ${destination.cc.join(', ')}` : '';
  const { channel, address } = destination;
  const name = channelName(channel, address);
  const whom = readableAddress(address);
  const inbound = message.direction === 'inbound';
  const way = `${whom ? `${inbound ? 'from' : 'to'} ${whom} ` : ''}over ${name}${copies}`;
  return (
    <>
      <span className={css.way} title={way}>
        <ChannelIcon channel={channel} address={address} size={13} />
        {whom && !inbound && <span className={css.whom}>{whom}</span>}
        {copies && <span>+{destination.cc?.length}</span>}
        <VisuallyHidden>{way}</VisuallyHidden>
      </span>
      {facts?.sender === 'proven' && (
        <span className={css.proof} title={PROOF.proven} role="img" aria-label={PROOF.proven}>
          <IconShieldCheck size={14} />
        </span>
      )}
      {facts?.sender === 'forged' && (
        <Pill tone="red" icon={<IconShieldX size={12} />}>
          Forged sender
        </Pill>
      )}
      {facts?.automated && <Pill>{facts.automated}</Pill>}
    </>
  );
}

/** What a reader should know before the words. */
export function Notices({ message }: { message: ThreadMessage }) {
  const { facts } = message;
  if (!facts) return null;
  const replyTo = facts.replyTo && facts.replyTo !== facts.from ? facts.replyTo : null;
  return (
    <>
      {facts.sender === 'forged' && <Notice warns>{PROOF.forged}.</Notice>}
      {replyTo && (
        <Notice warns>
          Asks for answers to another address ({replyTo}). Yours goes to {facts.from}.
        </Notice>
      )}
      {facts.notices?.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      {facts.maybeTicketId && <Suggestion ticketId={message.ticketId} facts={facts} />}
    </>
  );
}

function Notice({ warns, children }: { warns?: boolean; children: ReactNode }) {
  return (
    <p className={css.notice} data-warns={warns || undefined}>
      {warns ? <IconAlertTriangle size={15} /> : <IconInfoCircle size={15} />}
      <span>{children}</span>
    </p>
  );
}

/** It names another ticket, or speaks of the same: a person says whether it belongs there. */
function Suggestion({ ticketId, facts }: { ticketId: string; facts: MessageFacts }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const join = useMutation({
    mutationFn: () => api.post<TicketBody>(`/tickets/${ticketId}/join`, { intoId: facts.maybeTicketId }),
    onSuccess: (ticket) => {
      toastDone(`Joined to #${ticket.number}`);
      void client.invalidateQueries({ queryKey: keys.ticketLists });
      void client.invalidateQueries({ queryKey: keys.messages(ticket.id) });
      void navigate(`/inbox/all/${ticket.id}`);
    },
    onError: (error) =>
      toastError('The tickets were not joined', error, { label: 'Try again', run: () => join.mutate() }),
  });
  return (
    <p className={css.notice}>
      <IconInfoCircle size={15} />
      <span>
        May belong to <Link to={`/inbox/all/${facts.maybeTicketId}`}>#{facts.maybeTicketNumber}</Link>.
      </span>
      <Button size="compact-xs" variant="default" loading={join.isPending} onClick={() => join.mutate()}>
        Join them
      </Button>
    </p>
  );
}
