import type { HttpOperationBody } from '@satchel/contracts';

const text = { type: 'string' };
const given = { query: {}, headers: {}, body: null, keyIn: null, find: null, card: null };

/** The sandbox' membership service, as a merchant would describe it. */
export const clubOperations: HttpOperationBody[] = [
  {
    ...given,
    ...{ name: 'find_member', label: 'Find a member', description: 'The membership of a customer, by mail address.' },
    ...{ effect: 'read', method: 'GET', path: '/members', query: { email: '{email}' } },
    arguments: { type: 'object', properties: { email: { type: 'string', format: 'email' } }, required: ['email'] },
    result: [
      { label: 'Tier', path: '$.members[0].tier' },
      { label: 'Points', path: '$.members[0].points' },
      { label: 'Member since', path: '$.members[0].memberSince' },
    ],
    card: { title: 'Fernhill Club', arguments: { email: 'customer.email' } },
  },
  {
    ...given,
    ...{ name: 'list_credits', label: 'Store credit', description: 'The store credit of a member.' },
    ...{ effect: 'read', method: 'GET', path: '/members/{member_id}/credits' },
    arguments: { type: 'object', properties: { member_id: text }, required: ['member_id'] },
    result: [{ label: 'Balance in cents', path: '$.balance' }],
  },
  {
    ...given,
    ...{ name: 'grant_credit', label: 'Grant store credit', description: 'Gives a member store credit, in cents.' },
    ...{ effect: 'write', method: 'POST', path: '/members/{member_id}/credits' },
    arguments: {
      type: 'object',
      properties: { member_id: text, amount: { type: 'integer', minimum: 1 }, reason: text },
      required: ['member_id', 'amount'],
      additionalProperties: false,
    },
    body: { amount: '{amount}', reason: 'Goodwill: {reason}' },
    result: [
      { label: 'Amount in cents', path: '$.amount' },
      { label: 'Reason', path: '$.reason' },
    ],
    keyIn: { header: 'Idempotency-Key' },
    find: {
      operation: 'list_credits',
      arguments: { member_id: '{member_id}' },
      path: '$.credits[?@.reference == {key}]',
    },
  },
];
