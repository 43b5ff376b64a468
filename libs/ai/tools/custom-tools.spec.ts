import type { Action } from '@satchel/actions';
import type { CustomOperation } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import type { ActionDesk } from './action-desk.service';
import { boundOperation, uniquely } from './custom-operation';
import { customTool } from './custom-tools';
import type { ToolBinding } from './tool';

const operation = (properties: object, name = 'find_membership'): CustomOperation => ({
  name,
  label: 'Membership',
  description: 'Tells the membership.',
  effect: 'read',
  arguments: { type: 'object', properties },
  card: null,
});
const text = { type: 'string' };

it.each([
  ['of the customer by mail', { email: text, year: { type: 'number' } }, true],
  ['of an order', { order_number: text, reason: text }, true],
  ['of nobody', { season: { enum: ['summer', 'winter'] } }, true],
  ['of whoever is named', { memberId: text }, false],
  ['of the customer and of whoever is named', { email: text, otherMember: text }, false],
  ['by words of any kind', { query: text }, false],
  ['by words without a name for them', { what: text }, false],
  ['by a figure that numbers somebody', { memberId: { type: 'number' } }, false],
  ['by a number of somebody', { account: { type: 'integer' } }, false],
])('an operation %s: %j is offered: %s', (_what, properties, offered) => {
  expect(boundOperation('c', operation(properties)) !== null).toBe(offered);
});

describe('the tool over them', () => {
  const asked: unknown[] = [];
  const desk = {
    propose: async (_ctx: Ctx, _binding: ToolBinding, _action: Action, args: unknown) => {
      asked.push(args);
      return { ok: true, data: {}, evidence: [], summary: '' };
    },
  } as unknown as ActionDesk;
  const binding = (more: object = {}): ToolBinding =>
    ({
      ticketId: 't',
      customerId: 'c',
      destination: { kind: 'email', value: 'anna@example.com' },
      assurance: 3,
      verifiedAddresses: [],
      lookups: {
        findOrders: async (_ctx: Ctx, { number = '' }) => ({
          orders: ['1001', '1002'].includes(number.replace('#', ''))
            ? [
                {
                  number: `#${number.replace('#', '')}`,
                  email: number.includes('1001') ? 'anna@example.com' : 'marco@example.com',
                  stale: false,
                },
              ]
            : [],
          problems: [],
        }),
        track: async () => null,
      },
      now: () => new Date(),
      misses: 0,
      disclosed: new Map(),
      ...more,
    }) as unknown as ToolBinding;
  const offered = [
    operation({ email: text, topic: { enum: ['a'] } }),
    operation({ order_number: text }, 'repair'),
    operation({ order_number: text }, 'repair'),
  ].flatMap((one, index) => boundOperation(`c${index}`, one) ?? []);
  const tool = customTool({ name: 'look_up_in_system', description: 'Asks.' } as Action, uniquely(offered), desk);
  const call = (args: object, bound = binding()) => tool?.run({} as Ctx, bound, args);
  beforeEach(() => (asked.length = 0));

  it("adds the customer's own address, whatever the model would like", async () => {
    await call({ operation: 'find_membership', arguments: { topic: 'a' } });
    expect(asked).toEqual([
      { connectionId: 'c0', operation: 'find_membership', arguments: { topic: 'a', email: 'anna@example.com' } },
    ]);
    expect(await call({ operation: 'find_membership', arguments: { email: 'marco@example.com' } })).toMatchObject({
      ok: false,
    });
    expect(await call({ operation: 'find_membership', arguments: {} }, binding({ assurance: 1 }))).toMatchObject({
      ok: false,
    });
    expect(asked).toHaveLength(1);
  });

  it('takes orders of theirs alone, and answers for others as for missing ones', async () => {
    await call({ operation: 'repair_2', arguments: { order_number: '1001' } });
    expect(asked).toEqual([{ connectionId: 'c2', operation: 'repair', arguments: { order_number: '#1001' } }]);
    const foreign = await call({ operation: 'repair', arguments: { order_number: '1002' } });
    expect(JSON.stringify(foreign)).toBe(
      JSON.stringify(await call({ operation: 'repair', arguments: { order_number: '4711' } })),
    );
    expect(asked).toHaveLength(1);
  });
});
