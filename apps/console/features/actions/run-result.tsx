import { Button, Group } from '@mantine/core';
import type { ActionRunBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import css from './actions.module.css';
import { RunOutcome } from './run-outcome-card';
import { runQuery } from './use-run';

/** What became of it; it moves on by itself when more becomes known. */
export function RunResult({ run: first, onClose }: { run: ActionRunBody; onClose: () => void }) {
  const { data: run } = useQuery(runQuery(first));
  return (
    <div>
      <p className={css.question}>{run.summary}</p>
      <RunOutcome run={run} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus autoFocus>
          Close
        </Button>
      </Group>
    </div>
  );
}
