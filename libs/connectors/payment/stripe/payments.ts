import type { Payment } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import type { PaymentMapper } from './payment.mapper';
import type { StripeClient } from './stripe.client';

type Fields = Record<string, unknown>;

const INTENT = /^pi_[A-Za-z0-9]{1,250}$/;
/** `py_` is a payment that is not by card. */
const CHARGE = /^(ch|py)_[A-Za-z0-9]{1,250}$/;
/** A payment has few refunds; whoever wants more of them looks at Stripe. */
const MOST_REFUND_PAGES = 3;
/** An order is paid once, or a few times after failures. */
const MOST_PAYMENTS = 10;

/** The parameter that names a payment in Stripe's calls; null: it is not an id of Stripe's. */
export function refundedBy(paymentId: string): { payment_intent: string } | { charge: string } | null {
  if (INTENT.test(paymentId)) return { payment_intent: paymentId };
  return CHARGE.test(paymentId) ? { charge: paymentId } : null;
}

export class Payments {
  constructor(
    private readonly client: StripeClient,
    private readonly mapper: PaymentMapper,
    private readonly orderKey: string,
  ) {}

  async byReference(reference: string): Promise<Payment | null> {
    const id = reference.trim();
    if (INTENT.test(id)) {
      const intent = await this.client.find(`/payment_intents/${id}`, { expand: ['latest_charge'] });
      return intent && this.whole(intent, chargeOf(intent));
    }
    if (!CHARGE.test(id)) return null;
    const charge = await this.client.find(`/charges/${id}`, { expand: ['payment_intent'] });
    if (!charge) return null;
    const intent = fieldsIn(charge.payment_intent);
    return this.whole(textIn(intent.id) ? intent : null, charge);
  }

  /** Stripe's search is behind by up to a minute, and knows a payment by the words that the shop gave along. */
  async byOrder(orderNumber: string): Promise<Payment[]> {
    const plain = orderNumber.trim().replace(/^#/, '');
    if (!plain) return [];
    const spellings = [plain, `#${plain}`];
    const query = spellings.map((one) => `metadata['${this.orderKey}']:'${escaped(one)}'`).join(' OR ');
    const answer = await this.client.get('/payment_intents/search', {
      query,
      limit: MOST_PAYMENTS,
      expand: ['data.latest_charge'],
    });
    const found = listIn(answer.data)
      .map(fieldsIn)
      .filter((intent) => spellings.includes(textIn(fieldsIn(intent.metadata)[this.orderKey])));
    return Promise.all(found.map((intent) => this.whole(intent, chargeOf(intent))));
  }

  private async whole(intent: Fields | null, charge: Fields | null): Promise<Payment> {
    const of = refundedBy(textIn((intent ?? charge)?.id));
    const nothingBack = charge === null || charge.amount === undefined;
    const rows = nothingBack || !of ? [] : (await this.client.list('/refunds', { ...of }, MOST_REFUND_PAGES)).rows;
    return this.mapper.payment(intent, charge, rows);
  }
}

function chargeOf(intent: Fields): Fields | null {
  const charge = fieldsIn(intent.latest_charge);
  return textIn(charge.id) ? charge : null;
}

const escaped = (text: string): string => text.replace(/[\\']/g, (sign) => `\\${sign}`);
