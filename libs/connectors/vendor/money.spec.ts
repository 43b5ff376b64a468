import { decimalOf, moneyOf } from './money';

describe('moneyOf', () => {
  it.each([
    ['59.90', 'EUR', 5990],
    ['59.9', 'EUR', 5990],
    ['59', 'eur', 5900],
    ['0.07', 'USD', 7],
    ['1500', 'JPY', 1500],
    ['1500.0', 'JPY', 1500],
    ['1.234', 'KWD', 1234],
    ['1.2', 'KWD', 1200],
    ['-3.5', 'USD', -350],
    ['0.005', 'USD', 1],
    ['9007199254740.99', 'USD', 900719925474099],
    // As a float this is 1.1500000000000001 or so; digit by digit it is exact.
    ['1.15', 'GBP', 115],
  ])('%s %s is %i in minor units', (decimal, currency, amount) => {
    expect(moneyOf(decimal, currency)).toEqual({ amount, currency: currency.toUpperCase() });
  });

  it.each(['', 'free', '1,50', '1e3', 'NaN'])('refuses "%s" instead of telling a wrong amount', (decimal) => {
    expect(() => moneyOf(decimal, 'EUR')).toThrow('cannot read');
  });
});

describe('decimalOf', () => {
  it.each([
    [5990, 'EUR', '59.90'],
    [7, 'USD', '0.07'],
    [1500, 'JPY', '1500'],
    [1234, 'KWD', '1.234'],
    [-350, 'USD', '-3.50'],
    [0, 'EUR', '0.00'],
  ])('%i %s is %s', (amount, currency, decimal) => {
    expect(decimalOf({ amount, currency })).toBe(decimal);
    expect(moneyOf(decimal, currency)).toEqual({ amount, currency });
  });
});
