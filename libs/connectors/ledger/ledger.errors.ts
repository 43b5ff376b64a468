import { AppError } from '@satchel/kernel';

export const nothingToCompare = (label: string): AppError =>
  new AppError('no_inventory', 409, `"${label}" pulls nothing from anywhere, so there is nothing to compare.`, {
    retryable: false,
  });

export const neverReconciled = (): AppError =>
  new AppError('never_reconciled', 404, 'This connection was never compared with its source.');

export const unknownEnvelope = (): AppError =>
  new AppError('envelope_not_found', 404, 'There is no such raw message in this workspace.', { retryable: false });

export const notRetryable = (state: string): AppError =>
  new AppError(
    'envelope_not_retryable',
    409,
    `Only a message that was put aside can be tried again; this one is ${state}.`,
    {
      retryable: false,
    },
  );

export const badCursor = (): AppError =>
  new AppError('bad_cursor', 400, 'This cursor is not one of ours: send nextCursor of the page before, unchanged.');
