import { bytes, dayName, timeOfDay } from './format';
import { fill, plural } from './words';

const now = new Date(2026, 10, 20, 15, 0);
const day = (ahead: number, hour = 9): Date => new Date(2026, 10, 20 + ahead, hour);

describe('days', () => {
  it.each([
    [day(0, 23), 'en-GB', 'Today'],
    [day(-1, 23), 'de', 'Gestern'],
    [day(-4), 'en-GB', 'Monday 16 November'],
    [day(-4), 'fr', 'Lundi 16 novembre'],
    [new Date(2025, 10, 16), 'nl', 'Zondag 16 november 2025'],
    // A visitor whose clock is behind the desk's.
    [day(1), 'en-GB', 'Saturday 21 November'],
  ])('%s in %s is %s', (at, locale, text) => expect(dayName(at, now, locale).replace(',', '')).toBe(text));

  it('counts days, not hours, across a change of the clocks', () => {
    expect(dayName(new Date(2026, 9, 24, 23), new Date(2026, 9, 25, 23), 'en')).toBe('Yesterday');
  });

  it('tells the time as the language does', () => {
    expect(timeOfDay(day(0, 14), 'de')).toBe('14:00');
    expect(timeOfDay(day(0, 14), 'en-US').replace(/\s/, ' ')).toBe('2:00 PM');
  });
});

describe('figures', () => {
  it.each([
    [512, 'en', '512 B'],
    [84_213, 'en', '82 KB'],
    [3_500_000, 'de', '3,3 MB'],
    [26_214_400, 'en', '25 MB'],
    [1_048_000, 'en', '1 MB'],
  ])('%d bytes in %s are %s', (size, locale, text) => expect(bytes(size, locale)).toBe(text));

  it('takes the plural form of the language', () => {
    const forms = { one: '{n} point', other: '{n} points' };
    expect([0, 1, 1240].map((n) => plural(forms, n, 'en'))).toEqual(['0 points', '1 point', '1,240 points']);
    // In French nothing is one, and in Dutch the thousands have a dot.
    expect(plural(forms, 0, 'fr')).toBe('0 point');
    expect(plural(forms, 1240, 'nl')).toBe('1.240 points');
  });

  it('fills only what it has', () => expect(fill('{a} and {b}', { a: '$&' })).toBe('$& and {b}'));
});
