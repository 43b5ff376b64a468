import type { Money, RefundBody } from '@satchel/contracts';
import { ConnectorError, type Change, type Write } from '../../port';
import { fieldsIn, textIn } from '../../vendor/loose';
import { ACTION_FIELD, REASON_FIELD, type PaymentMapper } from './payment.mapper';
import { refundedBy, type Payments } from './payments';
import type { StripeClient } from './stripe.client';
import { stripeAmount } from './stripe.money';

export interface RefundArgs {
  paymentId: string;
  /** Null: all that is left. */
  amount: Money | null;
  reason: string | null;
}

/** As long as a value of metadata may be. */
const LONGEST_REASON = 500;
/** Of a payment with more refunds than these pages hold, nobody can tell. */
const MOST_PAGES = 10;

/** Our key goes along twice: so that Stripe makes it once, and in the metadata, so that it is found for good. */
export class Refund implements Change<RefundArgs, RefundBody> {
  constructor(
    private readonly client: StripeClient,
    private readonly payments: Payments,
    private readonly mapper: PaymentMapper,
  ) {}

  async perform({ paymentId, amount, reason }: RefundArgs, write: Write): Promise<RefundBody> {
    const of = refundedBy(paymentId);
    const payment = of && (await this.payments.byReference(paymentId));
    if (!payment) throw new ConnectorError('not_found', 'Stripe has no such payment.');
    if (amount) mustFit(amount, payment.amount);
    const row = await this.client.change(
      '/refunds',
      {
        ...of,
        amount: amount && stripeAmount(amount),
        // The others accuse the customer, or feed Stripe's fraud lists.
        reason: 'requested_by_customer',
        metadata: { [ACTION_FIELD]: write.key, [REASON_FIELD]: reason?.slice(0, LONGEST_REASON) || null },
      },
      write,
    );
    return this.mapper.refund(row);
  }

  async find({ paymentId }: RefundArgs, key: string): Promise<RefundBody | 'not_done' | 'unknown'> {
    const of = refundedBy(paymentId);
    if (!of) return 'not_done';
    const { rows, complete } = await this.client.list('/refunds', { ...of }, MOST_PAGES);
    const ours = rows.find((row) => textIn(fieldsIn(row.metadata)[ACTION_FIELD]) === key);
    if (ours) return this.mapper.refund(ours);
    return complete ? 'not_done' : 'unknown';
  }
}

/** Stripe takes the number alone: 50 of the wrong currency would be 50 of the right one. */
function mustFit(amount: Money, paid: Money): void {
  if (amount.currency.toUpperCase() !== paid.currency) {
    throw new ConnectorError('rejected', `The payment was made in ${paid.currency}, not in ${amount.currency}.`);
  }
  if (!Number.isSafeInteger(amount.amount) || amount.amount <= 0) {
    throw new ConnectorError('rejected', 'A refund is an amount above nothing.');
  }
}
