import { ValidateBy, type ValidationOptions } from 'class-validator';

const MOST_KEYS = 200;

/** An object whose keys and values all pass; `said` ends the sentence "<field> must be ...". */
export function IsRecordOf(
  key: RegExp,
  value: (value: unknown) => boolean,
  said: string,
  options?: ValidationOptions,
): PropertyDecorator {
  const validate = (given: unknown): boolean => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
    const entries = Object.entries(given);
    return entries.length <= MOST_KEYS && entries.every(([name, one]) => key.test(name) && value(one));
  };
  const defaultMessage = (): string => `$property must be ${said}`;
  return ValidateBy({ name: 'isRecordOf', validator: { validate, defaultMessage } }, options);
}
