import type { LoyaltyMemberBody, OrderBody, SubscriptionBody } from '@satchel/contracts';
import type { ActionScope } from '../../lib/query-keys';

export type ActionArgs = Record<string, unknown>;

/** What an action is about, beside the ticket and its customer. */
export interface Subject {
  ticketId: string;
  customerId: string;
  order?: OrderBody;
  member?: LoyaltyMemberBody;
  subscription?: SubscriptionBody;
}

/** Arguments that follow from the subject; nobody types them. */
export function givenArgs({ order, subscription }: Subject): ActionArgs {
  return {
    ...(order && { order: order.id }),
    ...(subscription && { subscription: subscription.externalId }),
  };
}

export const scopeOf = ({ ticketId, customerId, order }: Subject): ActionScope => ({
  ticketId,
  customerId,
  ...(order && { orderId: order.id }),
});
