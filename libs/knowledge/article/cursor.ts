import { AppError } from '@satchel/kernel';

/** Where a page of articles ended; `at` is PostgreSQL's own text, with its microseconds. */
export interface Position {
  at: string;
  id: string;
}

export const encodeCursor = ({ at, id }: Position): string => Buffer.from(`${at}|${id}`).toString('base64url');

export function decodeCursor(cursor: string): Position {
  const [, at, id] = /^([\d:.+ -]{19,40})\|([\da-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new AppError('bad_cursor', 400, 'This cursor is not one of ours: pass the nextCursor of the last answer.', {
      errors: [{ field: 'cursor', message: 'is not a cursor' }],
    });
  return { at, id };
}
