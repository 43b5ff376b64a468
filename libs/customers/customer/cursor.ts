import { AppError } from '@satchel/kernel';

/** Where a page of customers ended. `at` is PostgreSQL's own text: a JavaScript date would lose its microseconds. */
export interface Position {
  at: string;
  id: string;
}

export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

export function decodeCursor(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, at, id] = /^([\d:.T-]+Z) ([\da-f-]{36})$/.exec(text) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) {
    throw new AppError(
      'bad_cursor',
      400,
      'This cursor is not one of ours: pass the nextCursor of the last answer as it came.',
      {
        errors: [{ field: 'cursor', message: 'is not a cursor' }],
      },
    );
  }
  return { at, id };
}
