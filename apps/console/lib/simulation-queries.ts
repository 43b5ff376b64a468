import type {
  Page,
  PolicyDraft,
  RunSimulationsRequest,
  SimulationBody,
  SimulationResult,
  SimulationRunBody,
} from '@satchel/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { keys } from './query-keys';

const LOOK_MS = 700;

export const simulationsQuery = queryOptions({
  queryKey: keys.simulations,
  queryFn: ({ signal }) => api.get<Page<SimulationBody>>('/ai/simulations', signal),
});

/** Asked again until it is over. */
export const simulationRunQuery = (id: string) =>
  queryOptions({
    queryKey: keys.simulationRun(id),
    queryFn: ({ signal }) => api.get<SimulationRunBody>(`/ai/simulations/runs/${id}`, signal),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : LOOK_MS),
  });

export const startRun = (wish: RunSimulationsRequest): Promise<SimulationRunBody> =>
  api.post<SimulationRunBody>('/ai/simulations/run', wish);

type Draft = NonNullable<RunSimulationsRequest['draft']>;

/** How each simulation goes with something that is not published yet, and which of the red ones were red before. */
export async function playedWith(
  draft: Draft,
): Promise<{ results: SimulationResult[]; redBefore: ReadonlySet<string> }> {
  const run = await ended(await startRun({ draft }));
  const red = [...redOf(run).keys()];
  const before = red.length > 0 ? redOf(await ended(await startRun({ ids: red }))) : new Map<string, string>();
  return { results: run.report?.results ?? [], redBefore: new Set(before.keys()) };
}

/** What turns red under rules as they are typed: their names. What was red before is no reason against them. */
export async function redUnder(policy: PolicyDraft): Promise<string[]> {
  const { results, redBefore } = await playedWith({ policy });
  return results.flatMap(({ id, name, plays }) =>
    redBefore.has(id) || plays.every(({ passed }) => passed) ? [] : [name],
  );
}

function redOf({ report, error }: SimulationRunBody): Map<string, string> {
  if (!report) throw new Error(error ?? 'The simulations could not be played.');
  const red = report.results.filter(({ plays }) => plays.some(({ passed }) => !passed));
  return new Map(red.map(({ id, name }) => [id, name]));
}

async function ended(run: SimulationRunBody): Promise<SimulationRunBody> {
  let now = run;
  while (!now.finishedAt) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    now = await api.get<SimulationRunBody>(`/ai/simulations/runs/${run.id}`);
  }
  return now;
}
