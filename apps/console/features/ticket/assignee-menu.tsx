import { Menu, UnstyledButton } from '@mantine/core';
import type { PersonBody, TicketBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleQuery } from '../../lib/queries';
import { useMe } from '../../lib/session';
import { useShortcut } from '../../lib/use-shortcut';
import { Face } from '../../ui/face';
import { IconCheck, IconChevronDown, IconUserCheck, IconUserOff, IconUserQuestion } from '../../ui/icons';
import { Keys } from '../../ui/keys';
import css from './ticket-header.module.css';

interface Props {
  ticket: TicketBody;
  onChange: (person: Pick<PersonBody, 'id' | 'name'> | null) => void;
}

export function AssigneeMenu({ ticket, onChange }: Props) {
  const people = useQuery(peopleQuery).data ?? [];
  const me = useMe().person;
  const [opened, setOpened] = useState(false);
  useShortcut('assign', () => setOpened(true));
  const { assignee } = ticket;
  return (
    <Menu width={230} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <UnstyledButton className={css.tool} aria-label={`Assignee: ${assignee?.name ?? 'nobody'}`}>
          {assignee ? <Face name={assignee.name} size={18} /> : <IconUserQuestion size={16} />}
          {assignee?.name ?? 'Unassigned'} <IconChevronDown size={13} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {assignee?.id !== me.id && (
          <Menu.Item
            leftSection={<IconUserCheck size={16} />}
            rightSection={<Keys id="take" />}
            onClick={() => onChange(me)}
          >
            Take it
          </Menu.Item>
        )}
        {assignee && (
          <Menu.Item leftSection={<IconUserOff size={16} />} onClick={() => onChange(null)}>
            Unassign
          </Menu.Item>
        )}
        <Menu.Divider />
        {people.map((person) => (
          <Menu.Item
            key={person.id}
            leftSection={<Face name={person.name} size={20} />}
            rightSection={assignee?.id === person.id ? <IconCheck size={14} /> : null}
            onClick={() => onChange(person)}
          >
            {person.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
