import type { OrderBody, RefundStatus, ReturnStatus } from '@satchel/contracts';
import { formatDate, formatMoney, words } from '../../lib/format';
import { CopyLine } from '../../ui/copy-line';
import { IconExternalLink } from '../../ui/icons';
import { Pill, type Tone } from '../../ui/pill';
import css from './order.module.css';

const REFUND_TONES: Record<RefundStatus, Tone> = {
  pending: 'amber',
  succeeded: 'green',
  failed: 'red',
  cancelled: 'neutral',
  unknown: 'neutral',
};

const RETURN_TONES: Record<ReturnStatus, Tone> = {
  requested: 'amber',
  approved: 'blue',
  declined: 'red',
  in_transit: 'blue',
  received: 'blue',
  refunded: 'green',
  closed: 'neutral',
  cancelled: 'neutral',
  unknown: 'neutral',
};

/** What was paid, what went back of it, and which goods come back. */
export function OrderMoney({ order }: { order: OrderBody }) {
  const { payments, refunds, returns, discountCodes } = order;
  if (payments.length + refunds.length + returns.length + discountCodes.length === 0) return null;
  return (
    <ul className={css.money} aria-label={`Payments, refunds and returns of ${order.number}`}>
      {payments.map((payment, index) => (
        <li key={`p${index}`}>
          <div>
            <span>
              {payment.paidAt ? 'Paid' : 'To be paid'} by {words(payment.gateway)}
            </span>
            <b>{formatMoney(payment.amount)}</b>
          </div>
          {payment.paidAt && <small>{formatDate(payment.paidAt, 'date')}</small>}
        </li>
      ))}
      {discountCodes.length > 0 && (
        <li>
          <div>
            <span>{discountCodes.length === 1 ? 'Code' : 'Codes'}</span>
            <b>{discountCodes.join(', ')}</b>
          </div>
        </li>
      )}
      {refunds.map((refund) => (
        <li key={refund.externalId}>
          <div>
            <span>
              Refund <Pill tone={REFUND_TONES[refund.status]}>{words(refund.status)}</Pill>
            </span>
            <b>{formatMoney(refund.amount)}</b>
          </div>
          <small>
            {formatDate(refund.createdAt, 'date')}
            {refund.reason && ` · ${refund.reason}`}
          </small>
          {refund.reference && (
            <>
              <small>Bank reference</small>
              <CopyLine value={refund.reference} what="the bank reference" />
            </>
          )}
        </li>
      ))}
      {returns.map((one) => (
        <li key={one.externalId}>
          <div>
            <span>
              Return {one.number} <Pill tone={RETURN_TONES[one.status]}>{words(one.status)}</Pill>
            </span>
          </div>
          <small>
            {[
              formatDate(one.requestedAt, 'date'),
              one.lines.map(({ title, quantity }) => `${quantity}× ${title}`).join(', '),
              one.reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {one.instructionsUrl && (
            <a href={one.instructionsUrl} target="_blank" rel="noreferrer">
              How to send it back <IconExternalLink size={12} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
