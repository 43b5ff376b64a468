import type { ReactNode } from 'react';
import css from './pill.module.css';

export type Tone = 'neutral' | 'accent' | 'amber' | 'red' | 'green' | 'blue';

/** A word on a soft ground: statuses, badges, tags. */
export function Pill({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={css.pill} data-tone={tone}>
      {icon}
      <span className={css.text}>{children}</span>
    </span>
  );
}
