import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import type { TicketBody } from '@satchel/contracts';
import { type KeyboardEvent, useState } from 'react';
import { useShortcut } from '../../lib/use-shortcut';
import { IconPlus, IconX } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import css from './ticket-header.module.css';

export function Tags({ ticket, onChange }: { ticket: TicketBody; onChange: (tags: string[]) => void }) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  useShortcut('tag', () => setOpened(true));
  const add = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const tag = text.trim().toLowerCase();
    if (tag && !ticket.tags.includes(tag)) onChange([...ticket.tags, tag]);
    setText('');
    setOpened(false);
  };
  return (
    <>
      {ticket.tags.map((tag) => (
        <Pill key={tag}>
          <span className={css.tag}>
            {tag}
            <UnstyledButton
              aria-label={`Remove tag ${tag}`}
              onClick={() => onChange(ticket.tags.filter((one) => one !== tag))}
            >
              <IconX size={11} />
            </UnstyledButton>
          </span>
        </Pill>
      ))}
      <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" shadow="md" returnFocus>
        <Popover.Target>
          <UnstyledButton className={css.tool} onClick={() => setOpened(!opened)} aria-label="Add a tag">
            <IconPlus size={13} /> Tag
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <TextInput
            size="xs"
            aria-label="New tag"
            placeholder="Name, then Enter"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={add}
            maxLength={60}
          />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
