import type { ActionRunBody } from '@satchel/contracts';
import { formatDate } from '../../lib/format';
import { Pill } from '../../ui/pill';
import css from './actions.module.css';
import { Fallback } from './fallback';
import { Facts } from './preview-card';
import { RunDecisions } from './run-decisions';
import { outcomeText, STATE_LABELS, STATE_TONES } from './run-outcome';

const STEP_WORDS = { ...STATE_LABELS, waiting: 'To come' };

/** Where a run stands, what was read back, and what can be said to it. */
export function RunOutcome({ run }: { run: ActionRunBody }) {
  const { ticketId, customerId, fallback } = run;
  const code = codeOf(run);
  return (
    <div className={css.outcome}>
      <div role="status">
        <Pill tone={STATE_TONES[run.state]}>{STATE_LABELS[run.state]}</Pill>
        <p>{outcomeText(run)}</p>
      </div>
      {code && (
        <p>
          Code <code>{code}</code>
        </p>
      )}
      {run.steps.length > 1 && (
        <ol className={css.steps}>
          {run.steps.map((step, index) => (
            <li key={index}>
              {step.name}: {STEP_WORDS[step.state].toLowerCase()}
              {step.error && `. ${step.error}`}
            </li>
          ))}
        </ol>
      )}
      {run.evidence.map((evidence, index) => (
        <div key={index} className={css.evidence}>
          <Facts facts={evidence.facts} />
          <small>
            Read at {evidence.source}, {formatDate(evidence.at, 'date').toLowerCase()} at{' '}
            {formatDate(evidence.at, 'clock')}
          </small>
        </div>
      ))}
      <RunDecisions run={run} />
      {fallback && ticketId && customerId && (
        <Fallback
          reason={null}
          fallback={fallback}
          subject={{ ticketId, customerId }}
          onClose={() => undefined}
          inline
        />
      )}
    </div>
  );
}

/** A discount or reward whose code is what everybody waits for. */
function codeOf({ state, result }: ActionRunBody): string | null {
  const code = state === 'done' ? result?.['code'] : null;
  return typeof code === 'string' ? code : null;
}
