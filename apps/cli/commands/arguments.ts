import { CliError } from '../start/cli-error';

/** `--days 7` of a command line; the fallback when it is not there. Throws when it is not a number in the range. */
export function numberOption(
  args: readonly string[],
  name: string,
  range: { fallback: number; min: number; max: number },
): number {
  const at = args.indexOf(name);
  if (at < 0) return range.fallback;
  const value = Number(args[at + 1]);
  if (!Number.isInteger(value) || value < range.min || value > range.max)
    throw new CliError(`${name} needs a number from ${range.min} to ${range.max}.`);
  return value;
}

/** What is no option and no option's value. */
export function words(args: readonly string[], optionsWithValue: readonly string[]): string[] {
  return args.filter((arg, at) => !arg.startsWith('--') && !optionsWithValue.includes(args[at - 1] ?? ''));
}
