import { UnstyledButton } from '@mantine/core';
import type { AiTurnBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { handoffsQuery } from '../../lib/queries';
import { useNow } from '../../lib/use-now';
import { IconClock, IconLifebuoy } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import css from './ai.module.css';
import { Evidence } from './evidence';
import { waitWords } from './wait-words';

/** The AI stepped back: who writes, what they want, what was tried. */
export function HandoffBanner({ turn }: { turn: AiTurnBody }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={css.handoff} aria-label="The AI handed this over">
      <header className={css.head}>
        <IconLifebuoy size={16} />
        <strong>Needs you</strong>
        <span className={css.count}>{turn.reason}</span>
        <Wait ticketId={turn.ticketId} />
        <UnstyledButton className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'More'}
        </UnstyledButton>
      </header>
      {turn.summary && <p className={css.summary}>{turn.summary}</p>}
      {open && <Evidence turn={turn} />}
    </section>
  );
}

function Wait({ ticketId }: { ticketId: string }) {
  const { data } = useQuery(handoffsQuery);
  const wait = waitWords(
    data?.find((handoff) => handoff.ticketId === ticketId),
    useNow(),
  );
  if (!wait) return null;
  return (
    <Pill tone={wait.late ? 'red' : 'amber'} icon={<IconClock size={12} />}>
      {wait.text}
    </Pill>
  );
}

export function AiWorking() {
  return (
    <p className={css.working} role="status">
      <span className={css.pulse} /> The AI is looking this up …
    </p>
  );
}
