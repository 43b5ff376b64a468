import { readAddress } from './address';

describe('a postal address in a sentence', () => {
  const ann = { name: 'Ann Lee', lines: ['12 Mill Road', 'Flat 4'], city: 'Denver', postcode: '80203', country: 'US' };

  it.each([
    'Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA',
    'Please send it to Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA',
    'My order 4412 has to go to a new address, Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA.',
    'I want to change the address of order 4412 to Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA',
    'Also, please send order 4412 to another address: Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA.',
    'Hi, I am Ann. Please send it to another address: Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA please',
    'The new address is Ann Lee, 12 Mill Road, Flat 4, Denver, CO 80203, USA',
  ])('%s', (text) => {
    expect(readAddress(text)).toEqual(ann);
  });

  it.each(['Hi, my order 4412 to another place, 12 Mill Road, Denver, CO 80203, USA'])(
    'is none where the words around it would become a name: %s',
    (text) => expect(readAddress(text)).toBeNull(),
  );

  it('is none without a name', () => {
    expect(readAddress('12 Mill Road, Denver, CO 80203, USA')).toBeNull();
  });
});
