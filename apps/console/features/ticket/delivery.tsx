import { Button, Group } from '@mantine/core';
import type { DeliveryStatus } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../lib/api';
import type { Echo, ThreadMessage } from '../../lib/echo';
import { IconAlertTriangle, IconCheck, IconChecks, IconClock } from '../../ui/icons';
import { toastError } from '../../ui/toast';
import css from './thread.module.css';

const WORDS: Record<DeliveryStatus, string> = {
  scheduled: 'Waits',
  queued: 'Queued',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not delivered',
  verify: 'Unclear whether it left',
};

/** How far a message of ours has come: only what is known, never a hopeful tick. */
export function DeliveryTick({ status }: { status: DeliveryStatus }) {
  const Icon = status === 'sent' ? IconCheck : status === 'delivered' || status === 'read' ? IconChecks : IconClock;
  const bad = status === 'failed' || status === 'verify';
  return (
    <span className={css.tick} data-status={status}>
      {bad ? <IconAlertTriangle size={14} /> : <Icon size={14} />}
      {WORDS[status]}
    </span>
  );
}

interface Props {
  message: ThreadMessage;
  onRetry: (echo: Echo) => void;
  onEdit: (echo: Echo) => void;
}

/** What to do about a message that did not arrive. */
export function DeliveryProblem({ message, onRetry, onEdit }: Props) {
  const resolve = useMutation({
    mutationFn: (outcome: 'resend' | 'sent') => api.post(`/messages/${message.id}/resolve-delivery`, { outcome }),
    onError: (error, outcome) =>
      toastError('The delivery was not changed', error, { label: 'Try again', run: () => resolve.mutate(outcome) }),
  });
  const { echo, deliveryStatus, deliveryError } = message;
  if (echo?.state === 'failed') {
    return (
      <Problem text={`Not sent. ${echo.problem ?? ''}`}>
        <Button size="compact-xs" onClick={() => onRetry(echo)}>
          Try again
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onEdit(echo)}>
          Edit
        </Button>
      </Problem>
    );
  }
  if (deliveryStatus === 'failed') {
    return (
      <Problem text={deliveryError ?? 'The message was not delivered.'}>
        <Button size="compact-xs" loading={resolve.isPending} onClick={() => resolve.mutate('resend')}>
          Send again
        </Button>
      </Problem>
    );
  }
  if (deliveryStatus === 'verify') {
    return (
      <Problem text="The line broke while sending: it may have arrived. Look, then decide; we never send twice by ourselves.">
        <Button size="compact-xs" loading={resolve.isPending} onClick={() => resolve.mutate('resend')}>
          Send again
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => resolve.mutate('sent')}>
          It arrived
        </Button>
      </Problem>
    );
  }
  return null;
}

function Problem({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className={css.problem} role="alert">
      <span>{text}</span>
      <Group gap={6}>{children}</Group>
    </div>
  );
}
