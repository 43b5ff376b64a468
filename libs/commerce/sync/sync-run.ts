import { ConnectorError } from '@satchel/connectors';
import { AppError } from '@satchel/kernel';
import type { SyncRow } from './sync.queries';

const MINUTE_MS = 60_000;
/** A shop that is down is asked again after this, twice as late each time. */
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * MINUTE_MS;
/** What changes meanwhile comes by hooks; this finds what they lost. */
export const RECONCILE_EVERY_MS = 60 * MINUTE_MS;
/** Clocks differ, and a shop may show a change later than it dates it. */
export const OVERLAP_MS = 10 * MINUTE_MS;

export interface SyncFailure {
  message: string;
  nextAt: Date;
  state: 'waiting' | 'failed';
  restart: boolean;
}

/** What a failed page means for the run. */
export function failureOf(error: unknown, row: SyncRow, now: Date): SyncFailure {
  const code = error instanceof ConnectorError ? error.code : error instanceof AppError ? 'rejected' : 'unavailable';
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'rejected' && row.cursor !== null && row.failures === 0) {
    // The shop forgot the place: once from the start.
    return { message, nextAt: after(now, FIRST_RETRY_MS), state: 'waiting', restart: true };
  }
  if (code === 'auth' || code === 'rejected' || code === 'not_found')
    return { message, nextAt: after(now, RECONCILE_EVERY_MS), state: 'failed', restart: false };
  const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(row.failures, 10), LONGEST_RETRY_MS);
  return { message, nextAt: after(now, pauseMs), state: 'waiting', restart: false };
}

/** Null: it is no request to slow down. */
export function slowDownMs(error: unknown): number | null {
  return error instanceof ConnectorError && error.code === 'rate_limited'
    ? (error.retryAfterMs ?? FIRST_RETRY_MS)
    : null;
}

export const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
