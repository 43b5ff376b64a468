import { UnstyledButton } from '@mantine/core';
import type { ShipmentBody } from '@satchel/contracts';
import { useState } from 'react';
import { formatDate, words } from '../../lib/format';
import { IconExternalLink, IconTruckDelivery } from '../../ui/icons';
import css from './order.module.css';
import { PROGRESS, STEPS, TROUBLE } from './order-words';

const EVENTS_SHOWN = 3;

export function Shipment({ shipment }: { shipment: ShipmentBody }) {
  const [all, setAll] = useState(false);
  const step = PROGRESS[shipment.status];
  const trouble = TROUBLE.includes(shipment.status);
  const events = all ? shipment.events : shipment.events.slice(0, EVENTS_SHOWN);
  return (
    <section className={css.shipment} aria-label="Shipment">
      <header className={css.parcel}>
        <IconTruckDelivery size={17} />
        <strong data-trouble={trouble || undefined}>{words(shipment.status)}</strong>
        <span className={css.eta}>{arrival(shipment)}</span>
      </header>
      {step !== null && (
        <div className={css.steps} role="img" aria-label={`Step ${step} of ${STEPS.length}: ${STEPS[step - 1]}`}>
          {STEPS.map((name, index) => (
            <span key={name} data-done={index < step || undefined} title={name} />
          ))}
        </div>
      )}
      <p className={css.tracking}>
        {shipment.carrier && <span>{shipment.carrier}</span>}
        {shipment.trackingUrl && shipment.trackingNumber ? (
          <a href={shipment.trackingUrl} target="_blank" rel="noreferrer">
            {shipment.trackingNumber} <IconExternalLink size={12} />
          </a>
        ) : (
          <span>{shipment.trackingNumber}</span>
        )}
      </p>
      {events.length > 0 && (
        <ol className={css.events}>
          {events.map((event) => (
            <li key={`${event.at}${event.description}`}>
              <span>{event.description}</span>
              <small>
                {formatDate(event.at, 'date')}, {formatDate(event.at, 'clock')}
                {event.location && ` · ${event.location}`}
              </small>
            </li>
          ))}
        </ol>
      )}
      {shipment.events.length > EVENTS_SHOWN && (
        <UnstyledButton className={css.toggle} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${shipment.events.length} steps`}
        </UnstyledButton>
      )}
    </section>
  );
}

/** The carrier's own word; we promise nothing ourselves. */
function arrival(shipment: ShipmentBody): string {
  if (shipment.deliveredAt) return formatDate(shipment.deliveredAt, 'date');
  return shipment.estimatedDelivery ? `expected ${formatDate(shipment.estimatedDelivery, 'date')}` : 'no estimate yet';
}
