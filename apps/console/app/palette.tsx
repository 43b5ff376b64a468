import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTicketTitle } from '../lib/use-ticket-title';
import { SHORTCUTS, type ShortcutId } from '../lib/keyboard';
import { ticketSearchQuery } from '../lib/queries';
import { canRun, runShortcut } from '../lib/use-shortcut';
import { ChannelIcon } from '../ui/channel-icon';
import css from './palette.module.css';
import { IconArrowForwardUp, IconSearch } from '../ui/icons';
import { Keys } from '../ui/keys';
import { STATUS_LABELS } from '../ui/status';

export const openPalette = (): void => spotlight.open();

const SEARCH_DELAY_MS = 120;
/** Actions that the palette itself is, or that only mean something while typing. */
const NOT_LISTED: readonly ShortcutId[] = ['palette', 'search', 'close', 'next', 'previous', 'open', 'send', 'help'];

/** Everything one can do here, with the keys that do it faster, and every ticket by number or words. */
export function Palette({ onHelp }: { onHelp: () => void }) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const tickets = useTicketActions(text);
  const groups: SpotlightActionGroupData[] = [
    { group: 'Tickets', actions: tickets },
    { group: 'Actions', actions: opened ? commands(text, onHelp) : [] },
  ];
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      shortcut={null}
      title="Search and commands"
      classNames={{ header: css.header }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      filter={(_query, actions) => actions}
      nothingFound="No ticket and no action of that name."
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'Ticket number, customer, words, or an action …',
        'aria-label': 'Search tickets and actions',
      }}
    />
  );
}

function useTicketActions(text: string): SpotlightActionGroupData['actions'] {
  const navigate = useNavigate();
  const titleOf = useTicketTitle();
  const [q] = useDebouncedValue(text, SEARCH_DELAY_MS);
  const found = useQuery({ ...ticketSearchQuery(q), placeholderData: keepPreviousData });
  if (text.trim().length < 2) return [];
  return (found.data?.data ?? []).map((ticket) => {
    return {
      id: ticket.id,
      label: titleOf(ticket),
      description: `#${ticket.number} · ${ticket.customer.name} · ${STATUS_LABELS[ticket.status]}`,
      leftSection: <ChannelIcon channel={ticket.channel} size={18} />,
      onClick: () => void navigate(`/inbox/all/${ticket.id}`),
    };
  });
}

function commands(text: string, onHelp: () => void): SpotlightActionGroupData['actions'] {
  const wanted = text.trim().toLowerCase();
  const matches = (label: string): boolean => label.toLowerCase().includes(wanted);
  const runnable = SHORTCUTS.filter(({ id, label }) => !NOT_LISTED.includes(id) && canRun(id) && matches(label));
  const listed = runnable.map(({ id, label }) => ({
    id,
    label,
    leftSection: <IconArrowForwardUp size={18} />,
    rightSection: <Keys id={id} />,
    onClick: () => void runShortcut(id),
  }));
  const help = 'Keyboard shortcuts';
  return matches(help)
    ? [...listed, { id: 'help', label: help, rightSection: <Keys id="help" />, onClick: onHelp }]
    : listed;
}
