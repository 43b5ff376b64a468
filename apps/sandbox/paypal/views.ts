import { SHOP } from '../seed/world';
import type { Payment, Refund } from '../seed/world.types';

const API = 'https://api-m.sandbox.paypal.com';
const money = (cents: number) => ({ currency_code: SHOP.currency, value: (cents / 100).toFixed(2) });
const link = (path: string, rel: string) => ({ href: `${API}${path}`, rel, method: 'GET' });

const refundedOf = ({ order }: Payment): number =>
  order.refunds.filter((one) => one.status !== 'failed').reduce((sum, one) => sum + one.amount, 0);

function captureStatus(payment: Payment): string {
  const back = refundedOf(payment);
  if (back === 0) return 'COMPLETED';
  return back < payment.amount ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
}

export function captureView(payment: Payment, withOrder = true) {
  const id = payment.captureId ?? '';
  const at = payment.capturedAt ?? payment.createdAt;
  return {
    id,
    status: captureStatus(payment),
    amount: money(payment.amount),
    custom_id: String(payment.order.number),
    final_capture: true,
    seller_protection: { status: 'ELIGIBLE', dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'] },
    ...(withOrder && { supplementary_data: { related_ids: { order_id: payment.reference } } }),
    create_time: at.toISOString(),
    update_time: payment.updatedAt.toISOString(),
    links: [link(`/v2/payments/captures/${id}`, 'self'), link(`/v2/checkout/orders/${payment.reference}`, 'up')],
  };
}

/** What came along with a refund; the world does not know it. */
export interface RefundNote {
  custom_id?: string;
  note_to_payer?: string;
}

const refundStatus = { pending: 'PENDING', succeeded: 'COMPLETED', failed: 'FAILED' } as const;

export function refundView(refund: Refund, note: RefundNote = {}) {
  const { gatewayId: id, status, arrivalReference, payment } = refund;
  return {
    id,
    status: refundStatus[status],
    ...(status === 'pending' && { status_details: { reason: 'ECHECK' } }),
    amount: money(refund.amount),
    ...note,
    ...(arrivalReference && { acquirer_reference_number: arrivalReference }),
    create_time: refund.createdAt.toISOString(),
    update_time: refund.updatedAt.toISOString(),
    links: [link(`/v2/payments/refunds/${id}`, 'self'), link(`/v2/payments/captures/${payment.captureId ?? ''}`, 'up')],
  };
}

export function orderView(payment: Payment, notes: ReadonlyMap<string, RefundNote>) {
  const { order } = payment;
  const captures = payment.captureId ? [captureView(payment)] : [];
  const refunds = order.refunds.map((one) => refundView(one, notes.get(one.gatewayId)));
  return {
    id: payment.reference,
    intent: 'CAPTURE',
    status: payment.captureId ? 'COMPLETED' : 'CREATED',
    payer: { email_address: payment.payerEmail, payer_id: payment.payerId },
    purchase_units: [
      {
        reference_id: 'default',
        custom_id: String(order.number),
        amount: money(payment.amount),
        payments: { captures, ...(refunds.length > 0 && { refunds }) },
      },
    ],
    create_time: payment.createdAt.toISOString(),
    links: [link(`/v2/checkout/orders/${payment.reference}`, 'self')],
  };
}
