import { Button, Group, Progress } from '@mantine/core';
import type { ConnectionBody, ConnectionSyncBody, StartSyncRequest, SyncBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, messageOf } from '../../lib/api';
import { formatDate, words } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { toastError } from '../../ui/toast';
import { percentOf, syncText } from './sync-words';
import css from './wizard.module.css';

/** How far a shop is copied here, and a way to begin again. */
export function SyncProgress({ connection, mayChange }: { connection: ConnectionBody; mayChange: boolean }) {
  const { id, label } = connection;
  const client = useQueryClient();
  const sync = useQuery({
    queryKey: keys.sync(id),
    queryFn: ({ signal }) => api.get<ConnectionSyncBody>(`/connections/${id}/sync`, signal),
  });
  const start = useMutation({
    mutationFn: (wish: StartSyncRequest) => api.post<ConnectionSyncBody>(`/connections/${id}/sync`, wish),
    onSuccess: (stored) => client.setQueryData(keys.sync(id), stored),
    onError: (error, wish) =>
      toastError(`${label} was not copied again`, error, { label: 'Try again', run: () => start.mutate(wish) }),
  });
  const resources = sync.data?.resources ?? [];
  if (sync.error) return <p role="alert">{messageOf(sync.error)}</p>;
  if (resources.length === 0) return null;
  const busy = resources.some(({ state }) => state === 'running' || state === 'waiting');
  return (
    <section className={css.sync} aria-label={`What of ${label} is copied here`}>
      {resources.map((one) => (
        <Resource key={one.resource} sync={one} />
      ))}
      {mayChange && (
        <Group gap="xs" mt={6}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={busy}
            loading={start.isPending}
            aria-label={`Copy again: ${label}`}
            onClick={() => start.mutate({ full: true })}
          >
            Copy again from the start
          </Button>
        </Group>
      )}
    </section>
  );
}

function Resource({ sync }: { sync: SyncBody }) {
  const { resource, state, finishedAt, nextAt, lastError } = sync;
  const percent = percentOf(sync);
  const at = (iso: string): string => `${formatDate(iso, 'date').toLowerCase()} at ${formatDate(iso, 'clock')}`;
  return (
    <div className={css.resource}>
      <div>
        <strong>{words(resource)}</strong>
        <span>
          {syncText(sync)}
          {state === 'done' && finishedAt && `, ${at(finishedAt)}`}
        </span>
      </div>
      {state !== 'done' && (
        <Progress
          size="sm"
          value={percent ?? 100}
          animated={state === 'running' && percent === null}
          color={state === 'failed' ? 'red' : 'pine'}
          aria-label={`${words(resource)} copied`}
        />
      )}
      {lastError && state !== 'done' && (
        <span className={css.trouble}>
          {lastError.message}
          {nextAt && ` Tried again ${at(nextAt)}.`}
        </span>
      )}
    </div>
  );
}
