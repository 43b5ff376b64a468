import { Menu, UnstyledButton } from '@mantine/core';
import type { TicketBody, TicketStatus } from '@satchel/contracts';
import { IconCheck, IconChevronDown } from '../../ui/icons';
import { STATUS_HINTS, STATUS_LABELS, STATUS_TONES } from '../../ui/status';
import css from './ticket-header.module.css';

/** What a person may choose; `new` only ever happens by itself. */
const CHOICES: readonly TicketStatus[] = ['open', 'pending', 'on_hold', 'resolved', 'closed', 'spam'];

export function StatusMenu({ ticket, onChange }: { ticket: TicketBody; onChange: (status: TicketStatus) => void }) {
  return (
    <Menu width={260}>
      <Menu.Target>
        <UnstyledButton
          className={css.tool}
          data-tone={STATUS_TONES[ticket.status]}
          aria-label={`Status: ${STATUS_LABELS[ticket.status]}`}
        >
          {STATUS_LABELS[ticket.status]} <IconChevronDown size={13} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map((status) => (
          <Menu.Item
            key={status}
            onClick={() => onChange(status)}
            rightSection={ticket.status === status ? <IconCheck size={14} /> : null}
          >
            {STATUS_LABELS[status]}
            {STATUS_HINTS[status] && <span className={css.hint}>{STATUS_HINTS[status]}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
