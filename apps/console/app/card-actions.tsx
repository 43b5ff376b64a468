import type { SuggestedActionBody, TicketBody } from '@satchel/contracts';
import { ActionButtons } from '../features/actions/action-buttons';
import { LOYALTY_ACTIONS, ORDER_ACTIONS, SUBSCRIPTION_ACTIONS } from '../features/actions/action-words';
import { SuggestedAction } from '../features/actions/suggested-action';
import type { CardActions } from '../features/customer/customer-panel';

/** Where the customer's cards meet what can be done about them. */
export function cardActions(ticket: TicketBody): CardActions {
  const subject = { ticketId: ticket.id, customerId: ticket.customer.id };
  return {
    order: (order) => <ActionButtons subject={{ ...subject, order }} names={ORDER_ACTIONS} of={order.number} />,
    member: (member) => <ActionButtons subject={{ ...subject, member }} names={LOYALTY_ACTIONS} of="the membership" />,
    subscription: (subscription) => (
      <ActionButtons subject={{ ...subject, subscription }} names={SUBSCRIPTION_ACTIONS} of={subscription.product} />
    ),
  };
}

/** Where what the copilot suggests meets the form that does it. */
export const suggestedAction = (ticket: TicketBody) => (suggested: SuggestedActionBody) => (
  <SuggestedAction suggested={suggested} ticketId={ticket.id} customerId={ticket.customer.id} />
);
