import type { HttpOperationBody } from '@satchel/contracts';
import { draftOf, NEW_OPERATION, operationOf } from './custom-draft';

const grant: HttpOperationBody = {
  ...{ name: 'grant', label: 'Grant', description: 'Gives credit.', effect: 'write', method: 'POST' },
  ...{ path: '/members/{id}/credits', query: { dry: 'no' }, headers: { 'X-A': 'b: c' }, card: null },
  body: { amount: '{amount}', note: ['{id}'] },
  arguments: {
    type: 'object',
    properties: {
      id: { type: 'string', maxLength: 9 },
      amount: { type: ['integer', 'null'], description: 'In cents' },
    },
    required: ['id'],
    additionalProperties: false,
  },
  result: [{ label: 'Amount', path: '$.amount' }],
  keyIn: { header: 'Idempotency-Key' },
  find: { operation: 'list', arguments: { id: '{id}' }, path: '$[?@.key == {key}]', result: [] },
};
const look: HttpOperationBody = {
  ...{ ...grant, name: 'list', effect: 'read', method: 'GET', body: null, keyIn: null, find: null },
  card: { title: 'Club', arguments: { id: 'customer.email' } },
};

describe('an operation in the form', () => {
  it.each([grant, look])('comes back as it was: $name', (operation) => {
    expect(operationOf(draftOf(operation))).toEqual(operation);
  });

  it('leaves out rows that nobody filled in, and what only the other effect has', () => {
    expect(operationOf(draftOf(NEW_OPERATION)).result).toEqual([]);
    const read = operationOf({ ...draftOf(grant), effect: 'read', method: 'GET' });
    expect([read.keyIn, read.find, read.body]).toEqual([null, null, null]);
  });

  it('says what cannot be read', () => {
    expect(() => operationOf({ ...draftOf(grant), body: '{' })).toThrow('The body is not JSON.');
    expect(() => operationOf({ ...draftOf(grant), query: 'a' })).toThrow('"a" is not "name: value".');
  });
});
