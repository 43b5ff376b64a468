import { Button } from '@mantine/core';
import type { ProcedureDocumentBody, SimulationResult } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { messageOf } from '../../lib/api';
import { playedWith } from '../../lib/simulation-queries';
import { Pill } from '../../ui/pill';
import css from './procedures.module.css';

/** Plays every simulation with the procedure as it is typed; nothing is published by it. */
export function TryDraft({ document, disabled }: { document: ProcedureDocumentBody; disabled: boolean }) {
  const play = useMutation({ mutationFn: () => playedWith({ procedures: [{ ...document }] }) });
  return (
    <>
      <Button variant="default" loading={play.isPending} disabled={disabled} onClick={() => play.mutate()}>
        Try it
      </Button>
      {play.error && (
        <p className={css.refused} role="alert">
          {messageOf(play.error)}
        </p>
      )}
      {play.data && <Tried {...play.data} />}
    </>
  );
}

interface TriedProps {
  results: SimulationResult[];
  redBefore: ReadonlySet<string>;
}

function Tried({ results, redBefore }: TriedProps) {
  const red = results.filter(({ plays }) => plays.some(({ passed }) => !passed));
  const worse = red.some(({ id }) => !redBefore.has(id));
  return (
    <section className={css.tried} aria-label="What the simulations say" aria-live="polite">
      <Pill tone={worse ? 'red' : 'green'}>
        {results.length - red.length} of {results.length} go as they should
      </Pill>
      {red.length > 0 && (
        <ul>
          {red.map(({ id, name, plays }) => (
            <li key={id}>
              <strong>{name}</strong>
              {redBefore.has(id) && ' (red without the change too)'}: {plays.flatMap(({ failures }) => failures)[0]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
