import { schemaOf } from './availability.service';
import { ACTIONS, findAction } from './catalogue';

describe('the catalogue', () => {
  it('has each action once, under a name that a model can call', () => {
    const names = ACTIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z_]{2,40}$/);
  });

  it.each(ACTIONS.map((action) => [action.name, action] as const))(
    'describes the arguments of %s for people and models',
    (_name, action) => {
      const schema = schemaOf(action) as {
        type: string;
        additionalProperties: boolean;
        properties: Record<string, { title?: string }>;
      };
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
      for (const [name, property] of Object.entries(schema.properties))
        expect([name, property.title ?? '']).toEqual([name, expect.stringMatching(/\w/)]);
      expect(action.description).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each(ACTIONS.map((action) => [action.name, action] as const))('refuses what %s does not know', (_name, action) => {
    const result = action.arguments.safeParse({ everything: true });
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toContain('unrecognized_keys');
  });

  it('takes no action that changes something for less than a claim of who asks, but the task for a person', () => {
    const open = ACTIONS.filter(({ risk, assurance }) => risk !== 'read' && assurance < 2).map(({ name }) => name);
    expect(open).toEqual(['resend_confirmation', 'create_task']);
  });

  it.each([
    ['refund', { order: '#1003', amount: 100, lines: [{ orderLineId: '1', quantity: 1 }] }],
    ['refund', { order: '#1003', amount: 0.5 }],
    ['refund', { order: '#1003', amount: -1 }],
    ['create_discount', { percent: 10, amount: { amount: 100, currency: 'EUR' } }],
    ['create_discount', {}],
    ['grant_points', { points: 0, reason: 'x' }],
    ['reschedule_subscription', { nextChargeOn: 'tomorrow' }],
    ['change_address', { order: '1', address: { name: 'A', lines: [], city: 'B', postcode: '1', country: 'DE' } }],
  ])('refuses %s with %j', (name, args) => {
    expect(findAction(name)?.arguments.safeParse(args).success).toBe(false);
  });
});
