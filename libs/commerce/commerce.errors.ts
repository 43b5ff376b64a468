import { AppError } from '@satchel/kernel';

export const carrierUnavailable = (cause: unknown): AppError =>
  new AppError('carrier_unavailable', 503, 'The carrier does not answer at the moment.', { retryable: true, cause });

export const noSuchOrder = (): AppError => new AppError('not_found', 404, 'There is no such order in this workspace.');

export const noSuchCustomer = (): AppError =>
  new AppError('not_found', 404, 'There is no such customer in this workspace.');

export const nothingToFindBy = (): AppError =>
  new AppError('missing_filter', 400, 'Say which orders: give a number, an email, or both.', {
    errors: [
      { field: 'number', message: 'or email is needed' },
      { field: 'email', message: 'or number is needed' },
    ],
  });
