import { countdown, inputValue, laterTimes } from './later-times';

describe('times to send something later', () => {
  const friday = new Date(2026, 10, 20, 16, 30);

  it('are in an hour, tomorrow and on Monday at nine', () => {
    expect(laterTimes(friday).map(({ label, at }) => [label, inputValue(at)])).toEqual([
      ['In an hour', '2026-11-20T17:30'],
      ['Tomorrow', '2026-11-21T09:00'],
      ['Monday', '2026-11-23T09:00'],
    ]);
  });

  it('name Monday once on a Sunday, and the next one on a Monday', () => {
    expect(laterTimes(new Date(2026, 10, 22, 12)).map(({ label }) => label)).toEqual(['In an hour', 'Tomorrow']);
    const monday = laterTimes(new Date(2026, 10, 23, 8)).at(-1);
    expect(monday && inputValue(monday.at)).toBe('2026-11-30T09:00');
  });

  it.each([
    [-5, '0 s'],
    [7_200, '8 s'],
    [61_000, '2 min'],
    [7_200_000, '2 h'],
    [90_000_000, null],
  ])('count %d ms down as %s', (ms, told) => {
    expect(countdown(ms)).toBe(told);
  });
});
