import { Button, Group } from '@mantine/core';
import type { ConnectionBody, ThemeBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, messageOf } from '../../lib/api';
import { connectionsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { toastDone, toastError } from '../../ui/toast';
import css from './connections.module.css';

/** The chat in a shop's pages with one click, for shops that take scripts from us. */
export function ThemeChat({ connection }: { connection: ConnectionBody }) {
  const { id, label } = connection;
  const client = useQueryClient();
  const { data: connections } = useQuery(connectionsQuery);
  const chat = connections?.find((it) => it.enabled && it.traits?.addressKind === 'visitor');
  const theme = useQuery({
    queryKey: keys.theme(id),
    queryFn: ({ signal }) => api.get<ThemeBody>(`/connections/${id}/theme`, signal),
  });
  const installed = theme.data?.installed ?? false;
  const change = useMutation({
    mutationFn: (): Promise<ThemeBody> =>
      installed
        ? api.delete<ThemeBody>(`/connections/${id}/theme`)
        : api.put<ThemeBody>(`/connections/${id}/theme`, { chatConnectionId: chat?.id }),
    onSuccess: (body) => {
      client.setQueryData(keys.theme(id), body);
      toastDone(body.installed ? `The chat is on the pages of ${label}` : `The chat is off the pages of ${label}`);
    },
    onError: (error) =>
      toastError('The shop did not take it', error, { label: 'Try again', run: () => change.mutate() }),
  });
  if (theme.error) return <div className={css.part}>{messageOf(theme.error)}</div>;
  if (!theme.data) return null;
  return (
    <Group gap="xs" className={css.part}>
      <span>
        {installed
          ? 'The chat is on the pages of this shop.'
          : chat
            ? `The chat “${chat.label}” is not on the pages of this shop.`
            : 'Connect a chat first to put it on the pages of this shop.'}
      </span>
      {(installed || chat) && (
        <Button size="compact-xs" variant="default" loading={change.isPending} onClick={() => change.mutate()}>
          {installed ? 'Take it away' : 'Put it there'}
        </Button>
      )}
    </Group>
  );
}
