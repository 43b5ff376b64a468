import { Button, Group } from '@mantine/core';
import type { EnvelopeBody } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../lib/api';
import { formatBytes, formatDate } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconDownload } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import { toastDone, toastError } from '../../ui/toast';
import { STATE_LABELS, STATE_TONES } from './envelope-words';
import css from './ledger.module.css';

export function EnvelopeRow({ envelope, connection }: { envelope: EnvelopeBody; connection: string }) {
  const client = useQueryClient();
  const { id, state, subject, from, reason, ticketId } = envelope;
  const isAdmin = useIsAdmin();
  // What says nothing about itself is a vendor's report: sent, delivered, read.
  const name = subject ?? (from ? `Message from ${from}` : "Vendor's report");
  const retry = useMutation({
    mutationFn: () => api.post(`/envelopes/${id}/retry`),
    onSuccess: () => {
      toastDone('It is read again');
      void client.invalidateQueries({ queryKey: keys.ledgers });
    },
    onError: (error) => toastError('It was not read again', error, { label: 'Try again', run: () => retry.mutate() }),
  });
  const again = isAdmin && (state === 'quarantined' || state === 'ignored');
  return (
    <li className={css.row}>
      <div className={css.what}>
        <strong title={envelope.externalId}>
          {ticketId ? <Link to={`/inbox/all/${ticketId}`}>{name}</Link> : name}
        </strong>
        <span>
          {subject !== null && `${from ?? 'unknown sender'} · `}
          {connection} · {formatBytes(envelope.bytes)} ·{' '}
          <time dateTime={envelope.receivedAt}>{formatDate(envelope.receivedAt, 'full')}</time>
        </span>
        {reason && (
          <span className={css.reason} data-bad={state === 'quarantined' || undefined}>
            {reason}
          </span>
        )}
      </div>
      <Group gap={6} wrap="nowrap">
        <Pill tone={STATE_TONES[state]}>{STATE_LABELS[state]}</Pill>
        {again && (
          <Button
            size="compact-xs"
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate()}
            aria-label={`Read ${name} again`}
          >
            Read again
          </Button>
        )}
        <Button
          component="a"
          href={`/api/v1/envelopes/${id}/raw`}
          size="compact-xs"
          variant="default"
          aria-label={`Download ${name} as it came`}
        >
          <IconDownload size={14} />
        </Button>
      </Group>
    </li>
  );
}
