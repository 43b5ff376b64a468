import { Button, Group } from '@mantine/core';
import type { ConnectionBody, ConnectionSetupBody, SetupCheckBody } from '@satchel/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { CopyLine } from '../../ui/copy-line';
import { Pill, type Tone } from '../../ui/pill';
import { toastDone, toastError } from '../../ui/toast';
import css from './connections.module.css';

const STATES: Record<SetupCheckBody['state'], { label: string; tone: Tone }> = {
  ok: { label: 'Set', tone: 'green' },
  missing: { label: 'Missing', tone: 'amber' },
  unknown: { label: 'Not known', tone: 'neutral' },
};

/** The DNS records that make receivers believe mail of this address, and whether they stand. */
export function Deliverability({ connection }: { connection: ConnectionBody }) {
  const [open, setOpen] = useState(false);
  const { id, label } = connection;
  const setup = useQuery({
    queryKey: keys.setup(id),
    queryFn: async ({ signal }) => (await api.get<ConnectionSetupBody>(`/connections/${id}/setup`, signal)).checks,
    enabled: open,
  });
  const newKey = useMutation({
    mutationFn: () => api.post<SetupCheckBody>(`/connections/${id}/dkim`),
    onSuccess: () => {
      toastDone('The key is made. Set its record now');
      void setup.refetch();
    },
    onError: (error) => toastError('No key was made', error, { label: 'Try again', run: () => newKey.mutate() }),
  });
  return (
    <div className={css.part}>
      <Group gap="xs" ml={-8}>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={open}
          aria-label={`Deliverability of ${label}`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide deliverability' : 'Deliverability'}
        </Button>
        {open && (
          <Button size="compact-xs" variant="subtle" loading={setup.isFetching} onClick={() => void setup.refetch()}>
            Look again
          </Button>
        )}
      </Group>
      {open && setup.error && <p role="alert">{messageOf(setup.error)}</p>}
      {open && (
        <ul className={css.checks} aria-label={`DNS records for ${label}`}>
          {setup.data?.map((check) => (
            <Check key={check.label} check={check} onKey={newKey.mutate} making={newKey.isPending} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Check({ check, onKey, making }: { check: SetupCheckBody; onKey: () => void; making: boolean }) {
  const { label, tone } = STATES[check.state];
  return (
    <li>
      <Group gap="xs">
        <strong>{check.label}</strong>
        <Pill tone={tone}>{check.value === null ? 'No key here' : label}</Pill>
      </Group>
      {check.value === null ? (
        <Group gap="xs" mt={4}>
          <span>Not needed when your mail server signs already.</span>
          <Button size="compact-xs" variant="default" loading={making} onClick={() => onKey()}>
            Make a key
          </Button>
        </Group>
      ) : (
        <>
          <span>
            {check.type} record of <code>{check.name}</code>
            {check.found && check.state !== 'ok' && <> · there is: {check.found}</>}
          </span>
          {check.state !== 'ok' && <CopyLine value={check.value} what={`the ${check.label} record`} />}
        </>
      )}
    </li>
  );
}
