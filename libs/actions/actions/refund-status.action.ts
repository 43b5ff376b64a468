import type { RefundBody } from '@satchel/contracts';
import { moneyWords } from '@satchel/policies';
import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg } from '../action/arguments';
import { lookedUp } from '../action/prepared';
import { orderFacts } from '../source/order-facts';
import { paymentsOf } from '../source/payments';

export const refundStatus = defineAction({
  name: 'refund_status',
  title: 'Where is the refund',
  description:
    "Tells whether money is on its way back and how far it is: from the payment service where one is connected, else from the shop. The bank's reference is told where there is one.",
  risk: 'read',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'orders' },
  undoable: false,
  arguments: z.strictObject({ order: orderArg }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { body, connection, now } = found;
    const asked = await scene.sources.told(() => paymentsOf(scene.ctx, scene.sources, found));
    const payments = 'ok' in asked ? [] : asked;
    const paid = payments.flatMap(({ connection: service, payment }) =>
      payment.refunds.map((one) => ({ ...one, source: service.label })),
    );
    const told = paid.length > 0 ? paid : now.refunds.map((one) => ({ ...one, source: connection.label }));
    const facts = told.length > 0 ? told.map(factOf) : [{ label: 'Refunds', value: 'none' }];
    return lookedUp(
      `Looked for refunds of ${body.number}`,
      {
        refunds: told,
        fromPaymentService: paid.length > 0,
        /** The payment service was asked and failed: the shop's word alone. */
        incomplete: 'ok' in asked,
      },
      {
        source: paid.length > 0 ? (payments[0]?.connection.label ?? connection.label) : connection.label,
        at: scene.now.toISOString(),
        facts,
      },
      { order: { id: body.id, number: body.number }, connectionId: connection.id, facts: orderFacts(found, scene) },
    );
  },
});

const factOf = ({ amount, status, createdAt, reference }: RefundBody): { label: string; value: string } => ({
  label: moneyWords(amount),
  value: [status, `since ${createdAt.slice(0, 10)}`, reference && `reference ${reference}`].filter(Boolean).join(', '),
});
