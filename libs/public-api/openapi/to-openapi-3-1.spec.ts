import { toOpenApi31 } from './to-openapi-3-1';

describe('a schema that may be null becomes OpenAPI 3.1', () => {
  it.each([
    ['a plain type', { type: 'string', nullable: true, example: 'x' }, { type: ['string', 'null'], example: 'x' }],
    [
      'a choice',
      { type: 'string', enum: ['a', 'b'], nullable: true },
      { type: ['string', 'null'], enum: ['a', 'b', null] },
    ],
    [
      'a reference',
      { nullable: true, type: 'object', description: 'd', allOf: [{ $ref: '#/components/schemas/A' }] },
      { description: 'd', anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
    ],
    ['a bare reference', { $ref: '#/a', nullable: true }, { anyOf: [{ $ref: '#/a' }, { type: 'null' }] }],
    ['not null', { type: 'string', nullable: false }, { type: 'string' }],
    [
      'deep inside',
      { properties: { a: { type: 'number', nullable: true } } },
      { properties: { a: { type: ['number', 'null'] } } },
    ],
    [
      'a property of that name',
      { properties: { nullable: { type: 'boolean' } } },
      { properties: { nullable: { type: 'boolean' } } },
    ],
    [
      'lists and plain values',
      [{ type: 'string', nullable: true }, 1, null, true],
      [{ type: ['string', 'null'] }, 1, null, true],
    ],
  ])('%s', (_, before, after) => {
    expect(toOpenApi31(before as never)).toEqual(after);
  });
});
