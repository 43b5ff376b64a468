import { refund, Refused } from '../seed/changes';
import { stripeId } from '../seed/gateway-ids';
import { Random } from '../seed/random';
import type { World } from '../seed/world';
import type { Payment, Refund } from '../seed/world.types';
import { textOf, textsOf, type FormNode } from './form';
import { invalid, missing, type StripeProblem } from './stripe.errors';
import { refundView, seconds, type RefundNote } from './views';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'];

export interface Asked {
  payment: Payment;
  amount: number | undefined;
  note: RefundNote;
}

export function paymentBy(world: World, of: { charge?: string; intent?: string }): Payment | undefined {
  const found = of.intent ? world.payments.first('reference', of.intent) : world.payments.first('captureId', of.charge);
  return found?.gateway === 'stripe' ? found : undefined;
}

/** What a POST to /v1/refunds asks for, or why it cannot be read. */
export function askedRefund(world: World, form: Record<string, FormNode>): Asked | StripeProblem {
  const [intent, charge] = [textOf(form.payment_intent), textOf(form.charge)];
  if (!intent === !charge) {
    return invalid('One of the following params should be provided for this request: payment_intent or charge.');
  }
  const payment = paymentBy(world, { charge, intent });
  if (!payment) {
    return intent ? missing('payment_intent', intent, 'payment_intent') : missing('charge', charge ?? '', 'charge');
  }
  const amount = form.amount === undefined ? undefined : Number(textOf(form.amount));
  if (amount !== undefined && (!Number.isInteger(amount) || amount < 1)) {
    return invalid('Invalid integer: amount', 'amount', 'parameter_invalid_integer');
  }
  const reason = textOf(form.reason) ?? null;
  if (reason !== null && !REASONS.includes(reason)) return invalid('Invalid reason', 'reason');
  return { payment, amount, note: { metadata: textsOf(form.metadata), reason } };
}

export function makeRefund(world: World, { payment, amount, note }: Asked, key: string | null): Refund | StripeProblem {
  const made = refund(world, payment.order, { amount, reason: note.reason, key });
  if (!(made instanceof Refused)) return made;
  const charge = payment.captureId ?? '';
  if (made.code === 'nothing_left') {
    return invalid(`Charge ${charge} has already been refunded.`, undefined, 'charge_already_refunded');
  }
  if (made.code === 'wrong_state') {
    const words = `This PaymentIntent (${payment.reference}) does not have a successful charge to refund.`;
    return invalid(words, undefined, 'payment_intent_unexpected_state');
  }
  return invalid(`Refund amount is greater than unrefunded amount on charge ${charge}: ${made.message}`, 'amount');
}

/** What an answer says that stands for nothing. */
export function neverMade({ payment, amount, note }: Asked, at: Date) {
  const random = new Random(at.getTime());
  const pending = { amount: amount ?? payment.amount, status: 'pending', createdAt: at, arrivalReference: null };
  const refundLike = { ...pending, payment, gatewayId: stripeId(random, 're') } as unknown as Refund;
  return { ...refundView(refundLike, note), created: seconds(at) };
}
