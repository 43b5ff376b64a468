import type { OperationFindBody } from '@satchel/contracts';
import type { CustomResult } from '../port';
import { literally, resultOf, valuesAt } from './pick';
import { fillJson, type Values } from './template';

/** Looks whether a write stands, as its description says; `read` answers with the whole answer of a read operation. */
export async function lookFor(
  find: OperationFindBody,
  args: Values,
  key: string,
  read: (operation: string, args: Values) => Promise<unknown>,
  /** What to show of it, where the description of the look does not say. */
  shown: (found: unknown) => CustomResult,
): Promise<CustomResult | 'not_done'> {
  const values = { ...args, key };
  const raw = await read(find.operation, fillJson(find.arguments, values) as Values);
  const [found] = valuesAt(literally(find.path, values), raw);
  if (found === undefined) return 'not_done';
  return find.result ? resultOf(find.result, found) : shown(found);
}
