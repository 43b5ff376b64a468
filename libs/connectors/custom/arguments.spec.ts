import { Arguments, schemaProblem } from './arguments';

const schema = {
  type: 'object',
  properties: { email: { type: 'string', format: 'email' }, n: { type: 'integer', minimum: 1 } },
  required: ['email'],
  additionalProperties: false,
};

describe('arguments', () => {
  const check =
    (args: Record<string, unknown>, of: Record<string, unknown> = schema) =>
    () =>
      new Arguments().check('it', of, args);

  it('are told by name where they do not fit', () => {
    expect(check({ email: 'a@example.com', n: 1 })).not.toThrow();
    expect(check({})).toThrow('it: email is needed.');
    expect(check({ email: 'no', n: 0, x: 1 })).toThrow(
      'it: x is no argument; email must match format "email"; n must be >= 1.',
    );
    expect(check({ email: 'x'.repeat(70_000) })).toThrow('too long');
  });

  it('are not held up by a pattern of somebody else, nor waved through by a schema that answers later', () => {
    const slow = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } };
    const started = performance.now();
    check({ a: `${'a'.repeat(40)}!` }, slow)();
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(check({}, { ...schema, $async: true })).toThrow('email is needed');
    const named = { type: 'object', properties: { pattern: { type: 'string' } }, required: ['pattern'] };
    expect(check({ pattern: 1 }, named)).toThrow('pattern must be string');
  });

  it('need a schema that can be one', () => {
    expect(schemaProblem(schema)).toBeNull();
    expect(schemaProblem({ type: 'object', $schema: 'http://json-schema.org/draft-07/schema#' })).toBeNull();
    expect(schemaProblem({ type: 'string' })).toMatch(/of type "object"/);
    expect(schemaProblem({ type: 'object', properties: { a: { type: 'nonsense' } } })).toBeTruthy();
    expect(schemaProblem({ type: 'object', properties: { a: { $ref: 'https://elsewhere.example/x' } } })).toBeTruthy();
  });
});
