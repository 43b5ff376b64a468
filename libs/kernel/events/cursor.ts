import { AppError } from '../errors/app-error';

/**
 * A place in the event log: the writer's transaction, then its row. Numbers alone would not do: a transaction that began
 * earlier may commit later, and a reader past its number would never see it.
 */
export interface Cursor {
  xid: string;
  seq: string;
}

export const START: Cursor = { xid: '0', seq: '0' };

export function parseCursor(text: string | null): Cursor {
  if (text === null) return START;
  const [, xid, seq] = /^(\d{1,19})\.(\d{1,18})$/.exec(text) ?? [];
  if (xid === undefined || seq === undefined) {
    throw new AppError('bad_cursor', 400, 'This cursor was not given out by Satchel: leave it out to start over.');
  }
  return { xid, seq };
}

export function formatCursor(cursor: Cursor): string {
  return `${cursor.xid}.${cursor.seq}`;
}
