import { ActionIcon, Button, Tooltip } from '@mantine/core';
import type { TicketBody } from '@satchel/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { channelName, readableAddress } from '../../lib/channel-words';
import { textOf } from '../../lib/keyboard';
import { isMac } from '../../lib/use-shortcut';
import { useTicketTitle } from '../../lib/use-ticket-title';
import { ChannelIcon } from '../../ui/channel-icon';
import { IconArrowLeft, IconCheck, IconLayoutSidebarRight } from '../../ui/icons';
import { AssigneeMenu } from './assignee-menu';
import { StatusMenu } from './status-menu';
import { Tags } from './tags';
import css from './ticket-header.module.css';
import type { TicketActions } from './use-ticket-actions';

interface Props {
  ticket: TicketBody;
  actions: TicketActions;
  backTo: string;
  panelShown: boolean;
  onPanel: () => void;
  /** What else can be done with it. */
  more?: ReactNode;
}

export function TicketHeader({ ticket, actions, backTo, panelShown, onPanel, more }: Props) {
  const title = useTicketTitle()(ticket);
  const { address } = ticket.customer;
  const way = readableAddress(address) ?? channelName(ticket.channel, address);
  const done = ticket.status === 'resolved' || ticket.status === 'closed';
  return (
    <header className={css.header}>
      <div className={css.top}>
        <ActionIcon component={Link} to={backTo} className={css.back} aria-label="Back to the list" size="lg">
          <IconArrowLeft size={20} />
        </ActionIcon>
        <div className={css.names}>
          <h1 className={css.subject} title={title}>
            {title}
          </h1>
          <p className={css.meta}>
            <span className={css.number}>#{ticket.number}</span>
            <ChannelIcon channel={ticket.channel} address={ticket.customer.address} size={14} />
            <span className={css.address}>
              {ticket.customer.name}
              {way !== ticket.customer.name && <> · {way}</>}
            </span>
          </p>
        </div>
        {!done && (
          <Tooltip label={`Resolve (${textOf('resolve', isMac())})`}>
            <Button
              size="compact-md"
              variant="light"
              aria-label="Resolve"
              onClick={() => actions.setStatus('resolved')}
            >
              <IconCheck size={16} />
              <span className={css.resolve}>Resolve</span>
            </Button>
          </Tooltip>
        )}
        {more}
        <Tooltip label={`${panelShown ? 'Hide' : 'Show'} the customer (\\)`}>
          <ActionIcon aria-label="Customer panel" aria-pressed={panelShown} size="lg" onClick={onPanel}>
            <IconLayoutSidebarRight size={19} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={css.tools}>
        <StatusMenu ticket={ticket} onChange={actions.setStatus} />
        <AssigneeMenu ticket={ticket} onChange={actions.assign} />
        <Tags ticket={ticket} onChange={actions.setTags} />
      </div>
    </header>
  );
}
