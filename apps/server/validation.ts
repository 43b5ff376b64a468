import { AppError } from '@satchel/kernel';
import type { ValidationError } from '@nestjs/common';

/** Names every refused field by its path, as a caller wrote it. */
export function refuse(problems: ValidationError[]): AppError {
  const errors = problems.flatMap((problem) => flatten(problem, ''));
  const fields = errors.map((error) => error.field).join(', ');
  return new AppError('invalid_request', 422, `Some fields are not as they should be: ${fields}.`, { errors });
}

function flatten(problem: ValidationError, prefix: string): { field: string; message: string }[] {
  const field = prefix + problem.property;
  const own = Object.values(problem.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(problem.children ?? []).flatMap((child) => flatten(child, `${field}.`))];
}
