import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { TicketBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Copilot } from '../features/ai/copilot';
import { CustomerPanel } from '../features/customer/customer-panel';
import { TicketMore } from '../features/simulations/ticket-more';
import { TicketHeader } from '../features/ticket/ticket-header';
import { useTicketActions } from '../features/ticket/use-ticket-actions';
import { messageOf } from '../lib/api';
import { readPreference, writePreference } from '../lib/preferences';
import { ticketQuery } from '../lib/queries';
import { useShortcut } from '../lib/use-shortcut';
import { Empty } from '../ui/empty';
import { ErrorBoundary } from '../ui/error-boundary';
import { IconAlertTriangle } from '../ui/icons';
import { cardActions, suggestedAction } from './card-actions';
import { Conversation } from './conversation';
import css from './ticket-route.module.css';
import { useConversation } from './use-conversation';

interface Props {
  ticketId: string;
  backTo: string;
  goNext: () => void;
}

export function TicketRoute({ ticketId, backTo, goNext }: Props) {
  const ticket = useQuery(ticketQuery(ticketId));
  if (ticket.data) return <Ticket key={ticketId} ticket={ticket.data} backTo={backTo} goNext={goNext} />;
  if (ticket.isPending) return <Skeleton height={90} m="md" w="auto" />;
  return (
    <Empty
      icon={<IconAlertTriangle size={26} />}
      title="This ticket did not open"
      action={
        <Button component={Link} to={backTo} variant="light">
          Back to the list
        </Button>
      }
    >
      {messageOf(ticket.error)}
    </Empty>
  );
}

function Ticket({ ticket, backTo, goNext }: { ticket: TicketBody; backTo: string; goNext: () => void }) {
  const actions = useTicketActions(ticket, goNext);
  const conversation = useConversation(ticket);
  const wide = useMediaQuery('(min-width: 72em)', true, { getInitialValueInEffect: false });
  const [docked, setDocked] = useState(() => readPreference('panel') !== 'hidden');
  const [drawer, setDrawer] = useState(false);
  const shown = wide ? docked : drawer;
  const toggle = (): void => {
    if (!wide) return setDrawer(!drawer);
    setDocked(!docked);
    writePreference('panel', docked ? 'hidden' : 'shown');
  };
  useShortcut('panel', toggle);
  useShortcut('copilot', toggle, !shown);
  const texts = conversation.messages.filter((one) => one.direction === 'inbound').map((one) => one.text);
  const panel = (
    <div className={css.side}>
      <ErrorBoundary>
        <Copilot key={ticket.id} ticket={ticket} action={suggestedAction(ticket)} />
      </ErrorBoundary>
      <div className={css.customer}>
        <ErrorBoundary>
          <CustomerPanel
            customer={ticket.customer}
            ticketId={ticket.id}
            texts={[ticket.subject, ...texts]}
            actions={cardActions(ticket)}
          />
        </ErrorBoundary>
      </div>
    </div>
  );
  return (
    <div className={css.ticket} data-panel={(wide && docked) || undefined}>
      <div className={css.main}>
        <TicketHeader
          ticket={ticket}
          actions={actions}
          backTo={backTo}
          panelShown={shown}
          onPanel={toggle}
          more={<TicketMore ticketId={ticket.id} />}
        />
        <Conversation ticket={ticket} conversation={conversation} />
      </div>
      {wide && docked && <div className={css.panel}>{panel}</div>}
      {!wide && (
        <Drawer
          opened={drawer}
          onClose={() => setDrawer(false)}
          position="right"
          size={360}
          title="Customer"
          closeButtonProps={{ 'aria-label': 'Close' }}
          styles={{ body: { padding: 0 } }}
        >
          {panel}
        </Drawer>
      )}
    </div>
  );
}
