import type { ActionRunState } from '@satchel/contracts';
import { AppError, type FieldError } from '@satchel/kernel';
import type { RunRow } from './run-row';

export const noSuchAction = (name: string): AppError =>
  new AppError('unknown_action', 404, `There is no action "${name.slice(0, 60)}". GET /api/v1/actions lists them.`);
export const noSuchRun = (): AppError =>
  new AppError('not_found', 404, 'This action was never asked for in your workspace.');
export const noSuchTicket = (): AppError =>
  new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
export const noSuchCustomer = (): AppError =>
  new AppError('not_found', 404, 'This customer does not exist in your workspace.');

export const badArguments = (errors: FieldError[]): AppError =>
  new AppError('not_valid', 422, errors.map(({ field, message }) => `${field}: ${message}`).join('; '), { errors });

export const clientIdTaken = (): AppError =>
  new AppError(
    'client_id_taken',
    409,
    'This client id was used for something else. Give every action an id of its own.',
  );

export const wrongState = (state: ActionRunState, wanted: string): AppError =>
  new AppError('wrong_state', 409, `This action is ${state.replace('_', ' ')}: ${wanted}.`);

export const roleMissing = (needed: string): AppError =>
  new AppError('forbidden', 403, `This needs the role ${needed}.`);

/** Something else is being done to the same order. */
export function busyWith(run: RunRow | null): AppError {
  const other = run ? `"${run.summary.ahead}" by ${run.actor.name}` : 'another action';
  const message =
    run?.state === 'uncertain'
      ? `Whether ${other} happened is not certain yet. Look at that one first.`
      : `${other} is being done right now. Wait for it, then look again.`;
  return new AppError('busy', 409, message, { retryable: true });
}
