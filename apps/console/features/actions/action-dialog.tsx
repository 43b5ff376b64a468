import { Modal } from '@mantine/core';
import type { ActionBody, ActionPreviewBody, ActionRunBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newClientId } from '../../lib/new-id';
import { actionsQuery } from '../../lib/queries';
import { ActionForm } from './action-form';
import { ConfirmStep } from './confirm-step';
import { Fallback } from './fallback';
import { RunResult } from './run-result';
import { type ActionArgs, scopeOf, type Subject } from './subject';
import { type Order, useRunAction } from './use-run';

interface Props {
  action: ActionBody;
  subject: Subject;
  opened: boolean;
  /** What is filled in already. */
  given?: ActionArgs;
  onClose: () => void;
}

/** What was asked for, with what it would do: shown once more before money moves. */
interface Asked {
  order: Order;
  preview: ActionPreviewBody;
}

/** Fill in, read what it will do, say yes, and see in the same place what became of it. */
export function ActionDialog({ action: first, subject, opened, given: filled = {}, onClose }: Props) {
  const [action, setAction] = useState(first);
  const [given, setGiven] = useState<ActionArgs>(filled);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [ran, setRan] = useState<ActionRunBody | null>(null);
  const actions = useQuery(actionsQuery(scopeOf(subject))).data ?? [];
  const run = useRunAction(subject);
  const press = (order: Order): void => run.mutate(order, { onSuccess: setRan });
  const ask = (args: ActionArgs, preview: ActionPreviewBody): void => {
    const confirmed = preview.decision.verdict === 'needs_confirm';
    const order: Order = { name: action.name, args, clientId: newClientId(), confirmed };
    run.reset();
    // A second look before money moves, and where the rules want one.
    const look = (action.risk === 'money' || confirmed) && preview.decision.verdict !== 'needs_approval';
    setAsked({ order, preview });
    if (!look) press(order);
  };
  const follow = (name: string, args: ActionArgs): void => {
    const other = actions.find((one) => one.name === name);
    if (!other) return;
    setAction(other);
    setGiven(args);
  };
  const { availability } = action;
  const impossible = availability?.possible === false;
  const confirming = asked !== null && (action.risk === 'money' || asked.order.confirmed);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // A click beside the form is too easy a way to lose what was typed.
      closeOnClickOutside={false}
      title={subject.order ? `${action.title}: ${subject.order.number}` : action.title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {ran ? (
        <RunResult run={ran} onClose={onClose} />
      ) : impossible ? (
        <Fallback reason={availability.reason} fallback={availability.fallback} subject={subject} onClose={onClose} />
      ) : (
        <>
          {/* It stays, so that going back finds what was typed. */}
          <div hidden={confirming}>
            <ActionForm
              key={action.name}
              action={action}
              subject={subject}
              given={given}
              sending={run.isPending}
              error={confirming ? null : run.error}
              onAsk={ask}
              onFollow={follow}
              onClose={onClose}
            />
          </div>
          {confirming && (
            <ConfirmStep
              preview={asked.preview}
              subject={subject}
              sending={run.isPending}
              error={run.error}
              onBack={() => setAsked(null)}
              onYes={() => press(asked.order)}
              onClose={onClose}
            />
          )}
        </>
      )}
    </Modal>
  );
}
