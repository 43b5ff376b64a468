import { UnstyledButton } from '@mantine/core';
import type { LoyaltyMemberBody } from '@satchel/contracts';
import { type ReactNode, useState } from 'react';
import { formatDate, words } from '../../lib/format';
import { CopyLine } from '../../ui/copy-line';
import { IconAward } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import css from './cards.module.css';
import { MEMBER_WORDS, movementText, pointsText } from './programme-words';

const SHOWN = 3;

/** What the loyalty programme knows: points in its own words, tier, movements, codes. */
export function LoyaltyCard({ member, actions }: { member: LoyaltyMemberBody; actions: ReactNode }) {
  const [all, setAll] = useState(false);
  const { pointsLabel: label, nextTier, history, redemptions } = member;
  const state = MEMBER_WORDS[member.state];
  const movements = all ? history : history.slice(0, SHOWN);
  const codes = redemptions.filter(({ usage }) => usage !== 'used');
  return (
    <article className={css.card} aria-label="Loyalty">
      <header className={css.head}>
        <IconAward size={17} />
        <strong>{pointsText(member.points, label)}</strong>
        {member.tier && <Pill tone="accent">{member.tier}</Pill>}
        {state && <Pill tone={state.tone}>{state.label}</Pill>}
      </header>
      {nextTier && (
        <p className={css.line}>
          {new Intl.NumberFormat().format(nextTier.missing)} more to {nextTier.name}
        </p>
      )}
      {movements.length > 0 && (
        <ol className={css.rows} aria-label="Last movements">
          {movements.map((entry) => (
            <li key={entry.externalId}>
              <span>
                {entry.description}
                <small>{formatDate(entry.at, 'date')}</small>
              </span>
              <b data-minus={entry.points < 0 || undefined}>{movementText(entry.points, label)}</b>
            </li>
          ))}
        </ol>
      )}
      {history.length > SHOWN && (
        <UnstyledButton className={css.toggle} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${history.length} movements`}
        </UnstyledButton>
      )}
      {codes.length > 0 && (
        <ul className={css.codes} aria-label="Codes">
          {codes.map((one) => (
            <li key={one.externalId}>
              <span>
                {one.name}
                <small>
                  {words(one.usage)}
                  {one.expiresAt && ` · until ${formatDate(one.expiresAt, 'date')}`}
                </small>
              </span>
              {one.code && <CopyLine value={one.code} what={`the code of ${one.name}`} />}
            </li>
          ))}
        </ul>
      )}
      {actions}
    </article>
  );
}
