import type { TicketBody } from '@satchel/contracts';
import { memo } from 'react';
import { Link } from 'react-router';
import { channelName } from '../../lib/channel-words';
import { formatDate } from '../../lib/format';
import { useTicketTitle } from '../../lib/use-ticket-title';
import { ChannelIcon } from '../../ui/channel-icon';
import { Face } from '../../ui/face';
import { IconArrowForwardUp, IconSparkles } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import { AI_BADGES, STATUS_LABELS, STATUS_TONES } from '../../ui/status';
import css from './ticket-row.module.css';

const TAGS_SHOWN = 2;
/** A customer who waits longer than this deserves a colour. */
const LONG_WAIT_MS = 4 * 60 * 60_000;

interface Props {
  ticket: TicketBody;
  to: string;
  selected: boolean;
  now: number;
  onHover: (ticket: TicketBody) => void;
}

export const TicketRow = memo(function TicketRow({ ticket, to, selected, now, onHover }: Props) {
  const titleOf = useTicketTitle();
  const badge = AI_BADGES[ticket.aiState];
  const waiting = ticket.waitingSince !== null;
  const since = ticket.waitingSince ?? ticket.lastMessageAt;
  const late = waiting && now - new Date(since).getTime() > LONG_WAIT_MS;
  return (
    <Link
      to={to}
      className={css.row}
      data-selected={selected || undefined}
      data-waiting={waiting || undefined}
      aria-current={selected ? 'true' : undefined}
      onMouseEnter={() => onHover(ticket)}
    >
      <span className={css.face}>
        <Face name={ticket.customer.name} size={34} />
        <span className={css.channel} title={channelName(ticket.channel, ticket.customer.address)}>
          <ChannelIcon channel={ticket.channel} address={ticket.customer.address} size={12} />
        </span>
      </span>
      <span className={css.body}>
        <span className={css.line}>
          <span className={css.name}>{ticket.customer.name}</span>
          {ticket.assignee && (
            <span className={css.assignee} title={`Assigned to ${ticket.assignee.name}`}>
              <Face name={ticket.assignee.name} size={18} />
            </span>
          )}
          <time
            className={css.age}
            data-late={late || undefined}
            dateTime={since}
            title={`${waiting ? 'Customer waits since' : 'Last message'} ${formatDate(since, 'full')}`}
          >
            {formatDate(since, 'age', new Date(now))}
          </time>
        </span>
        <span className={css.subject}>{titleOf(ticket)}</span>
        <span className={css.preview}>
          {ticket.lastMessageDirection === 'outbound' && <IconArrowForwardUp size={13} aria-label="Answered" />}
          {ticket.preview}
        </span>
        <span className={css.badges}>
          {ticket.status !== 'open' && <Pill tone={STATUS_TONES[ticket.status]}>{STATUS_LABELS[ticket.status]}</Pill>}
          {badge && (
            <Pill tone={badge.tone} icon={<IconSparkles size={12} />}>
              {badge.label}
            </Pill>
          )}
          {ticket.tags.slice(0, TAGS_SHOWN).map((tag) => (
            <Pill key={tag}>{tag}</Pill>
          ))}
          {ticket.tags.length > TAGS_SHOWN && <Pill>+{ticket.tags.length - TAGS_SHOWN}</Pill>}
        </span>
      </span>
    </Link>
  );
});
