import { SHOP } from '../seed/world';
import type { Payment, Refund } from '../seed/world.types';

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const currency = SHOP.currency.toLowerCase();

/** What the merchant's shop writes into every payment. */
export const metadataOf = ({ order }: Payment, prefix = '') => ({ order_id: `${prefix}${order.number}` });

const refundedOf = ({ order }: Payment): number =>
  order.refunds.filter((one) => one.status !== 'failed').reduce((sum, one) => sum + one.amount, 0);

/** `ch_…`: there is one as soon as the card was charged or money was set aside. */
export function chargeView(payment: Payment, disputed: boolean) {
  const { card, captureId, amount } = payment;
  const captured = payment.status === 'captured';
  const refunded = refundedOf(payment);
  const { billingAddress: address, customer } = payment.order;
  return {
    id: captureId ?? '',
    object: 'charge',
    amount,
    amount_captured: captured ? amount : 0,
    amount_refunded: refunded,
    balance_transaction: captured ? `txn_${(captureId ?? '').slice(3)}` : null,
    billing_details: {
      address: {
        city: address.city,
        country: address.countryCode,
        line1: address.address1,
        line2: address.address2,
        postal_code: address.zip,
        state: address.provinceCode,
      },
      email: payment.payerEmail,
      name: `${customer.firstName} ${customer.lastName}`,
      phone: customer.phone,
    },
    calculated_statement_descriptor: 'FERNHILL OUTFITTERS',
    captured,
    created: seconds(payment.createdAt),
    currency,
    customer: payment.payerId,
    description: `Order #${payment.order.number}`,
    disputed,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: metadataOf(payment),
    outcome: {
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    paid: true,
    payment_intent: payment.reference,
    payment_method: payment.methodId,
    payment_method_details: {
      type: 'card',
      card: {
        brand: card?.brand ?? 'visa',
        checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
        country: card?.country ?? null,
        exp_month: card?.expMonth ?? 1,
        exp_year: card?.expYear ?? 2030,
        fingerprint: 'Xt5EWLLDS7FJjR1c',
        funding: 'credit',
        installments: null,
        last4: card?.last4 ?? '0000',
        mandate: null,
        network: card?.brand ?? 'visa',
        three_d_secure: null,
        wallet: null,
      },
    },
    receipt_email: payment.payerEmail,
    receipt_number: null,
    receipt_url: `https://pay.stripe.com/receipts/${captureId ?? ''}`,
    refunded: refunded >= amount,
    review: null,
    shipping: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: payment.status === 'failed' ? 'failed' : 'succeeded',
    transfer_group: null,
  };
}

const intentStatus: Record<Payment['status'], string> = {
  pending: 'requires_payment_method',
  authorized: 'requires_capture',
  captured: 'succeeded',
  failed: 'requires_payment_method',
  voided: 'canceled',
};

export function intentView(payment: Payment, charge: object | null) {
  const { amount, reference, status } = payment;
  return {
    id: reference,
    object: 'payment_intent',
    amount,
    amount_capturable: status === 'authorized' ? amount : 0,
    amount_received: status === 'captured' ? amount : 0,
    application: null,
    automatic_payment_methods: { enabled: true },
    canceled_at: status === 'voided' ? seconds(payment.updatedAt) : null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${reference}_secret_sandbox`,
    confirmation_method: 'automatic',
    created: seconds(payment.createdAt),
    currency,
    customer: payment.payerId,
    description: `Order #${payment.order.number}`,
    last_payment_error: null,
    latest_charge: charge ?? payment.captureId,
    livemode: false,
    metadata: metadataOf(payment),
    next_action: null,
    payment_method: status === 'pending' ? null : payment.methodId,
    payment_method_options: {},
    payment_method_types: ['card'],
    processing: null,
    receipt_email: payment.payerEmail,
    setup_future_usage: null,
    shipping: null,
    statement_descriptor: null,
    status: intentStatus[status],
    transfer_group: null,
  };
}

/** What a refund was given along: Stripe's own record of it is the twin's, not the world's. */
export interface RefundNote {
  metadata: Record<string, string>;
  reason: string | null;
}

export function refundView(refund: Refund, note: RefundNote | undefined) {
  const { payment, status, arrivalReference } = refund;
  return {
    id: refund.gatewayId,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: `txn_${refund.gatewayId.slice(3)}`,
    charge: payment.captureId,
    created: seconds(refund.createdAt),
    currency,
    destination_details: {
      type: 'card',
      card: {
        type: 'refund',
        reference_status: arrivalReference ? 'available' : 'pending',
        reference_type: 'acquirer_reference_number',
        ...(arrivalReference && { reference: arrivalReference }),
      },
    },
    ...(status === 'failed' && { failure_reason: refund.failureReason }),
    ...(status === 'pending' && { pending_reason: 'processing' }),
    metadata: note?.metadata ?? {},
    payment_intent: payment.reference,
    reason: note?.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
  };
}
