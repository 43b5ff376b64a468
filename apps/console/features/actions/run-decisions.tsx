import { Button, Group, TextInput } from '@mantine/core';
import type { ActionRunBody } from '@satchel/contracts';
import { type FormEvent, useState } from 'react';
import { useAtLeast, useMe } from '../../lib/session';
import { useShortcut } from '../../lib/use-shortcut';
import { Keys } from '../../ui/keys';
import css from './actions.module.css';
import { type Decision, useDecision } from './use-run';

const MOST_REASON = 500;

interface Props {
  run: ActionRunBody;
  /** One key says yes: where nothing else could be meant by it. */
  keyed?: boolean;
  onDecided?: (run: ActionRunBody) => void;
}

/** What whoever looks at it may say: yes, no with a reason, take it back, or whether it happened. */
export function RunDecisions({ run, keyed = false, onDecided }: Props) {
  const decide = useDecision(run.id, onDecided);
  const mayApprove = useAtLeast(run.decision.approver ?? 'lead');
  const lead = useAtLeast('lead');
  const mine = run.actor.id === useMe().person.id;
  const [asking, setAsking] = useState<'decline' | null>(null);
  const say = (decision: Decision) => () => decide.mutate(decision);
  const pending = (what: Decision['what']): boolean => decide.isPending && decide.variables.what === what;
  const button = { size: 'compact-sm', disabled: decide.isPending } as const;
  const byKey = keyed && mayApprove && run.state === 'awaiting_approval';
  useShortcut('approve', say({ what: 'approve' }), byKey && !asking && !decide.isPending);

  if (run.state === 'awaiting_approval' || run.state === 'awaiting_confirmation') {
    const approval = run.state === 'awaiting_approval';
    const may = approval ? mayApprove : mine || lead;
    if (!may && !mine) return null;
    if (asking)
      return (
        <Reason
          label={mine ? 'Why is it withdrawn?' : 'Why not? Whoever asked for it reads this.'}
          loading={pending('decline')}
          onBack={() => setAsking(null)}
          onSay={(reason) => decide.mutate({ what: 'decline', ...(reason && { reason }) })}
        />
      );
    return (
      <Group gap="xs" mt="xs">
        {may && (
          <Button
            {...button}
            loading={pending(approval ? 'approve' : 'confirm')}
            onClick={say({ what: approval ? 'approve' : 'confirm' })}
            aria-label={`${approval ? 'Approve' : 'Yes, do it'}: ${run.summary}`}
            rightSection={byKey && <Keys id="approve" />}
          >
            {approval ? 'Approve' : 'Yes, do it'}
          </Button>
        )}
        <Button
          {...button}
          variant="default"
          onClick={() => setAsking('decline')}
          aria-label={`${mine ? 'Withdraw' : 'Decline'}: ${run.summary}`}
        >
          {mine ? 'Withdraw' : 'Decline'}
        </Button>
      </Group>
    );
  }
  if (run.state === 'uncertain') {
    if (run.risk === 'money' && !lead) return <p className={css.note}>A lead can tell whether it happened.</p>;
    return (
      <Group gap="xs" mt="xs">
        <Button
          {...button}
          variant="default"
          loading={decide.isPending}
          onClick={say({ what: 'resolve', happened: true })}
          aria-label={`It happened: ${run.summary}`}
        >
          It happened
        </Button>
        <Button
          {...button}
          variant="default"
          onClick={say({ what: 'resolve', happened: false })}
          aria-label={`It did not happen: ${run.summary}`}
        >
          It did not
        </Button>
      </Group>
    );
  }
  if (run.state === 'done' && run.undoable && (mine || lead))
    return (
      <Group mt="xs">
        <Button {...button} variant="default" loading={pending('undo')} onClick={say({ what: 'undo' })}>
          Take it back
        </Button>
      </Group>
    );
  return null;
}

interface ReasonProps {
  label: string;
  loading: boolean;
  onBack: () => void;
  onSay: (reason: string) => void;
}

function Reason({ label, loading, onBack, onSay }: ReasonProps) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSay(text.trim());
  };
  return (
    <form onSubmit={submit} className={css.reason}>
      <TextInput
        label={label}
        maxLength={MOST_REASON}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoFocus
      />
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" type="submit" loading={loading}>
          Decline
        </Button>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          Back
        </Button>
      </Group>
    </form>
  );
}
