import type { ActionProblem, ActionRunBody, ActionRunState } from '@satchel/contracts';
import { AppError } from '@satchel/kernel';
import type { FastifyReply } from 'fastify';
import type { RunResult } from './run.service';

const STATUS: Record<ActionRunState, number> = {
  done: 200,
  undone: 200,
  awaiting_confirmation: 202,
  awaiting_approval: 202,
  performing: 202,
  uncertain: 202,
  denied: 422,
  refused: 422,
  failed: 502,
};
const TITLE: Partial<Record<ActionRunState, string>> = {
  denied: 'Against the rules',
  refused: 'Refused',
  failed: 'An outside system failed',
};
const NOT_DONE = {
  not_found: 404,
  ambiguous: 422,
  not_valid: 422,
  not_enough: 422,
  not_possible: 422,
  unavailable: 503,
} as const;

/** A run as the API answers it: done, waiting, or a problem that carries the run. */
export function answer(reply: FastifyReply, requestId: string, result: RunResult): ActionRunBody | ActionProblem {
  if (!result.ok) return refuse(reply, requestId, result);
  const { run } = result;
  const status = STATUS[run.state];
  void reply.status(status);
  if (status < 300) return run;
  const title = TITLE[run.state] ?? 'Refused';
  const { code, message: detail } = run.error ?? { code: run.state, message: run.decision.reason };
  return problem(reply, { title, status, detail, code, requestId, run });
}

/** What could not even be tried; no run was recorded. */
export function refuse(
  reply: FastifyReply,
  requestId: string,
  { code, message, fallback }: Extract<RunResult, { ok: false }>,
): ActionProblem {
  const status = NOT_DONE[code];
  const title = code === 'unavailable' ? 'An outside system did not answer' : 'Not possible';
  return problem(reply.status(status), {
    title,
    status,
    detail: message,
    code,
    requestId,
    ...(fallback && { fallback }),
  });
}

function problem(reply: FastifyReply, body: Omit<ActionProblem, 'type'>): ActionProblem {
  void reply.header('content-type', 'application/problem+json; charset=utf-8');
  return { type: 'about:blank', ...body };
}

const MOST_KEY = 255;

/** The caller's own key: in the body, or as the header that every write takes. */
export function clientIdOf(body: string | undefined, header: string | undefined): string | null {
  if (header !== undefined && (header.length === 0 || header.length > MOST_KEY))
    throw new AppError('bad_idempotency_key', 400, `Send one Idempotency-Key of 1 to ${MOST_KEY} characters.`);
  return body ?? header ?? null;
}
