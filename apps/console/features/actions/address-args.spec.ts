import type { OrderBody, PostalAddressBody } from '@satchel/contracts';
import { addressArgs } from './address-args';

const standing: PostalAddressBody = { name: 'Anna', lines: ['Hof 1'], city: 'Ulm', postcode: '89073', country: 'DE' };
const order = { id: 'o1', shippingAddress: standing } as OrderBody;

describe('a new address', () => {
  it('is sent whole, without blanks', () => {
    const typed = { ...standing, lines: [' Weg 2 ', ''], country: 'at' };
    expect(addressArgs(order, typed)).toEqual({
      order: 'o1',
      address: { ...standing, lines: ['Weg 2'], country: 'AT' },
    });
  });
  it('is none while it is the one that stands', () => {
    expect(addressArgs(order, { ...standing, name: 'Anna ', lines: ['Hof 1', ''] })).toBeNull();
  });
  it('is none while a part is missing; some countries have no postcode', () => {
    expect(addressArgs(order, { ...standing, lines: ['', ''] })).toBeNull();
    expect(addressArgs(order, { ...standing, country: 'Germany' })).toBeNull();
    expect(addressArgs(order, { ...standing, postcode: '', country: 'HK' })).not.toBeNull();
  });
});
