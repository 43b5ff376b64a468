import type { MessageBody } from '@satchel/contracts';
import { useRef } from 'react';
import { formatDate } from '../lib/format';
import { useShortcut } from '../lib/use-shortcut';
import { useWaiting } from '../lib/use-waiting';
import { toastDone, toastHeld } from '../ui/toast';

/** Tells that a reply waits, with a way back by mouse and by key for as long as there is one. */
export function useUndoToast(): (message: MessageBody) => void {
  const waiting = useWaiting();
  const last = useRef<MessageBody | null>(null);
  useShortcut('undo_send', () => {
    const message = last.current;
    last.current = null;
    if (message?.scheduled && Date.parse(message.scheduled.sendAt) > Date.now()) waiting.undo(message);
  });
  return (message) => {
    const { scheduled } = message;
    if (!scheduled) return;
    last.current = message;
    const ms = Date.parse(scheduled.sendAt) - Date.now();
    if (scheduled.held)
      toastHeld(`Sending in ${Math.max(1, Math.round(ms / 1000))} s`, ms, () => waiting.undo(message));
    else toastDone(`Goes out ${formatDate(scheduled.sendAt, 'full')}`, () => waiting.undo(message));
  };
}
