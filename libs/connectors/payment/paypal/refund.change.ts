import type { Money, RefundBody } from '@satchel/contracts';
import { ConnectorError, type Change, type Write } from '../../port';
import { textIn } from '../../vendor/loose';
import { decimalOf } from '../../vendor/money';
import type { PaymentMapper } from './payment.mapper';
import { PAYPAL_ID, type Payments } from './payments';
import type { PaypalClient } from './paypal.client';

export interface RefundArgs {
  paymentId: string;
  /** Null: all that is left. */
  amount: Money | null;
  reason: string | null;
}

/** As long as PayPal's note to the payer may be. */
const LONGEST_NOTE = 255;

/** Our key goes along twice: so that PayPal makes it once, and as the custom id, by which it is found for good. */
export class Refund implements Change<RefundArgs, RefundBody> {
  constructor(
    private readonly client: PaypalClient,
    private readonly payments: Payments,
    private readonly mapper: PaymentMapper,
  ) {}

  async perform({ paymentId, amount, reason }: RefundArgs, write: Write): Promise<RefundBody> {
    if (!PAYPAL_ID.test(paymentId)) throw new ConnectorError('not_found', 'PayPal has no such payment.');
    if (amount && (!Number.isSafeInteger(amount.amount) || amount.amount <= 0)) {
      throw new ConnectorError('rejected', 'A refund is an amount above nothing.');
    }
    const body = {
      ...(amount && { amount: { value: decimalOf(amount), currency_code: amount.currency.toUpperCase() } }),
      custom_id: write.key,
      ...(reason && { note_to_payer: reason.slice(0, LONGEST_NOTE) }),
    };
    return this.mapper.refund(await this.client.change(`/v2/payments/captures/${paymentId}/refund`, body, write));
  }

  async find({ paymentId }: RefundArgs, key: string): Promise<RefundBody | 'not_done' | 'unknown'> {
    const capture = PAYPAL_ID.test(paymentId) ? await this.client.find(`/v2/payments/captures/${paymentId}`) : null;
    if (!capture) return 'not_done';
    const rows = await this.payments.refunds(capture);
    const ours = rows?.find((row) => textIn(row.custom_id) === key);
    if (ours) return this.mapper.refund(ours);
    // Without its order, only a capture of which nothing was paid back tells.
    return rows || capture.status === 'COMPLETED' ? 'not_done' : 'unknown';
  }
}
