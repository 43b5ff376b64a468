import { AppError } from '@satchel/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** What came over a socket, held against its class like a request's body. */
export function checked<T extends object>(shape: new () => T, given: unknown): T {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  const body = plainToInstance(shape, isObject ? given : {});
  const problems = validateSync(body, { whitelist: true, forbidNonWhitelisted: true });
  if (problems.length === 0) return body;
  const fields = problems.map(({ property }) => property).join(', ');
  throw new AppError('invalid_request', 422, `Some fields are not as they should be: ${fields}.`);
}
