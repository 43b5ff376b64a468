import { Modal, SimpleGrid } from '@mantine/core';
import { SHORTCUTS } from '../lib/keyboard';
import { Keys } from '../ui/keys';
import css from './shortcut-sheet.module.css';

const GROUPS = [...new Set(SHORTCUTS.map((shortcut) => shortcut.group))];

export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keyboard shortcuts"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={css.group}>{group}</h3>
            {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ id, label }) => (
              <div key={id} className={css.row}>
                <span>{label}</span>
                <Keys id={id} />
              </div>
            ))}
          </section>
        ))}
      </SimpleGrid>
      <p className={css.note}>Single keys can be switched off in Settings.</p>
    </Modal>
  );
}
