import { Kbd } from '@mantine/core';
import { capsOf, type ShortcutId } from '../lib/keyboard';
import { isMac } from '../lib/use-shortcut';

/** The keys of a shortcut, drawn as caps. */
export function Keys({ id }: { id: ShortcutId }) {
  return (
    <span style={{ display: 'inline-flex', gap: 3, alignItems: 'center', whiteSpace: 'nowrap' }}>
      {capsOf(id, isMac()).map((step, index) => (
        <span key={index} style={{ display: 'inline-flex', gap: 2 }}>
          {step.map((cap) => (
            <Kbd key={cap} size="xs">
              {cap}
            </Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
