import { Button, Group } from '@mantine/core';
import type { ActionFallbackBody, ActionProblem, ActionRunBody } from '@satchel/contracts';
import { useState } from 'react';
import { ApiError, messageOf } from '../../lib/api';
import { newClientId } from '../../lib/new-id';
import css from './actions.module.css';
import type { Subject } from './subject';
import { useRunAction } from './use-run';

type Carrier = ActionProblem & { fallback?: ActionFallbackBody | null };

/** What a person could do by hand, where a refusal brings it along. */
export const fallbackIn = (error: Error | null): ActionFallbackBody | null =>
  (error instanceof ApiError ? (error.problem as Partial<Carrier> | null)?.fallback : null) ?? null;

interface Props {
  reason: string | null;
  fallback: ActionFallbackBody | null;
  subject: Pick<Subject, 'ticketId' | 'customerId'>;
  onClose: () => void;
  /** Stands among other things that have their own way out. */
  inline?: boolean;
}

/** What no connected system can do: a task on the ticket, so that nobody forgets it. */
export function Fallback({ reason, fallback, subject, onClose, inline = false }: Props) {
  const [clientId] = useState(newClientId);
  const [made, setMade] = useState<ActionRunBody | null>(null);
  const run = useRunAction(subject);
  const make = (): void => {
    if (!fallback) return;
    const order = { name: fallback.action, args: fallback.arguments, clientId, confirmed: true };
    run.mutate(order, { onSuccess: setMade });
  };
  const done = made?.state === 'done';
  return (
    <div className={css.fallback}>
      <p>{fallback?.reason ?? reason}</p>
      {made && (
        <p role="status">{done ? 'The task stands on the ticket.' : (made.error?.message ?? made.decision.reason)}</p>
      )}
      {run.error && (
        <p className={css.refused} role="alert">
          {messageOf(run.error)}
        </p>
      )}
      <Group justify={inline ? 'flex-start' : 'flex-end'} gap="xs" mt="xs">
        {!inline && (
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        )}
        {fallback && !done && (
          <Button size={inline ? 'compact-sm' : undefined} loading={run.isPending} onClick={make}>
            Make a task
          </Button>
        )}
      </Group>
    </div>
  );
}
