import type { CustomCardBody, CustomerContextBody } from '@satchel/contracts';
import { Link } from 'react-router';
import { formatMoney } from '../../lib/format';
import { Pill } from '../../ui/pill';
import { STATUS_LABELS, STATUS_TONES } from '../../ui/status';
import css from './cards.module.css';

/** What a system of the merchant's own says. */
export function CustomCard({ card }: { card: CustomCardBody }) {
  return (
    <article className={css.card} aria-label={card.title}>
      <strong>{card.title}</strong>
      <dl className={css.fields}>
        {card.fields.map(({ label, value }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** What they bought in all; one figure for each currency. */
export function Worth({ context }: { context: CustomerContextBody }) {
  const { orderCount, lifetimeValue } = context;
  if (orderCount === 0) return null;
  return (
    <p className={css.worth}>
      <span>
        <b>{orderCount}</b> {orderCount === 1 ? 'order' : 'orders'}
      </span>
      {lifetimeValue.map((money) => (
        <span key={money.currency}>
          <b>{formatMoney(money)}</b> in all
        </span>
      ))}
    </p>
  );
}

type OpenTicket = CustomerContextBody['openTickets'][number];

/** What else of theirs waits. */
export function OtherTickets({ tickets, ticketId }: { tickets: OpenTicket[]; ticketId: string }) {
  const others = tickets.filter(({ id }) => id !== ticketId);
  if (others.length === 0) return null;
  return (
    <section>
      <h3>
        Other open tickets <span>{others.length}</span>
      </h3>
      <ul className={css.tickets}>
        {others.map(({ id, number, subject, status }) => (
          <li key={id}>
            <Link to={`/inbox/all/${id}`}>
              #{number} {subject}
            </Link>
            <StatusPill status={status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StatusPill({ status }: { status: string }) {
  const known = Object.keys(STATUS_LABELS).find((one): one is keyof typeof STATUS_LABELS => one === status);
  return known ? <Pill tone={STATUS_TONES[known]}>{STATUS_LABELS[known]}</Pill> : <Pill>{status}</Pill>;
}
