import type { OperationFindBody, OperationRowBody } from '@satchel/contracts';
import type { CustomResult } from '../port';
import { literally, resultOf, valuesAt } from './pick';
import { fillJson, type Values } from './template';

/** Looks whether a write stands, as its description says; `read` answers with the whole answer of a read operation. */
export async function lookFor(
  find: OperationFindBody,
  rows: readonly OperationRowBody[],
  args: Values,
  key: string,
  read: (operation: string, args: Values) => Promise<unknown>,
): Promise<CustomResult | 'not_done'> {
  const values = { ...args, key };
  const raw = await read(find.operation, fillJson(find.arguments, values) as Values);
  const [found] = valuesAt(literally(find.path, values), raw);
  return found === undefined ? 'not_done' : resultOf(find.result ?? rows, found);
}
