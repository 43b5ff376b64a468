import { z } from 'zod';
import { defineAction } from '../action/action';
import { operationArgs } from '../action/arguments';
import { cannot } from '../action/preparation';

export const changeInSystem = defineAction({
  name: 'change_in_system',
  title: "Change something in a system of the merchant's own",
  description:
    'Runs one of the writing operations of a custom system, once, and looks whether it happened where that can be asked.',
  risk: 'write',
  assurance: 3,
  needs: { kind: 'custom', capability: 'operations' },
  undoable: false,
  arguments: z.strictObject(operationArgs),
  async prepare({ ctx, customer, sources }, { connectionId, operation, arguments: args }) {
    return sources.told(async () => {
      const { connection, adapter } = await sources.one(ctx, connectionId, 'custom');
      const known = (await adapter.operations()).find(({ name, effect }) => name === operation && effect === 'write');
      if (!known) return cannot('not_found', `${connection.label} has no change named ${operation}.`);
      const what = `${known.label} in ${connection.label}`;
      return {
        ok: true,
        connectionId,
        order: null,
        // What it changes is the system's to know: one at a time for each customer.
        lockKey: `operation:${operation}:${customer?.id ?? ''}`,
        amount: null,
        summary: { ahead: what, done: `Done: ${what}` },
        shown: Object.entries(args).map(([label, value]) => ({
          label,
          value: typeof value === 'string' ? value : JSON.stringify(value),
        })),
        steps: [{ name: known.label, connectionId, change: 'custom.write', args: { name: operation, args } }],
        facts: {},
      };
    });
  },
});
