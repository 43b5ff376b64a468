import type { RefundBody, RefundStatus } from '@satchel/contracts';
import type { ConnectorLog, Payment } from '../../port';
import { fieldsIn, textIn } from '../../vendor/loose';
import { Vocabulary } from '../../vendor/vocabulary';
import { moneyFrom } from './stripe.money';
import {
  BRAND,
  FAILURE_REASON,
  METHOD,
  PAYMENT_STATUS,
  PENDING_REASON,
  REFUND_REASON,
  REFUND_STATUS,
} from './stripe.words';

type Fields = Record<string, unknown>;

/** Where our action's id, and the reason that was typed, stand on a refund. */
export const ACTION_FIELD = 'satchel_action';
export const REASON_FIELD = 'satchel_reason';

export class PaymentMapper {
  private readonly refunds;
  private readonly payments;

  constructor(log: ConnectorLog) {
    this.refunds = new Vocabulary<RefundStatus>('stripe refund status', REFUND_STATUS, log);
    this.payments = new Vocabulary<Payment['status']>('stripe payment status', PAYMENT_STATUS, log);
  }

  /** `intent` null: a charge of the time before payment intents. `charge` null: nothing was paid yet. */
  payment(intent: Fields | null, charge: Fields | null, refunds: Fields[]): Payment {
    const told = charge ?? intent ?? {};
    const captured = typeof charge?.amount_captured === 'number' && charge.amount_captured > 0;
    return {
      externalId: textIn(intent?.id) || textIn(told.id),
      amount: moneyFrom(captured ? charge.amount_captured : told.amount, told.currency),
      refunded: moneyFrom(charge?.amount_refunded, told.currency),
      status: this.status(intent, charge),
      method: methodOf(fieldsIn(charge?.payment_method_details)),
      paidAt: timeOf(told.created),
      refunds: refunds.map((row) => this.refund(row)),
    };
  }

  refund(row: Fields): RefundBody {
    return {
      externalId: textIn(row.id),
      amount: moneyFrom(row.amount, row.currency),
      // Stripe leaves it out of very old ones, which arrived long ago.
      status: row.status === null ? 'succeeded' : this.refunds.ours(textIn(row.status)),
      createdAt: timeOf(row.created),
      reference: referenceOf(row),
      reason: reasonOf(row),
    };
  }

  private status(intent: Fields | null, charge: Fields | null): Payment['status'] {
    if (charge?.disputed === true) return 'disputed';
    return this.payments.ours(textIn((intent ?? charge)?.status));
  }
}

/** The acquirer's reference number, by which a bank finds the money; Stripe learns it some days later. */
function referenceOf(row: Fields): string | null {
  const { card } = fieldsIn(row.destination_details);
  const { reference } = fieldsIn(card);
  return textIn(reference) || null;
}

function reasonOf(row: Fields): string | null {
  if (row.status === 'failed') return wordsFor(FAILURE_REASON, row.failure_reason) ?? FAILURE_REASON.unknown ?? null;
  if (row.status === 'requires_action') return 'Waits until the customer tells Stripe where to send the money';
  const waits = row.status === 'pending' ? wordsFor(PENDING_REASON, row.pending_reason) : null;
  const own = textIn(fieldsIn(row.metadata)[REASON_FIELD]);
  return own || waits || wordsFor(REFUND_REASON, row.reason);
}

const wordsFor = (words: Readonly<Record<string, string>>, word: unknown): string | null =>
  typeof word === 'string' ? (words[word] ?? word.replaceAll('_', ' ')) : null;

/** "Visa ending 4242", "Apple Pay (Visa ending 4242)", "SEPA debit ending 3000". */
function methodOf(details: Fields): string | null {
  const type = textIn(details.type);
  if (!type) return null;
  const { last4, brand, wallet } = fieldsIn(details[type]);
  const name = type === 'card' ? capital(BRAND, textIn(brand) || 'card') : capital(METHOD, type);
  const method = textIn(last4) ? `${name} ending ${textIn(last4)}` : name;
  const through = textIn(fieldsIn(wallet).type);
  return through ? `${capital({}, through, true)} (${method})` : method;
}

function capital(known: Readonly<Record<string, string>>, word: string, every = false): string {
  const plain = known[word] ?? word.replaceAll('_', ' ');
  return plain.replace(every ? /\b[a-z]/g : /^[a-z]/, (letter) => letter.toUpperCase());
}

/** Unix seconds. */
function timeOf(seconds: unknown): string {
  return new Date(typeof seconds === 'number' ? seconds * 1000 : 0).toISOString();
}
