import type { Action } from '@satchel/actions';
import type { Ctx } from '@satchel/kernel';
import { z } from 'zod';
import type { ActionDesk } from './action-desk.service';
import type { BoundOperation } from './custom-operation';
import { disclosedTo } from './disclosure';
import { identityOf, provenEmails } from './identity-of';
import { tooManyMisses } from './misses';
import { ownOrder } from './own-order';
import type { AiTool, ToolBinding, ToolResult } from './tool';
import { defineTool } from './tool';

/** One tool over the operations of the shop's own systems that can be held to this customer. Null: there is none. */
export function customTool(action: Action, operations: readonly BoundOperation[], desk: ActionDesk): AiTool | null {
  const [first, ...more] = operations.map(({ name }) => name);
  if (first === undefined) return null;
  const listed = operations.map(
    ({ name, description, free, orders }) =>
      `${name}: ${description} Arguments: ${JSON.stringify({ ...free, ...Object.fromEntries(orders.map((key) => [key, 'an order number of this customer'])) })}`,
  );
  return defineTool({
    name: action.name,
    description: `${action.description} Who the customer is the store adds itself. Operations:\n${listed.join('\n')}`,
    schema: z.strictObject({
      operation: z.enum([first, ...more]),
      arguments: z.record(z.string(), z.unknown()).default({}),
    }),
    async run(ctx, binding, { operation, arguments: given }) {
      const wanted = operations.find(({ name }) => name === operation);
      if (!wanted) return notOffered;
      const args = await held(ctx, binding, wanted, given);
      if ('ok' in args) return args as ToolResult;
      const { connectionId } = wanted;
      return desk.propose(ctx, binding, action, { connectionId, operation: wanted.operation, arguments: args });
    },
  });
}

/** The arguments with this customer's own addresses in them, and no order but theirs. */
async function held(
  ctx: Ctx,
  binding: ToolBinding,
  { free, emails, phones, orders }: BoundOperation,
  given: Record<string, unknown>,
): Promise<Record<string, unknown> | ToolResult> {
  const allowed = [...Object.keys(free), ...orders];
  if (Object.keys(given).some((key) => !allowed.includes(key))) return notFitting;
  const args: Record<string, unknown> = { ...given };
  const [email] = provenEmails(binding);
  const { level, addresses } = identityOf(binding);
  const phone = level >= 2 ? addresses.find(({ kind }) => kind === 'phone')?.value : undefined;
  if ((emails.length > 0 && !email) || (phones.length > 0 && !phone)) return notProven;
  for (const key of emails) args[key] = email;
  for (const key of phones) args[key] = phone;
  for (const key of orders) {
    if (!(key in given)) continue;
    const refused = tooManyMisses(binding);
    if (refused) return refused;
    const order = await ownOrder(ctx, binding, String(given[key]), disclosedTo(binding));
    if (order === null) binding.misses += 1;
    if (order === null || order === 'unavailable') return { ...notTheirs, missed: order === null };
    args[key] = order.number;
  }
  return args;
}

const refusal = (error: string, summary: string): ToolResult => ({ ok: false, data: { error }, evidence: [], summary });
const notOffered = refusal('There is no such operation.', 'Asked for an operation that does not exist');
const notFitting = refusal('The arguments do not fit this tool.', 'Called with arguments that do not fit');
const notProven = refusal('It is not sure enough who is writing.', 'Not sure enough who writes');
const notTheirs = refusal('This customer has no such order.', 'No such order of this customer');
