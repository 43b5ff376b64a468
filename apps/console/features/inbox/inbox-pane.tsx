import { CloseButton, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { TicketBody } from '@satchel/contracts';
import { useRef, useState } from 'react';
import { useShortcut } from '../../lib/use-shortcut';
import { type TicketFilter, VIEW_LABELS } from '../../lib/ticket-filter';
import { IconSearch, IconTag, IconX } from '../../ui/icons';
import { TicketList } from './ticket-list';
import css from './ticket-list.module.css';

const SEARCH_DELAY_MS = 180;

interface Props {
  filter: TicketFilter;
  ticketId: string | undefined;
  hrefOf: (ticketId: string) => string;
  onFilter: (change: { q?: string; tag?: string }) => void;
  prefetch: (ticket: TicketBody) => void;
}

/** The second pane: a view's name, its search, and its tickets. */
export function InboxPane({ filter, ticketId, hrefOf, onFilter, prefetch }: Props) {
  // The page is about the open ticket, if there is one.
  const Title = ticketId ? 'h2' : 'h1';
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filter.q);
  const search = useDebouncedCallback((q: string) => onFilter({ q }), SEARCH_DELAY_MS);
  useShortcut('search', () => field.current?.focus());
  const change = (q: string): void => {
    setText(q);
    search(q.trim());
  };
  const clear = (): void => {
    setText('');
    onFilter({ q: '', tag: '' });
  };
  return (
    <section className={css.pane} aria-label="Ticket list">
      <header className={css.head}>
        <Title className={css.title}>{VIEW_LABELS[filter.view]}</Title>
        <TextInput
          ref={field}
          size="xs"
          radius="md"
          aria-label={`Search in ${VIEW_LABELS[filter.view]}`}
          placeholder="Search this view"
          leftSection={<IconSearch size={15} />}
          rightSection={
            text ? <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} /> : null
          }
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        {filter.tag && (
          <div className={css.filters}>
            <UnstyledButton
              className={css.chip}
              onClick={() => onFilter({ tag: '' })}
              aria-label={`Remove tag ${filter.tag}`}
            >
              <IconTag size={13} /> {filter.tag} <IconX size={12} />
            </UnstyledButton>
          </div>
        )}
      </header>
      <TicketList filter={filter} ticketId={ticketId} hrefOf={hrefOf} onClear={clear} prefetch={prefetch} />
    </section>
  );
}
