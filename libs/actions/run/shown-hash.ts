import type { Prepared } from '../action/preparation';
import { hashOf } from './request-hash';

/** What a customer was shown before their yes. Anything in it that changes makes their yes one to something else. */
export function shownHash(
  name: string,
  args: Record<string, unknown>,
  { connectionId, order, amount, summary, shown }: Prepared,
): string {
  return hashOf([name, args, connectionId, order?.id ?? null, amount, summary.ahead, shown]);
}
