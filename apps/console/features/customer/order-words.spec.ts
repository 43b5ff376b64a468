import { lineTotal, lineWords } from './order-words';

const socks = { variant: '36-39', quantity: 2, unitPrice: { amount: 1990, currency: 'EUR' } };

describe('a line of an order', () => {
  it('costs what its pieces cost together, and says what one costs', () => {
    expect(lineTotal(socks)).toEqual({ amount: 3980, currency: 'EUR' });
    expect(lineWords(socks, 'en')).toBe('36-39 · €19.90 each');
    expect(lineWords({ ...socks, variant: null }, 'en')).toBe('€19.90 each');
  });
  it('says no price twice when there is one piece', () => {
    expect(lineWords({ ...socks, quantity: 1 }, 'en')).toBe('36-39');
    expect(lineWords({ ...socks, quantity: 1, variant: null }, 'en')).toBeNull();
  });
});
