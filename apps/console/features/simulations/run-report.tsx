import type { MeasuredShare, SimulatedTurn, SimulationPlay, SimulationReport } from '@satchel/contracts';
import { words } from '../../lib/format';
import { Pill } from '../../ui/pill';
import { shareWords } from './share-words';
import css from './simulations.module.css';

/** How a run went: the figures, then each conversation, red ones first. */
export function RunReport({ report }: { report: SimulationReport }) {
  const { pass1, passK, handovers, k, wrongActions, latency } = report;
  return (
    <section className={css.report} aria-label="Report" aria-live="polite">
      <dl className={css.figures}>
        <Figure label="Went as they should" share={pass1} />
        {k > 1 && <Figure label={`All ${k} times`} share={passK} />}
        <Figure label="Went to a person" share={handovers} />
        <div data-bad={wrongActions > 0}>
          <dt>Wrong actions</dt>
          <dd>{wrongActions}</dd>
        </div>
        <div>
          <dt>A turn takes</dt>
          <dd>{latency.p95} ms at most (95 %)</dd>
        </div>
      </dl>
      {report.results.map(({ id, name, plays }) => {
        const red = plays.find(({ passed }) => !passed);
        const shown = red ?? plays[0];
        return (
          <details key={id} className={css.result}>
            <summary>
              <Pill tone={red ? 'red' : 'green'}>{red ? 'Red' : 'Green'}</Pill> {name}
              {red && <span className={css.failure}>{red.failures[0]}</span>}
            </summary>
            {shown && <Transcript play={shown} />}
          </details>
        );
      })}
    </section>
  );
}

function Figure({ label, share }: { label: string; share: MeasuredShare }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{shareWords(share)}</dd>
    </div>
  );
}

function Transcript({ play: { failures, turns } }: { play: SimulationPlay }) {
  return (
    <>
      {failures.length > 0 && (
        <ul className={css.failures}>
          {failures.map((failure) => (
            <li key={failure}>{failure}</li>
          ))}
        </ul>
      )}
      {turns.map((turn, index) => (
        <Turn key={index} turn={turn} />
      ))}
    </>
  );
}

function Turn({ turn: { said, reply, outcome, reason, toolCalls, decisions, problems } }: { turn: SimulatedTurn }) {
  return (
    <div className={css.turn}>
      <p className={css.said}>{said}</p>
      <ul className={css.steps}>
        {toolCalls.map(({ tool, summary, ok }, index) => (
          <li key={index} data-bad={!ok}>
            <code>{tool}</code> {summary}
          </li>
        ))}
        {decisions.map(({ action, state, reason: why }) => (
          <li key={`${action} ${state}`}>
            <code>{action}</code> {words(state)}: {why}
          </li>
        ))}
        {problems.map(({ kind, text }) => (
          <li key={`${kind} ${text}`} data-bad>
            Held back: {kind} “{text}”
          </li>
        ))}
      </ul>
      {reply && <p className={css.reply}>{reply}</p>}
      <p className={css.hint}>
        {words(outcome)}. {reason}
      </p>
    </div>
  );
}
