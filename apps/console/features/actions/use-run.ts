import type {
  ActionPreviewBody,
  ActionProblem,
  ActionRunBody,
  DeclineActionRequest,
  ResolveActionRequest,
  RunActionRequest,
} from '@satchel/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ApiError } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { toastError } from '../../ui/toast';
import { type ActionArgs, scopeOf, type Subject } from './subject';

const PREVIEW_DELAY_MS = 300;
/** The socket tells of each change; this is for a socket that is away. */
const LOOK_AGAIN_MS = 5_000;

/** A refusal that was recorded is a run like any other; only what was never begun is an error. */
async function runIn(answer: Promise<ActionRunBody>): Promise<ActionRunBody> {
  try {
    return await answer;
  } catch (error) {
    const run = error instanceof ApiError ? (error.problem as Partial<ActionProblem> | null)?.run : undefined;
    if (run) return run;
    throw error;
  }
}

export const runQuery = (run: ActionRunBody) =>
  queryOptions({
    queryKey: keys.run(run.id),
    queryFn: ({ signal }) => api.get<ActionRunBody>(`/action-runs/${run.id}`, signal),
    initialData: run,
    refetchInterval: (query) => (query.state.data?.state === 'performing' ? LOOK_AGAIN_MS : false),
  });

/** What would be done and what the rules say of it, while it is typed. Null: not enough was said yet. */
export function usePreview(name: string, subject: Subject, args: ActionArgs | null) {
  const [asked] = useDebouncedValue(args && JSON.stringify(args), PREVIEW_DELAY_MS);
  const scope = scopeOf(subject);
  const current = args !== null && asked === JSON.stringify(args);
  const preview = useQuery({
    queryKey: keys.preview(name, scope, asked),
    queryFn: () => {
      const { ticketId, customerId } = subject;
      const body: RunActionRequest = {
        arguments: JSON.parse(asked ?? '{}') as ActionArgs,
        ticketId,
        customerId,
        dryRun: true,
      };
      return api.post<ActionPreviewBody>(`/actions/${name}`, body);
    },
    enabled: asked !== null && args !== null,
    placeholderData: keepPreviousData,
    // What can be refunded changes with every refund.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return { ...preview, fresh: current && !preview.isPlaceholderData && !preview.isFetching };
}

/** Puts a run in the cache, and marks what it may have changed as old. */
function useStored(): (run: ActionRunBody) => void {
  const client = useQueryClient();
  return (run) => {
    client.setQueryData(keys.run(run.id), run);
    const touched = [
      keys.waitingRuns,
      keys.runLists,
      keys.actionLists,
      ...(run.customerId ? [keys.customerContext(run.customerId)] : []),
      ...(run.ticketId ? [keys.timeline(run.ticketId)] : []),
    ];
    for (const queryKey of touched) void client.invalidateQueries({ queryKey });
  };
}

export interface Order {
  name: string;
  args: ActionArgs;
  /** The same press, and every repetition of it, is one run. */
  clientId: string;
  /** Whoever pressed has read why the rules want a second yes. */
  confirmed: boolean;
}

export function useRunAction({ ticketId, customerId }: Pick<Subject, 'ticketId' | 'customerId'>) {
  const stored = useStored();
  return useMutation({
    mutationFn: async ({ name, args, clientId, confirmed }: Order) => {
      const body: RunActionRequest = { arguments: args, ticketId, customerId, clientId };
      const run = await runIn(api.post<ActionRunBody>(`/actions/${name}`, body));
      if (!confirmed || run.state !== 'awaiting_confirmation') return run;
      return runIn(api.post<ActionRunBody>(`/action-runs/${run.id}/confirm`));
    },
    onSuccess: stored,
  });
}

export type Decision =
  | { what: 'approve' | 'confirm' | 'undo' }
  | ({ what: 'decline' } & DeclineActionRequest)
  | ({ what: 'resolve' } & ResolveActionRequest);

const FAILED: Record<Decision['what'], string> = {
  approve: 'It was not approved',
  confirm: 'It was not confirmed',
  decline: 'It was not declined',
  undo: 'It was not taken back',
  resolve: 'Your answer was not stored',
};

/** What a person can say to a run that stands somewhere. */
export function useDecision(runId: string, onDecided?: (run: ActionRunBody) => void) {
  const stored = useStored();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ what, ...body }: Decision) => runIn(api.post<ActionRunBody>(`/action-runs/${runId}/${what}`, body)),
    onSuccess: (run) => {
      stored(run);
      onDecided?.(run);
    },
    onError: (error, decision) => {
      // Somebody else may have decided meanwhile.
      void client.invalidateQueries({ queryKey: keys.runs });
      toastError(FAILED[decision.what], error, { label: 'Try again', run: () => decide.mutate(decision) });
    },
  });
  return decide;
}
