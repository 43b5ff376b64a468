import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ActionRunBody, ActionRunPage } from '@satchel/contracts';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, messageOf, withQuery } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { waitingRunsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { Empty } from '../../ui/empty';
import { IconChecklist } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import css from './actions.module.css';
import { RunOutcome } from './run-outcome-card';
import { STATE_LABELS, STATE_TONES } from './run-outcome';

const PAGE = 30;

const pastQuery = infiniteQueryOptions({
  queryKey: keys.runList({}),
  queryFn: ({ pageParam, signal }) =>
    api.get<ActionRunPage>(withQuery('/action-runs', { limit: PAGE, cursor: pageParam }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** What waits for a yes or a look, and below it what was done, whoever asked for it. */
export function ActionsPage() {
  useDocumentTitle('Actions · Satchel');
  const waiting = useQuery(waitingRunsQuery);
  const past = useInfiniteQuery(pastQuery);
  const all = past.data?.pages.flatMap((page) => page.data) ?? [];
  const settled = all.filter(({ id, risk }) => risk !== 'read' && !waiting.data?.some((run) => run.id === id));
  const unknown = waiting.data?.filter(({ state }) => state === 'uncertain') ?? [];
  const asking = waiting.data?.filter(({ state }) => state !== 'uncertain') ?? [];
  const error = waiting.error ?? past.error;
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <h1>Actions</h1>
        <p className={css.lead}>What waits for a yes, what nobody knows yet, and everything that was done.</p>
        {error && <p role="alert">{messageOf(error)}</p>}
        {waiting.data?.length === 0 && (
          <Empty icon={<IconChecklist size={26} />} title="Nothing waits for you">
            What the rules let nobody do alone comes here for approval.
          </Empty>
        )}
        <Waiting title="Waits for a yes" runs={asking} />
        <Waiting title="Not known whether it happened" runs={unknown} />
        {settled.length > 0 && <h2>Lately</h2>}
        <ul className={css.runs} aria-label="What was done lately">
          {settled.map((run) => (
            <li key={run.id} className={css.past}>
              <div>
                {run.summary}
                <small>
                  <Asked run={run} />
                  {(run.state === 'refused' || run.state === 'failed' || run.state === 'denied') &&
                    ` · ${run.error?.message ?? run.decision.reason}`}
                </small>
              </div>
              <Pill tone={STATE_TONES[run.state]}>{STATE_LABELS[run.state]}</Pill>
            </li>
          ))}
        </ul>
        {past.hasNextPage && (
          <Button variant="default" loading={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
            Older ones
          </Button>
        )}
      </div>
    </div>
  );
}

function Waiting({ title, runs }: { title: string; runs: ActionRunBody[] }) {
  if (runs.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={css.runs} aria-label={title}>
        {runs.map((run) => (
          <li key={run.id} className={css.run}>
            <strong>{run.summary}</strong>
            <p className={css.asked}>
              <Asked run={run} />
            </p>
            <RunOutcome run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who asked for it, when, and the ticket it is about. */
function Asked({ run }: { run: ActionRunBody }) {
  const when = `${formatDate(run.createdAt, 'date')}, ${formatDate(run.createdAt, 'clock')}`;
  return (
    <>
      {run.actor.name} · {when}
      {run.ticketId && (
        <>
          {' · '}
          <Link to={`/inbox/all/${run.ticketId}`} aria-label={`Ticket of: ${run.summary}`}>
            Ticket
          </Link>
        </>
      )}
    </>
  );
}
