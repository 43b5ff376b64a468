import { ActionIcon, Menu } from '@mantine/core';
import type { SimulationBody } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconDots } from '../../ui/icons';
import { toastDone, toastError } from '../../ui/toast';

/** What else can be done with a ticket. */
export function TicketMore({ ticketId }: { ticketId: string }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => api.post<SimulationBody>(`/tickets/${ticketId}/simulation`, {}),
    onSuccess: ({ name }) => {
      void client.invalidateQueries({ queryKey: keys.simulations });
      toastDone(`Saved as the simulation “${name}”, without personal data`);
    },
    onError: (error) =>
      toastError('The conversation was not saved', error, { label: 'Try again', run: () => save.mutate() }),
  });
  if (!useIsAdmin()) return null;
  return (
    <Menu width={220} position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More" size="lg" loading={save.isPending}>
          <IconDots size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save.mutate()}>Save as simulation</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
