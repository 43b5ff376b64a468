import { AppError } from '@satchel/kernel';
import type { ConnectorError, ConnectorErrorCode } from '../port';

export const unknownOperation = (name: string): AppError =>
  new AppError('operation_not_found', 404, `This connection has no operation "${name}" that may be used.`, {
    retryable: false,
  });

export const needsConfirm = (name: string): AppError =>
  new AppError(
    'needs_confirm',
    409,
    `"${name}" changes something for real: send {"confirm": true} when that is meant.`,
    {
      retryable: false,
      errors: [{ field: 'confirm', message: 'must be true for a write' }],
    },
  );

export const badDocument = (reason: string): AppError =>
  new AppError('bad_openapi_document', 422, reason, { errors: [{ field: 'document', message: reason }] });

const STATUSES: Partial<Record<ConnectorErrorCode, number>> = { rejected: 422, not_found: 404, rate_limited: 503 };

/** What a system of the merchant's own said no to, as an answer of ours. */
export const systemRefused = (error: ConnectorError): AppError =>
  new AppError(`system_${error.code}`, STATUSES[error.code] ?? 502, error.message, {
    retryable: error.retryable,
    cause: error,
  });
