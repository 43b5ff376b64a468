import { argsOf, fieldsOf } from './schema-form';

const SCHEMA = {
  type: 'object',
  properties: {
    order: { type: 'string', title: 'Order' },
    percent: { type: 'integer', minimum: 1, maximum: 100, title: 'Percent' },
    amount: { type: 'object', properties: { amount: { type: 'integer' }, currency: { type: 'string' } } },
    code: { type: 'string', pattern: '^[A-Z]+$', description: 'Left out: one is made.' },
    validDays: { type: 'integer', minimum: 1, maximum: 9007199254740991, default: 30 },
    notify: { type: 'boolean', default: true },
    on: { type: 'string', format: 'date' },
    why: { enum: ['too_small', 'other'] },
    rewardId: { type: 'string', oneOf: [{ const: 'r-1', title: 'Five off' }, { const: 'free_mug' }] },
    lines: { type: 'array' },
  },
  required: ['order', 'on'],
};
const GIVEN = { order: 'o1' };

describe("the form of an action's schema", () => {
  const fields = fieldsOf(SCHEMA, GIVEN);
  const named = (name: string) => fields.find((field) => field.name === name);

  it('asks for what is not known, and only for what a field can show', () => {
    expect(fields.map(({ name }) => name)).toEqual([
      'percent',
      'amount',
      'code',
      'validDays',
      'notify',
      'on',
      'why',
      'rewardId',
    ]);
  });
  it('draws each by its type, with its limits, default and choices', () => {
    expect(named('percent')).toMatchObject({ label: 'Percent', type: 'number', min: 1, max: 100, required: false });
    expect(named('validDays')).toMatchObject({ label: 'ValidDays', initial: '30', max: null });
    expect(named('on')).toMatchObject({ type: 'date', required: true });
    expect(named('amount')).toMatchObject({ type: 'money' });
    expect(named('why')?.options).toEqual([
      { value: 'too_small', label: 'Too small' },
      { value: 'other', label: 'Other' },
    ]);
    expect(named('rewardId')).toMatchObject({
      type: 'choice',
      options: [
        { value: 'r-1', label: 'Five off' },
        { value: 'free_mug', label: 'Free mug' },
      ],
    });
  });
  it('sends what was typed and what stands by itself, and no blanks', () => {
    expect(argsOf(fields, { percent: '10', on: '2026-05-01', code: ' ' }, GIVEN, 'EUR')).toEqual({
      order: 'o1',
      percent: 10,
      validDays: 30,
      notify: true,
      on: '2026-05-01',
    });
    expect(argsOf(fields, { amount: '5,50', on: '2026-05-01', notify: 'false' }, GIVEN, 'EUR')).toMatchObject({
      amount: { amount: 550, currency: 'EUR' },
      notify: false,
    });
  });
  it('sends nothing while something needed is missing or cannot be', () => {
    expect(argsOf(fields, {}, GIVEN, 'EUR')).toBeNull();
    expect(argsOf(fields, { on: '2026-05-01', percent: '101' }, GIVEN, 'EUR')).toBeNull();
    expect(argsOf(fields, { on: '2026-05-01', percent: 'ten' }, GIVEN, 'EUR')).toBeNull();
  });
});
