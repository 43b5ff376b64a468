import { argumentsTyped, fieldsToType } from './custom-arguments';

const fields = fieldsToType({
  type: 'object',
  properties: {
    email: { type: 'string', title: 'Mail address' },
    amount: { type: 'integer', description: 'In cents' },
    tags: { type: 'array' },
    sure: { type: 'boolean' },
    any: {},
  },
  required: ['email'],
});

describe('arguments to type in', () => {
  it('are told as their schema tells them', () => {
    expect(fields.map(({ label, help, required }) => [label, help, required])).toEqual([
      ['Mail address', null, true],
      ['amount', 'In cents', false],
      ['tags', 'As JSON', false],
      ['sure', null, false],
      ['any', null, false],
    ]);
  });

  it('become values of their types, and what is empty is left out', () => {
    const typed = { email: '5', amount: ' 500', tags: '["a"]', sure: 'true', any: 'text' };
    expect(argumentsTyped(fields, typed)).toEqual({ email: '5', amount: 500, tags: ['a'], sure: true, any: 'text' });
    expect(argumentsTyped(fields, { email: ' ' })).toEqual({});
  });

  it.each([
    [{ amount: 'x' }, 'amount is a number.'],
    [{ tags: '[' }, 'tags is not JSON.'],
    [{ sure: 'maybe' }, 'sure is true or false.'],
  ])('say what is not of its type: %j', (typed, message) => {
    expect(() => argumentsTyped(fields, typed as Record<string, string>)).toThrow(message);
  });
});
