import type { ActionRunBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { waitingRunsQuery } from '../../lib/queries';
import { useAtLeast } from '../../lib/session';
import { IconShieldCheck } from '../../ui/icons';
import { toastDone, toastError } from '../../ui/toast';
import css from './actions.module.css';
import { RunDecisions } from './run-decisions';
import { outcomeText, withArticle } from './run-outcome';

/** What was asked for on this ticket and nobody may do alone: the oldest is approved with one key. */
export function Approvals({ ticketId }: { ticketId: string }) {
  const { data } = useQuery(waitingRunsQuery);
  const waiting = data?.filter((run) => run.ticketId === ticketId && run.state === 'awaiting_approval') ?? [];
  return waiting.map((run, index) => <Approval key={run.id} run={run} keyed={index === 0} />);
}

function Approval({ run, keyed }: { run: ActionRunBody; keyed: boolean }) {
  const navigate = useNavigate();
  // The card is gone by then.
  const tell = (decided: ActionRunBody): void => {
    const { state, summary } = decided;
    if (state === 'done') toastDone(summary);
    else if (state === 'performing') toastDone(`Under way: ${summary}`);
    else if (state !== 'denied')
      toastError(summary, new Error(outcomeText(decided)), { label: 'Actions', run: () => void navigate('/actions') });
  };
  const approver = run.decision.approver ?? 'lead';
  const title = useAtLeast(approver) ? 'Waits for your approval' : `Waits for ${withArticle(approver)}'s approval`;
  return (
    <section className={css.approval} aria-label={`${title}: ${run.summary}`}>
      <header>
        <IconShieldCheck size={16} />
        <strong>{title}</strong>
      </header>
      <p className={css.wanted}>{run.summary}</p>
      <p>
        {run.decision.reason} Asked for by {run.actor.name}; nothing was done yet.
      </p>
      <RunDecisions run={run} keyed={keyed} onDecided={tell} />
    </section>
  );
}
