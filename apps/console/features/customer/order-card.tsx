import { UnstyledButton } from '@mantine/core';
import type { OrderBody } from '@satchel/contracts';
import type { ReactNode } from 'react';
import { formatDate, formatMoney, words } from '../../lib/format';
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconExternalLink } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import css from './order.module.css';
import { FULFILMENT_LABELS, FULFILMENT_TONES, lineTotal, lineWords, PAYMENT_TONES } from './order-words';
import { OrderMoney } from './order-money';
import { Shipment } from './shipment';

interface Props {
  order: OrderBody;
  open: boolean;
  onToggle: () => void;
  /** Asked for when it is open: what can be done is read from the shop. */
  actions: () => ReactNode;
}

export function OrderCard({ order, open, onToggle, actions }: Props) {
  return (
    <article className={css.order} data-open={open || undefined}>
      <UnstyledButton className={css.head} aria-expanded={open} onClick={onToggle}>
        {open ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
        <strong>{order.number}</strong>
        <span className={css.placed}>{formatDate(order.placedAt, 'date')}</span>
        <span className={css.total}>{formatMoney(order.total)}</span>
      </UnstyledButton>
      <div className={css.pills}>
        <Pill tone={PAYMENT_TONES[order.payment]}>{words(order.payment)}</Pill>
        <Pill tone={FULFILMENT_TONES[order.fulfilment]}>{FULFILMENT_LABELS[order.fulfilment]}</Pill>
        {order.customStatus && <Pill tone="blue">{order.customStatus}</Pill>}
        {order.refunded.amount > 0 && <Pill>{formatMoney(order.refunded)} back</Pill>}
      </div>
      {open && <OrderDetail order={order} />}
      {open && actions()}
    </article>
  );
}

function OrderDetail({ order }: { order: OrderBody }) {
  const address = order.shippingAddress;
  return (
    <div className={css.detail}>
      {order.stale && (
        <p className={css.stale}>
          <IconAlertTriangle size={14} /> The shop does not answer. Read{' '}
          {formatDate(order.fetchedAt, 'date').toLowerCase()} at {formatDate(order.fetchedAt, 'clock')}.
        </p>
      )}
      <ul className={css.lines}>
        {order.lines.map((line, index) => (
          <li key={index}>
            <span className={css.quantity}>{line.quantity}×</span>
            <span className={css.item}>
              {line.title}
              {lineWords(line) && <small>{lineWords(line)}</small>}
            </span>
            <span className={css.price}>{formatMoney(lineTotal(line))}</span>
          </li>
        ))}
      </ul>
      <OrderMoney order={order} />
      {order.shipments.map((shipment, index) => (
        <Shipment key={shipment.trackingNumber ?? index} shipment={shipment} />
      ))}
      {address && (
        <address className={css.address}>
          {[address.name, ...address.lines, `${address.postcode} ${address.city}`, address.country].join(', ')}
        </address>
      )}
      {order.adminUrl && (
        <a className={css.admin} href={order.adminUrl} target="_blank" rel="noreferrer">
          Open in the shop <IconExternalLink size={13} />
        </a>
      )}
    </div>
  );
}
