import type { ConnectionBody, ConnectionHealth, CreateConnectionRequest } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, messageOf } from '../../lib/api';
import { connectionsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { toastDone, toastError } from '../../ui/toast';
import type { ConnectionPatch } from './connection-form';

const check = (id: string): Promise<ConnectionHealth> => api.post<ConnectionHealth>(`/connections/${id}/check`);

export type SaveConnection = { create: CreateConnectionRequest } | { id: string; change: ConnectionPatch };

/** Puts a connection into the list at once; the list's order is the server's, so it is read again as well. */
function useStored(): (connection: ConnectionBody) => void {
  const client = useQueryClient();
  return (connection) => {
    client.setQueryData(connectionsQuery.queryKey, (list: ConnectionBody[] | undefined) =>
      list?.some(({ id }) => id === connection.id)
        ? list.map((row) => (row.id === connection.id ? connection : row))
        : list && [...list, connection],
    );
    void client.invalidateQueries({ queryKey: keys.connections });
  };
}

/** Saves, then tries it at once: whoever connects a mailbox wants to know whether it works, not whether it is stored. */
export function useSaveConnection() {
  const stored = useStored();
  return useMutation({
    mutationFn: async (save: SaveConnection): Promise<ConnectionBody> => {
      const saved =
        'create' in save
          ? await api.post<ConnectionBody>('/connections', save.create)
          : await api.patch<ConnectionBody>(`/connections/${save.id}`, save.change);
      // A check that could not be made must not hide that it is saved: a second save would make a twin.
      const health = await check(saved.id).catch((error: unknown): ConnectionHealth => ({
        state: 'unknown',
        message: messageOf(error),
        checkedAt: null,
      }));
      // What it can do is found out by the check.
      const checked = await api.get<ConnectionBody>(`/connections/${saved.id}`).catch(() => saved);
      return { ...checked, health };
    },
    onSuccess: (connection) => {
      stored(connection);
      if (connection.health.state === 'ok') toastDone(`${connection.label} is connected and works`);
    },
  });
}

export function useConnectionActions(connection: ConnectionBody) {
  const { id, label } = connection;
  const stored = useStored();
  const client = useQueryClient();
  const checkNow = useMutation({
    mutationFn: () => check(id),
    onSuccess: (health) => {
      stored({ ...connection, health });
      if (health.state === 'ok') toastDone(`${label} works`);
    },
    onError: (error) =>
      toastError(`${label} was not checked`, error, { label: 'Try again', run: () => checkNow.mutate() }),
  });
  const enable = useMutation({
    mutationFn: (enabled: boolean) => {
      const change: ConnectionPatch = { enabled };
      return api.patch<ConnectionBody>(`/connections/${id}`, change);
    },
    onSuccess: stored,
    onError: (error, enabled) =>
      toastError(`${label} was not switched ${enabled ? 'on' : 'off'}`, error, {
        label: 'Try again',
        run: () => enable.mutate(enabled),
      }),
  });
  const remove = useMutation({
    mutationFn: () => api.delete(`/connections/${id}`),
    onSuccess: () => toastDone(`${label} is removed`),
    onError: (error) =>
      toastError(`${label} was not removed`, error, { label: 'Try again', run: () => remove.mutate() }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.connections }),
  });
  return { checkNow, enable, remove };
}
