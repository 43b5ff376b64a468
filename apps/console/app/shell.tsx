import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { TICKET_VIEWS } from '@satchel/contracts';
import { ConnectionAlarm } from '../features/connections/alarm';
import { listenForShortcuts, useShortcut } from '../lib/use-shortcut';
import { IconPlug } from '../ui/icons';
import { useLive } from './live';
import { Palette, openPalette } from './palette';
import { Rail } from './rail';
import css from './shell.module.css';
import { ShortcutSheet } from './shortcut-sheet';

/** What stands around every page: the rail, the palette, the key map, the line to the server. */
export function Shell() {
  const { lost, retry } = useLive();
  const [sheet, sheetDoor] = useDisclosure(false);
  const [menu, menuDoor] = useDisclosure(false);
  useEffect(listenForShortcuts, []);
  useShortcut('palette', openPalette);
  useShortcut('help', sheetDoor.toggle);
  return (
    <div className={css.shell}>
      <GoTo />
      {lost && (
        <div className={css.lost} role="status">
          <IconPlug size={16} />
          <span>Connection lost. What you write stays here; we catch up when the server answers.</span>
          <Button size="compact-xs" variant="white" color="dark" onClick={retry}>
            Try now
          </Button>
        </div>
      )}
      <ConnectionAlarm />
      <div className={css.body}>
        <Rail opened={menu} onOpen={menuDoor.open} onClose={menuDoor.close} onHelp={sheetDoor.open} />
        <main className={css.main}>
          <Outlet />
        </main>
      </div>
      <Palette onHelp={sheetDoor.open} />
      <ShortcutSheet opened={sheet} onClose={sheetDoor.close} />
    </div>
  );
}

/** "g" and a letter. */
function GoTo() {
  const navigate = useNavigate();
  const go = (path: string) => () => void navigate(path);
  useShortcut('go_all', go(`/inbox/${TICKET_VIEWS[0]}`));
  useShortcut('go_mine', go('/inbox/mine'));
  useShortcut('go_unassigned', go('/inbox/unassigned'));
  useShortcut('go_ai_drafts', go('/inbox/ai_drafts'));
  useShortcut('go_ai_handed_over', go('/inbox/ai_handed_over'));
  useShortcut('go_resolved', go('/inbox/resolved'));
  useShortcut('go_actions', go('/actions'));
  useShortcut('go_settings', go('/settings'));
  return null;
}
