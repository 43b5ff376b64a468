import { UnstyledButton } from '@mantine/core';
import type { AiTurnBody } from '@satchel/contracts';
import { useState } from 'react';
import { IconLifebuoy } from '../../ui/icons';
import css from './ai.module.css';
import { Evidence } from './evidence';

/** The AI stepped back: who writes, what they want, what was tried. */
export function HandoffBanner({ turn }: { turn: AiTurnBody }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={css.handoff} aria-label="The AI handed this over">
      <header className={css.head}>
        <IconLifebuoy size={16} />
        <strong>Needs you</strong>
        <span className={css.count}>{turn.reason}</span>
        <UnstyledButton className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'More'}
        </UnstyledButton>
      </header>
      {turn.summary && <p className={css.summary}>{turn.summary}</p>}
      {open && <Evidence turn={turn} />}
    </section>
  );
}

export function AiWorking() {
  return (
    <p className={css.working} role="status">
      <span className={css.pulse} /> The AI is looking this up …
    </p>
  );
}
