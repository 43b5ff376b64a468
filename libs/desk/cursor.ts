import { AppError } from '@satchel/kernel';

/** A keyset cursor: the sort time and the id of the last row, opaque to callers. */
export function encodeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

export function decodeCursor(cursor: string): [at: string, id: string] {
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError(
      'bad_cursor',
      400,
      'This cursor is not one of ours: send nextCursor of the page before, unchanged.',
    );
  }
  return [at, id];
}
