import type { ActionRunBody, ActionStepBody } from '@satchel/contracts';
import type { Action } from '../action/action';
import type { RunRow, StepRow } from './run-row';

/** A run as the API tells it. */
export function bodyOf(run: RunRow, action: Action | undefined): ActionRunBody {
  const { id, name, risk, state, connectionId, ticketId, customerId, orderId, orderNumber, amount, decision } = run;
  const { kind, id: by, name: actorName } = run.actor;
  const happened = state === 'done' || state === 'undone';
  return {
    id,
    action: name,
    title: action?.title ?? name,
    risk,
    state,
    summary: happened ? run.summary.done : run.summary.ahead,
    arguments: run.arguments,
    connectionId,
    ticketId,
    customerId,
    orderId,
    orderNumber,
    amount,
    actor: { kind, id: by, name: actorName },
    decision,
    decidedBy: run.decidedBy,
    steps: run.steps.map(stepOf),
    result: run.result,
    evidence: run.evidence,
    error: run.error,
    fallback: run.fallback,
    undoable: state === 'done' && mayUndo(run, action),
    clientId: run.clientId,
    attempts: run.attempts,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    nextLookAt: run.nextLookAt?.toISOString() ?? null,
  };
}

const stepOf = ({ name, connectionId, state, error }: StepRow): ActionStepBody => ({
  name,
  connectionId,
  state,
  error,
});

/** Half a chain is not taken back. */
export const mayUndo = (run: RunRow, action: Action | undefined): boolean =>
  (action?.undoable ?? false) && run.steps.length === 1 && (run.steps[0]?.result ?? null) !== null;
