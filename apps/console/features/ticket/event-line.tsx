import { UnstyledButton } from '@mantine/core';
import type { EventBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../lib/format';
import { peopleQuery } from '../../lib/queries';
import { describeEvent } from './describe-event';
import css from './thread.module.css';

/** What happened between two messages: the last of it, the rest on demand. */
export function EventLine({ events }: { events: EventBody[] }) {
  const [open, setOpen] = useState(false);
  const people = useQuery(peopleQuery).data ?? [];
  const shown = open ? events : events.slice(-1);
  return (
    <div className={css.events}>
      {!open && events.length > 1 && (
        <UnstyledButton className={css.unfold} onClick={() => setOpen(true)}>
          {events.length - 1} earlier {events.length === 2 ? 'change' : 'changes'}
        </UnstyledButton>
      )}
      {shown.map((event) => (
        <p key={event.id}>
          {describeEvent(event, people)} <time dateTime={event.at}>{formatDate(event.at, 'clock')}</time>
        </p>
      ))}
    </div>
  );
}
