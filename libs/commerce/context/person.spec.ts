import type { AddressBody, CustomerBody } from '@satchel/contracts';
import { masked, personOf } from './person';

const address = (kind: AddressBody['kind'], value: string, proven: boolean): AddressBody => ({
  id: value,
  kind,
  value,
  verifiedAt: proven ? '2026-11-01T10:00:00Z' : null,
});
const customer: CustomerBody = {
  id: '1',
  name: 'Anna',
  locale: null,
  createdAt: '2026-11-01T10:00:00Z',
  addresses: [
    address('email', 'Anna@Example.com', true),
    address('email', 'typed@example.com', false),
    address('phone', '+4930123', true),
    address('phone', '+4930456', false),
    address('visitor', 'v-1', true),
  ],
};

describe('personOf', () => {
  it('asks by proven addresses alone, unless a person says so', () => {
    const claimed = { claimedEmails: ['typed@example.com'], claimedPhones: ['+4930456'] };
    expect(personOf(customer, false)).toEqual({
      name: 'Anna',
      emails: ['anna@example.com'],
      phones: ['+4930123'],
      ...claimed,
    });
    expect(personOf(customer, true)).toMatchObject({
      emails: ['anna@example.com', 'typed@example.com'],
      phones: ['+4930123', '+4930456'],
    });
  });
});

describe('masked', () => {
  it.each([
    ['Anna Bergmann', 'A. B.'],
    ['  josé  maría de la  cruz ', 'J. M. D.'],
    ['Øystein', 'Ø.'],
    ['(VIP) 李 小龙', 'V. 李. 小.'],
    ['', ''],
    [null, ''],
  ])('%s -> %s', (name, expected) => expect(masked(name)).toBe(expected));
});
