import { moneyText, parseMoney } from './money-text';

describe('an amount that somebody types', () => {
  it.each([
    ['24.90', 'EUR', 2490],
    ['24,9', 'EUR', 2490],
    ['24', 'EUR', 2400],
    ['1.234,50', 'EUR', 123450],
    ['1,234.50', 'USD', 123450],
    ['1.234', 'EUR', 123400],
    ['1 234,50', 'EUR', 123450],
    ['1,500', 'JPY', 1500],
    ['1500', 'JPY', 1500],
  ])('reads %s in %s', (text, currency, amount) => expect(parseMoney(text, currency)).toBe(amount));

  it.each([
    ['', 'EUR'],
    ['twelve', 'EUR'],
    ['-5', 'EUR'],
    ['12.3456', 'EUR'],
    ['12.5', 'JPY'],
    ['1.2.3', 'EUR'],
  ])('refuses %s in %s', (text, currency) => expect(parseMoney(text, currency)).toBeNull());

  it('is written back as it can be read again', () => {
    expect(moneyText({ amount: 2490, currency: 'EUR' })).toBe('24.90');
    expect(moneyText({ amount: 1500, currency: 'JPY' })).toBe('1500');
  });
});
