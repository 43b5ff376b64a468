import type { RefundBody } from '@satchel/contracts';
import { ConnectorError, type CommerceAdapter } from '../../../port';
import { operation } from '../graphql/operation';
import type { RefundFacts } from '../orders/order-facts';
import type { PaymentsMapper } from '../orders/payments.mapper';
import { ORDER_GID } from '../orders/shopify-orders';
import { hasMark, markedNote } from '../our-key';
import type { ShopifyClient } from '../shopify.client';
import { refundPlan } from './refund-plan';

const CREATE_REFUND = operation('CreateRefund');
const ORDER_REFUNDS = operation('OrderRefunds');
const LONGEST_NOTE = 255;

export function refundChange(client: ShopifyClient, mapper: PaymentsMapper): NonNullable<CommerceAdapter['refund']> {
  return {
    movesMoney: true,
    async preview(wish) {
      known(wish.orderId);
      const { amount, most, to } = await refundPlan(client, wish);
      return { amount, most, to };
    },
    async perform(wish, write): Promise<RefundBody> {
      known(wish.orderId);
      const { input } = await refundPlan(client, wish);
      const note = markedNote(wish.reason, write.key, LONGEST_NOTE);
      const variables = { input: { ...input, note }, key: write.key };
      const answer = await client.change<{ refundCreate: { refund: RefundFacts | null } | null }>(
        CREATE_REFUND,
        variables,
        write,
      );
      const refund = answer.refundCreate?.refund;
      if (!refund) throw new ConnectorError('uncertain', 'Shopify does not say whether it refunded.');
      return mapper.refund(refund);
    },
    async find({ orderId }, key) {
      if (!ORDER_GID.test(orderId)) return 'not_done';
      const { order } = await client.run<{ order: { refunds: RefundFacts[] } | null }>(ORDER_REFUNDS, { id: orderId });
      const ours = order?.refunds.find(({ note }) => hasMark(note, key));
      return ours ? mapper.refund(ours) : 'not_done';
    },
  };
}

/** Another id would be answered with an error about the question. */
export function known(orderId: string): void {
  if (!ORDER_GID.test(orderId)) throw new ConnectorError('not_found', 'Shopify knows no such order.');
}
