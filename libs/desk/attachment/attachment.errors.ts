import { AppError } from '@satchel/kernel';
import { MAX_UPLOAD_BYTES, megabytes } from './attachment.limits';

export const noSuchFile = (): AppError =>
  new AppError('not_found', 404, 'This file does not exist in your workspace.', { retryable: false });

export const notMultipart = (): AppError =>
  new AppError('no_file', 415, 'Send the file as multipart/form-data in the field "file".');

export const noFile = (): AppError => new AppError('no_file', 422, 'Send the file in the field "file".');

export const emptyFile = (): AppError =>
  new AppError('empty_file', 422, 'This file is empty. Check that it was saved, and choose it again.');

export const tooLarge = (): AppError =>
  new AppError(
    'too_large',
    413,
    `A file may have up to ${megabytes(MAX_UPLOAD_BYTES)}. Make it smaller, or send a link to it instead.`,
  );

export const notHereYet = (): AppError =>
  new AppError('not_here_yet', 409, 'This file is still being fetched from its channel. Try again in a moment.', {
    retryable: true,
  });

export const fetchFailed = (): AppError =>
  new AppError(
    'fetch_failed',
    409,
    'This file could not be fetched from its channel. POST /api/v1/attachments/:id/retry tries again.',
  );

export const infected = (signature: string): AppError =>
  new AppError('infected', 403, `This file is blocked: it contains ${signature}.`, { retryable: false });

export const notScannedYet = (): AppError =>
  new AppError('not_scanned_yet', 409, 'This file was not scanned for viruses yet. Try again later.', {
    retryable: true,
  });

export const nothingToRetry = (): AppError =>
  new AppError('not_failed', 409, 'Only a file that could not be fetched is fetched again.');

export const badSignature = (): AppError =>
  new AppError(
    'bad_signature',
    403,
    'This address was not made by us. Ask GET /api/v1/attachments/:id for one that is.',
  );

export const addressExpired = (): AppError =>
  new AppError(
    'address_expired',
    410,
    'This address has expired. Open the file from its ticket again, or ask GET /api/v1/attachments/:id for a new one.',
  );

export const badRange = (): AppError => new AppError('bad_range', 416, 'The file is shorter than the range asked for.');

/** The cause goes to the log; the caller cannot mend it. */
export const storageFailed = (cause: unknown): AppError =>
  new AppError(
    'storage_unavailable',
    503,
    'The file storage does not work at the moment. Nothing was changed; try again soon.',
    { retryable: true, cause },
  );

export const bytesGone = (cause?: unknown): AppError =>
  new AppError('file_gone', 404, 'The bytes of this file are no longer in the storage.', { retryable: false, cause });
