import { Button, Checkbox, Group, NativeSelect, Progress } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { AiSettingsBody, SimulationBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { aiSettingsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconArrowLeft } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import { toastError } from '../../ui/toast';
import { ReplayTable } from './replay-table';
import { RunReport } from './run-report';
import { simulationRunQuery, simulationsQuery, startRun } from '../../lib/simulation-queries';
import css from './simulations.module.css';

/** Conversations to try the AI with before customers do. */
export function SimulationsPage() {
  useDocumentTitle('Simulations · Satchel');
  const client = useQueryClient();
  const mayRun = useIsAdmin();
  const [runId, setRunId] = useState<string | null>(null);
  const [k, setK] = useState('1');
  const simulations = useQuery(simulationsQuery);
  const run = useQuery({ ...simulationRunQuery(runId ?? ''), enabled: runId !== null });
  const start = useMutation({
    mutationFn: (ids?: string[]) => startRun({ ids, k: Number(k) }),
    onSuccess: ({ id }) => setRunId(id),
    onError: (error, ids) =>
      toastError('The simulations were not played', error, { label: 'Try again', run: () => start.mutate(ids) }),
  });
  const over = run.data?.finishedAt ?? null;
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: keys.simulations });
  }, [over, client]);
  const busy = start.isPending || (runId !== null && !over);
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Link to="/settings/ai" className={css.back}>
          <IconArrowLeft size={15} /> What the AI may do
        </Link>
        <h1>Simulations</h1>
        <p className={css.lead}>
          Conversations played against your procedures, rules and articles. No customer is written to, and nothing
          happens in your shop.
        </p>
        {mayRun && (
          <Group gap="xs" className={css.tools}>
            <Button loading={busy} onClick={() => start.mutate(undefined)}>
              Run all
            </Button>
            <NativeSelect
              aria-label="How often each"
              value={k}
              onChange={(event) => setK(event.currentTarget.value)}
              data={[
                { value: '1', label: 'once each' },
                { value: '4', label: '4 times each, in other words' },
              ]}
            />
          </Group>
        )}
        {mayRun && <BlockOnRed />}
        {busy && run.data && (
          <Progress
            value={(100 * run.data.done) / Math.max(1, run.data.total)}
            aria-label="Simulations played"
            mb="md"
          />
        )}
        {run.data?.report && <RunReport report={run.data.report} />}
        {run.data?.error && <p role="alert">{run.data.error}</p>}
        {simulations.error && <p role="alert">{messageOf(simulations.error)}</p>}
        {simulations.data && (
          <table className={css.table}>
            <thead>
              <tr>
                <th>Simulation</th>
                <th>Last result</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {simulations.data.data.map((simulation) => (
                <tr key={simulation.id}>
                  <th scope="row">
                    {simulation.name}
                    <span className={css.hint}>{simulation.steps[0]?.say}</span>
                  </th>
                  <td>
                    <LastResult simulation={simulation} />
                  </td>
                  <td>
                    {mayRun && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        disabled={busy}
                        aria-label={`Run ${simulation.name}`}
                        onClick={() => start.mutate([simulation.id])}
                      >
                        Run
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {mayRun && <ReplayTable />}
      </div>
    </div>
  );
}

function LastResult({ simulation: { last, off } }: { simulation: SimulationBody }) {
  if (off) return <span className={css.hint}>left out</span>;
  if (!last) return <span className={css.hint}>not played yet</span>;
  const green = last.passed === last.runs;
  return (
    <Pill tone={green ? 'green' : 'red'}>
      {green ? 'Green' : 'Red'} · {last.passed} of {last.runs}
    </Pill>
  );
}

/** Whether a change of procedures or rules that turns one red may be published. */
function BlockOnRed() {
  const client = useQueryClient();
  const settings = useQuery(aiSettingsQuery);
  const save = useMutation({
    mutationFn: (blockOnRed: boolean) => api.patch<AiSettingsBody>('/ai/settings', { blockOnRed }),
    onSuccess: (stored) => client.setQueryData(aiSettingsQuery.queryKey, stored),
    onError: (error, blockOnRed) =>
      toastError('The setting was not changed', error, { label: 'Try again', run: () => save.mutate(blockOnRed) }),
  });
  if (!settings.data) return null;
  return (
    <Checkbox
      mb="md"
      label="Publish procedures and rules only when no simulation turns red by them"
      checked={settings.data.blockOnRed === true}
      disabled={save.isPending}
      onChange={(event) => save.mutate(event.currentTarget.checked)}
    />
  );
}
