import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { messageOf } from '../lib/api';

interface Action {
  label: string;
  run: () => void;
}

const SHOWN_MS = 6000;

function show(color: string, title: string, text: string | null, action: Action | null, ms: number | false): void {
  const id = notifications.show({
    color,
    title,
    autoClose: ms,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (text || action) && (
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <span>{text}</span>
        {action && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  });
}

/** Done, with a way back. */
export function toastDone(title: string, undo?: () => void): void {
  show('pine', title, null, undo ? { label: 'Undo', run: undo } : null, SHOWN_MS);
}

/** It happens in some seconds, and until then there is a way back. */
export function toastHeld(title: string, ms: number, undo: () => void): void {
  show('pine', title, null, { label: 'Undo', run: undo }, ms);
}

/** What happened, in the server's words, and what to do about it. It stays until it is read. */
export function toastError(title: string, error: unknown, action: Action): void {
  show('red', title, messageOf(error), action, false);
}
