import type { Payment } from '@satchel/connectors';
import type { ConnectionBody, Money } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { CannotBody } from '../action/preparation';
import type { FoundOrder, Sources } from './sources.service';

export interface FoundPayment {
  connection: ConnectionBody;
  payment: Payment;
  refunds: boolean;
}

/** An order's payments, as the connected payment services know them. */
export async function paymentsOf(ctx: Ctx, sources: Sources, { now }: FoundOrder): Promise<FoundPayment[]> {
  const found = new Map<string, FoundPayment>();
  for (const { connection, adapter } of await sources.all(ctx, 'payment')) {
    const theirs = now.payments.filter(({ gateway }) => adapter.gateways.includes(gateway.toLowerCase()));
    const asked: (Payment | null)[] = [];
    for (const { reference } of theirs) if (reference) asked.push(await adapter.byReference(reference));
    // A shop that names no reference gave its order number along.
    if (asked.length === 0 && theirs.length > 0 && adapter.byOrder) asked.push(...(await adapter.byOrder(now.number)));
    for (const payment of asked) {
      if (payment)
        found.set(`${connection.id} ${payment.externalId}`, {
          connection,
          payment,
          refunds: adapter.refund !== undefined,
        });
    }
  }
  return [...found.values()];
}

/** Whether the bank was asked to take one of them back; null: a service could not be asked. Nothing: none is connected. */
export function disputeIn(payments: readonly FoundPayment[] | CannotBody): { disputed?: boolean | null } {
  if ('ok' in payments) return { disputed: null };
  return payments.length > 0 ? { disputed: payments.some(({ payment }) => payment.status === 'disputed') } : {};
}

/** The one payment that can give this much back; more than one: the first. */
export const payingBack = (payments: readonly FoundPayment[], money: Money): FoundPayment | undefined =>
  payments.find(
    ({ payment: { amount, refunded }, refunds }) =>
      refunds && amount.currency === money.currency && amount.amount - refunded.amount >= money.amount,
  );
