import { findEntities } from './find-entities';

describe('order numbers', () => {
  it.each<[string, string[]]>([
    ['Where is order 1001?', ['1001']],
    ['order7322 is late', ['7322']],
    ['orders 1001 and 1004', ['1001', '1004']],
    ['#W2378156 and #W2378157', ['W2378156', 'W2378157']],
    ['Order number: EU-1001 where is it', ['EU-1001']],
    ['Bestellnummer 1001, wo ist sie?', ['1001']],
    ['I paid $1499 for it, where is my order', []],
    ['I ordered on 12.11.2026, where is it?', []],
    ['My postcode is 10115 and I live at Hauptstrasse 200, where is my parcel please, I am waiting', []],
    ['Bestellnummer: EU-1001', ['EU-1001']],
    ['commande n° 1001', ['1001']],
    ['pedido número 1001', ['1001']],
    ['refund $1499 please', []],
    ['it cost 1499 EUR', []],
    ['I paid 1499 for order 1001', ['1001']],
    ['on 12.11.2026 at 10:30', []],
    ['call me on +49 151 23456789 please, it is about something else entirely', []],
  ])('%s', (text, expected) => expect(findEntities(text).orderNumbers).toEqual(expected));

  it('is a bare number only when it was asked for or little else is said', () => {
    const long = 'I live in house 2200 on the long road behind the old mill near town';
    expect(findEntities(long).orderNumbers).toEqual([]);
    expect(
      findEntities('it says 2200 on the paper that came with the mail I think', { expected: 'order_number' })
        .orderNumbers,
    ).toEqual(['2200']);
    expect(
      ['1001', '#1001', 'It is 1001', 'Order 1001, thanks', 'sure, its 1001'].flatMap(
        (text) => findEntities(text, { expected: 'order_number' }).orderNumbers,
      ),
    ).toEqual(['1001', '1001', '1001', '1001', '1001']);
    expect(findEntities('sure, its EU-1001', { expected: 'order_number' }).orderNumbers).toEqual(['EU-1001']);
    expect(findEntities('10115', { expected: 'postcode' })).toMatchObject({ orderNumbers: [], postcodes: ['10115'] });
  });
});

describe('money', () => {
  it.each<[string, { amount: number; currency: string | null }[]]>([
    ['$49.90', [{ amount: 4990, currency: 'USD' }]],
    ['1.499,00 €', [{ amount: 149900, currency: 'EUR' }]],
    ['£1,499', [{ amount: 149900, currency: 'GBP' }]],
    ['12,5 euro', [{ amount: 1250, currency: 'EUR' }]],
    ['I paid 49 for it', [{ amount: 4900, currency: null }]],
    [
      'CHF 20 or 30 francs',
      [
        { amount: 2000, currency: 'CHF' },
        { amount: 3000, currency: 'CHF' },
      ],
    ],
    ['10 % off', []],
  ])('%s', (text, expected) => expect(findEntities(text).amounts).toEqual(expected));
});

describe('days', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  it.each<[string, 'en' | 'de', string[]]>([
    ['on 2026-11-12', 'en', ['2026-11-12']],
    ['12 November 2026', 'en', ['2026-11-12']],
    ['November 12th', 'en', ['2026-11-12']],
    ['am 3.12.', 'de', ['2026-12-03']],
    ['03/04/2026', 'en', []],
    ['03/14/2026', 'en', ['2026-03-14']],
    ['am 31.02.2026', 'de', []],
    ['2 January', 'en', ['2027-01-02']],
  ])('%s (%s)', (text, language, expected) => expect(findEntities(text, { language, now }).days).toEqual(expected));
});

it('tells the others apart', () => {
  expect(findEntities('Parcel 1Z 999 AA1 01 2345 6784, mail Anna.B@Example.com').trackingNumbers).toEqual([
    '1Z999AA10123456784',
  ]);
  expect(findEntities('mail me: Anna.B@Example.com.').emails).toEqual(['anna.b@example.com']);
  expect(findEntities('my zip code is 10001').postcodes).toEqual(['10001']);
  expect(findEntities('ship to 10115 Berlin or SW1A 1AA').postcodes.sort()).toEqual(['10115', 'SW1A 1AA']);
  expect(findEntities('the verification code is 123 456').oneTimeCodes).toEqual(['123456']);
  expect(findEntities('123456', { expected: 'one_time_code' })).toMatchObject({
    oneTimeCodes: ['123456'],
    orderNumbers: [],
  });
  expect(findEntities('my discount code WINTER10 is refused').codes).toEqual(['WINTER10']);
  expect(findEntities('my discount code does not work').codes).toEqual([]);
  expect(findEntities('call me at 06 12 34 56 78').phones).toEqual(['0612345678']);
});
