import { Anchor } from '@mantine/core';
import type { PolicyReplayBody } from '@satchel/contracts';
import { Link } from 'react-router';
import { formatMoney, words } from '../../lib/format';
import { groupWords, moneyOf, summaryWords } from './replay-words';
import css from './policies.module.css';

/** What the rules as typed would have changed, before they are published. */
export function PolicyReplay({ replay }: { replay: PolicyReplayBody }) {
  const sum = (money: Record<string, number>): string => moneyOf(money, formatMoney) || 'none';
  return (
    <section className={css.replay} aria-label="What it would have changed" aria-live="polite">
      <p>{summaryWords(replay)}</p>
      {replay.groups.length > 0 && (
        <>
          <ul>
            {replay.groups.map((group) => (
              <li key={`${group.action} ${group.before} ${group.after}`}>{groupWords(group, formatMoney)}</li>
            ))}
          </ul>
          <p>
            Money given without an approval: {sum(replay.before.money.allowed)} before,{' '}
            {sum(replay.after.money.allowed)} under these rules.
          </p>
          <details>
            <summary>Examples</summary>
            <ul>
              {replay.examples.map(({ runId, ticketId, summary, before, after }) => (
                <li key={runId}>
                  {ticketId ? (
                    <Anchor component={Link} to={`/tickets/${ticketId}`} size="sm">
                      {summary}
                    </Anchor>
                  ) : (
                    summary
                  )}
                  : {words(before.verdict)} → {words(after.verdict)}. {after.reason}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {replay.olderFacts > 0 && (
        <p>
          {replay.olderFacts} of them are from before all of this was kept: taken as if nothing had been given earlier.
        </p>
      )}
    </section>
  );
}
