import type { MessageBody, WithdrawnMessageBody } from '@satchel/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { toastError } from '../ui/toast';
import { api } from './api';
import { giveBack } from './composer-store';
import { keys } from './query-keys';
import { useMe } from './session';

export interface WaitingActions {
  undo: (message: MessageBody) => void;
  sendNow: (message: MessageBody) => void;
  change: (message: MessageBody, changes: { sendAt?: string; cancelIfCustomerWrites?: boolean }) => void;
}

/** What can be done with a reply that has not left. */
export function useWaiting(): WaitingActions {
  const client = useQueryClient();
  const me = useMe().person.id;
  const gone = ({ id, ticketId }: MessageBody): void =>
    void client.setQueryData<MessageBody[]>(keys.scheduled(ticketId), (known) => known?.filter((one) => one.id !== id));
  const actions: WaitingActions = {
    undo: (message) => {
      api.post<WithdrawnMessageBody>(`/scheduled/${message.id}/undo`).then(
        ({ ticketId, text, attachments }) => {
          gone(message);
          if (message.author.id === me) giveBack(ticketId, text, attachments);
          void client.invalidateQueries({ queryKey: keys.drafts(ticketId) });
        },
        (error: unknown) => failed('It was not taken back', message, error, () => actions.undo(message)),
      );
    },
    sendNow: (message) => {
      api.post(`/scheduled/${message.id}/send`).then(
        () => gone(message),
        (error: unknown) => failed('It was not sent', message, error, () => actions.sendNow(message)),
      );
    },
    change: (message, changes) => {
      api.patch<MessageBody>(`/scheduled/${message.id}`, changes).then(
        () => client.invalidateQueries({ queryKey: keys.scheduled(message.ticketId) }),
        (error: unknown) => failed('The time was not changed', message, error, () => actions.change(message, changes)),
      );
    },
  };
  const failed = (title: string, { ticketId }: MessageBody, error: unknown, again: () => void): void => {
    void client.invalidateQueries({ queryKey: keys.scheduled(ticketId) });
    toastError(title, error, { label: 'Try again', run: again });
  };
  return actions;
}
