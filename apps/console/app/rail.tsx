import { ActionIcon, Drawer, Menu, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { TICKET_VIEWS, type TicketView } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { api } from '../lib/api';
import { countsQuery, waitingRunsQuery } from '../lib/queries';
import { useMe } from '../lib/session';
import { textOf } from '../lib/keyboard';
import { isMac } from '../lib/use-shortcut';
import { VIEW_LABELS } from '../lib/ticket-filter';
import { Face } from '../ui/face';
import * as icons from '../ui/icons';
import { Mark } from '../ui/mark';
import { SchemeItems } from '../ui/scheme';
import { openPalette } from './palette';
import css from './rail.module.css';

const VIEW_ICONS: Record<TicketView, ComponentType<{ size?: number }>> = {
  all: icons.IconInbox,
  mine: icons.IconUser,
  unassigned: icons.IconUserQuestion,
  ai_drafts: icons.IconSparkles,
  ai_handed_over: icons.IconLifebuoy,
  resolved: icons.IconCircleCheck,
  spam: icons.IconBan,
};
/** Counts of what is done say nothing; counts of what waits do. */
const COUNTED: readonly TicketView[] = ['mine', 'unassigned', 'ai_drafts', 'ai_handed_over'];
const COUNT_CAP = 999;

interface Props {
  opened: boolean;
  onOpen: () => void;
  onClose: () => void;
  onHelp: () => void;
}

export function Rail({ opened, onOpen, onClose, onHelp }: Props) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { pathname } = useLocation();
  if (!phone) return <RailBody onHelp={onHelp} onChosen={onClose} />;
  // An open ticket takes the whole screen and brings its own way back.
  const inTicket = /^\/inbox\/[^/]+\/.+/.test(pathname);
  return (
    <>
      {!inTicket && (
        <header className={css.top}>
          <ActionIcon variant="transparent" c="white" size="lg" aria-label="Open the menu" onClick={onOpen}>
            <icons.IconMenu2 size={22} />
          </ActionIcon>
          <Mark size={24} />
          <span className={css.name}>Satchel</span>
          <ActionIcon variant="transparent" c="white" size="lg" ml="auto" aria-label="Search" onClick={openPalette}>
            <icons.IconSearch size={20} />
          </ActionIcon>
        </header>
      )}
      <Drawer.Root opened={opened} onClose={onClose} size={250}>
        <Drawer.Overlay />
        <Drawer.Content aria-label="Menu">
          <Drawer.Body p={0} h="100%">
            <RailBody onHelp={onHelp} onChosen={onClose} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}

function RailBody({ onHelp, onChosen }: { onHelp: () => void; onChosen: () => void }) {
  const counts = useQuery(countsQuery).data;
  const { workspace } = useMe();
  return (
    <nav className={css.rail} aria-label="Views">
      <div className={css.brand}>
        <Mark size={28} />
        <span className={css.label}>
          <strong>Satchel</strong>
          <small>{workspace.name}</small>
        </span>
      </div>
      <UnstyledButton className={css.search} onClick={openPalette} aria-label="Search or run a command">
        <icons.IconSearch size={16} />
        <span className={css.label}>Search</span>
        <kbd className={css.key}>{textOf('palette', isMac())}</kbd>
      </UnstyledButton>
      <ul className={css.views}>
        {TICKET_VIEWS.map((view) => (
          <li key={view}>
            <ViewLink view={view} count={COUNTED.includes(view) ? counts?.[view] : undefined} onChosen={onChosen} />
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <ActionsLink onChosen={onChosen} />
        <NavLink to="/incoming" className={css.link} onClick={onChosen} title="Incoming">
          <icons.IconMailbox size={18} />
          <span className={css.label}>Incoming</span>
        </NavLink>
        <NavLink to="/settings" className={css.link} onClick={onChosen} title="Settings">
          <icons.IconSettings size={18} />
          <span className={css.label}>Settings</span>
        </NavLink>
        <PersonMenu onHelp={onHelp} />
      </div>
    </nav>
  );
}

function ViewLink({ view, count, onChosen }: { view: TicketView; count: number | undefined; onChosen: () => void }) {
  const Icon = VIEW_ICONS[view];
  const shown = count && count > COUNT_CAP ? `${COUNT_CAP}+` : count;
  return (
    <NavLink to={`/inbox/${view}`} className={css.link} onClick={onChosen} title={VIEW_LABELS[view]} data-view={view}>
      <Icon size={18} />
      <span className={css.label}>{VIEW_LABELS[view]}</span>
      {shown ? <span className={css.count}>{shown}</span> : null}
    </NavLink>
  );
}

/** What waits for a yes or a look is counted; what was done is not. */
function ActionsLink({ onChosen }: { onChosen: () => void }) {
  const waiting = useQuery(waitingRunsQuery).data?.length ?? 0;
  return (
    <NavLink to="/actions" className={css.link} onClick={onChosen} title="Actions" data-view="actions">
      <icons.IconChecklist size={18} />
      <span className={css.label}>Actions</span>
      {waiting > 0 && (
        <span className={css.count}>
          {waiting}
          <span className={css.heard}> waiting</span>
        </span>
      )}
    </NavLink>
  );
}

function PersonMenu({ onHelp }: { onHelp: () => void }) {
  const { person } = useMe();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    await api.delete('/sessions/current').catch(() => undefined);
    void navigate('/sign-in');
    // Nothing of this session may stay in memory for the next person.
    location.reload();
  };
  return (
    <Menu position="right-end" width={230}>
      <Menu.Target>
        <UnstyledButton className={css.person} aria-label={`${person.name}: account and appearance`}>
          <Face name={person.name} size={26} />
          <span className={css.label}>{person.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<icons.IconKeyboard size={16} />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<icons.IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
