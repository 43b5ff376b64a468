import type { Money, RefundBody, RefundStatus } from '@satchel/contracts';
import type { ConnectorLog, Payment } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { moneyOf } from '../../vendor/money';
import { Vocabulary } from '../../vendor/vocabulary';
import { CAPTURE_STATUS, REFUND_STATUS, STATUS_REASON } from './paypal.words';

type Fields = Record<string, unknown>;

export class PaymentMapper {
  private readonly refunds;
  private readonly captures;

  constructor(log: ConnectorLog) {
    this.refunds = new Vocabulary<RefundStatus>('paypal refund status', REFUND_STATUS, log);
    this.captures = new Vocabulary<Payment['status']>('paypal capture status', CAPTURE_STATUS, log);
  }

  /** `refunds` null: PayPal does not tell them of this payment; a whole refund shows all the same. */
  payment(capture: Fields, refunds: Fields[] | null): Payment {
    const amount = moneyIn(capture.amount);
    const rows = (refunds ?? []).map((row) => this.refund(row));
    const back = rows.filter((row) => row.status === 'succeeded' || row.status === 'pending');
    const sum = back.reduce((total, row) => total + row.amount.amount, 0);
    return {
      externalId: textIn(capture.id),
      amount,
      refunded: { ...amount, amount: capture.status === 'REFUNDED' ? amount.amount : sum },
      status: this.captures.ours(textIn(capture.status)),
      method: 'PayPal',
      paidAt: timeOf(capture.create_time),
      refunds: rows.sort((one, other) => (other.createdAt < one.createdAt ? -1 : 1)),
    };
  }

  refund(row: Fields): RefundBody {
    const why = textIn(fieldsIn(row.status_details).reason);
    return {
      externalId: textIn(row.id),
      amount: moneyIn(row.amount),
      status: this.refunds.ours(textIn(row.status)),
      createdAt: timeOf(row.create_time),
      reference: textIn(row.acquirer_reference_number) || null,
      reason:
        (why && (STATUS_REASON[why] ?? why.replaceAll('_', ' ').toLowerCase())) || textIn(row.note_to_payer) || null,
    };
  }
}

/** Which refunds of an order are of a capture: each has a link to it. */
export function refundsOf(order: Fields, captureId: string): Fields[] {
  return listIn(order.purchase_units)
    .flatMap((unit) => listIn(fieldsIn(fieldsIn(unit).payments).refunds))
    .map(fieldsIn)
    .filter((row) => linksOf(row).some((link) => link.endsWith(`/captures/${captureId}`)));
}

const linksOf = (row: Fields): string[] => listIn(row.links).map((link) => textIn(fieldsIn(link).href));

function moneyIn(value: unknown): Money {
  const { value: decimal, currency_code: currency } = fieldsIn(value);
  return moneyOf(textIn(decimal), textIn(currency));
}

function timeOf(value: unknown): string {
  const at = new Date(textIn(value));
  return Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString();
}
