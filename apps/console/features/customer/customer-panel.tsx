import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import type {
  CustomerContextBody,
  CustomerRef,
  LoyaltyMemberBody,
  OrderBody,
  PossibleMatchBody,
  SubscriptionBody,
} from '@satchel/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { messageOf } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { customerContextQuery } from '../../lib/queries';
import { Face } from '../../ui/face';
import { IconPackage, IconRefresh } from '../../ui/icons';
import { Addresses } from './addresses';
import css from './customer-panel.module.css';
import { LoyaltyCard } from './loyalty-card';
import { Merges } from './merges';
import { CustomCard, OtherTickets, Worth } from './more-cards';
import { OrderCard } from './order-card';
import { pickOrder } from './pick-order';
import { SourcesLine } from './sources';
import { SubscriptionCard } from './subscription-card';

/** What can be done about each card; whoever puts the panel on the page knows. */
export interface CardActions {
  order: (order: OrderBody) => ReactNode;
  member: (member: LoyaltyMemberBody) => ReactNode;
  subscription: (subscription: SubscriptionBody) => ReactNode;
}

interface Props {
  customer: CustomerRef;
  /** The ticket that is open beside it. */
  ticketId: string;
  /** What the customer wrote, oldest first: the order they name opens. */
  texts: string[];
  actions: CardActions;
}

export function CustomerPanel({ customer, ticketId, texts, actions }: Props) {
  const client = useQueryClient();
  const [trusted, setTrusted] = useState<string | null>(null);
  // One customer's panel follows another's: nobody is trusted but the one it was said of.
  const unverified = trusted === customer.id;
  const context = useQuery(customerContextQuery(customer.id, { unverified }));
  const readAgain = () =>
    client.fetchQuery({ ...customerContextQuery(customer.id, { unverified, fresh: true }), staleTime: 0 });
  return (
    <aside className={css.panel} aria-label="Customer">
      <header className={css.who}>
        <Face name={customer.name} size={42} />
        <div className={css.names}>
          <h2>{customer.name}</h2>
          {context.data && <p>Customer since {formatDate(context.data.customer.createdAt, 'month')}</p>}
        </div>
        <Tooltip label="Read the shops again">
          <ActionIcon
            aria-label="Read the shops again"
            loading={context.isFetching}
            onClick={() => void readAgain().catch(() => undefined)}
          >
            <IconRefresh size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      {context.isPending && <PanelLoading />}
      {context.isError && !context.data && (
        <div className={css.problem} role="alert">
          <span>{messageOf(context.error)}</span>
          <Button size="compact-xs" variant="default" onClick={() => void context.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {context.data && <Context context={context.data} ticketId={ticketId} texts={texts} actions={actions} />}
      {context.data && !unverified && context.data.possibleMatches.length > 0 && (
        <PossibleMatches matches={context.data.possibleMatches} onShow={() => setTrusted(customer.id)} />
      )}
    </aside>
  );
}

/** Whose mail address nobody proved may be somebody else: an agent decides to look. */
function PossibleMatches({ matches, onShow }: { matches: PossibleMatchBody[]; onShow: () => void }) {
  return (
    <section aria-label="Possible matches">
      <h3>Maybe also theirs</h3>
      {matches.map(({ connectionId, externalId, name, reason }) => (
        <p key={`${connectionId}/${externalId}`} className={css.maybe}>
          {name || 'No name'} <span>{reason}</span>
        </p>
      ))}
      <Button size="compact-xs" variant="default" onClick={onShow}>
        Show anyway
      </Button>
    </section>
  );
}

interface ContextProps extends Omit<Props, 'customer'> {
  context: CustomerContextBody;
}

function Context({ context, ticketId, texts, actions }: ContextProps) {
  const current = pickOrder(context.orders, texts);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const openId = chosen === undefined ? current?.id : chosen;
  const others = context.orders.filter((order) => order.id !== current?.id);
  const card = (order: OrderBody) => (
    <OrderCard
      key={order.id}
      order={order}
      open={openId === order.id}
      onToggle={() => setChosen(openId === order.id ? null : order.id)}
      actions={() => actions.order(order)}
    />
  );
  return (
    <>
      <Addresses customer={context.customer} />
      <SourcesLine context={context} />
      <Worth context={context} />
      {current ? (
        <section>
          <h3>Current order</h3>
          {card(current)}
        </section>
      ) : (
        <div className={css.none}>
          <IconPackage size={20} />
          <p>No orders under this address. If they ordered with another one, ask for the order number.</p>
        </div>
      )}
      {others.length > 0 && (
        <section>
          <h3>
            Other orders <span>{others.length}</span>
          </h3>
          {others.map(card)}
        </section>
      )}
      {context.loyalty.length > 0 && (
        <section>
          <h3>Loyalty</h3>
          {context.loyalty.map((member) => (
            <LoyaltyCard
              key={`${member.connectionId}/${member.externalId}`}
              member={member}
              actions={actions.member(member)}
            />
          ))}
        </section>
      )}
      {context.subscriptions.length > 0 && (
        <section>
          <h3>Subscriptions</h3>
          {context.subscriptions.map((one) => (
            <SubscriptionCard
              key={`${one.connectionId}/${one.externalId}`}
              subscription={one}
              actions={actions.subscription(one)}
            />
          ))}
        </section>
      )}
      {context.cards.length > 0 && (
        <section>
          <h3>Your own systems</h3>
          {context.cards.map((one, index) => (
            <CustomCard key={index} card={one} />
          ))}
        </section>
      )}
      <OtherTickets tickets={context.openTickets} ticketId={ticketId} />
      <Merges customer={context.customer} />
    </>
  );
}

function PanelLoading() {
  return (
    <div aria-busy aria-label="Loading the customer">
      <Skeleton height={12} width="70%" mb={18} />
      <Skeleton height={180} radius="md" mb={10} />
      <Skeleton height={60} radius="md" />
    </div>
  );
}
