import { officeHours } from './office-hours';

describe('office hours', () => {
  it.each([
    // 2026-11-20 is a Friday; Berlin is one hour ahead of UTC in winter and two in summer.
    ['Mo-Fr 09:00-17:00 Europe/Berlin', '2026-11-20T08:00:00Z', true],
    ['Mo-Fr 09:00-17:00 Europe/Berlin', '2026-11-20T07:59:59Z', false],
    ['Mo-Fr 09:00-17:00 Europe/Berlin', '2026-11-20T15:59:59Z', true],
    ['Mo-Fr 09:00-17:00 Europe/Berlin', '2026-11-20T16:00:00Z', false],
    ['Mo-Fr 09:00-17:00 Europe/Berlin', '2026-07-17T07:00:00Z', true],
    ['Mo-Fr 09:00-17:00 Europe/Berlin', '2026-11-21T10:00:00Z', false],
    ['Mo-Fr 09:00-17:00, Sa 10:00-14:00 Europe/Berlin', '2026-11-21T10:00:00Z', true],
    ['Fr-Mo 00:00-24:00 UTC', '2026-11-22T23:59:59Z', true],
    ['Fr-Mo 00:00-24:00 UTC', '2026-11-24T00:00:00Z', false],
    ['mo 09:00-12:00; fr 13:00-17:00 UTC', '2026-11-20T13:00:00Z', true],
  ])('of %p include %p: %p', (hours, at, open) => {
    expect(officeHours(hours)(new Date(at))).toBe(open);
  });

  it.each([
    '',
    'UTC',
    'Mo-Fr 9-17 UTC',
    'Xx 09:00-17:00 UTC',
    'Mo 09:00-25:00 UTC',
    'Mo 09:75-10:00 UTC',
    'Mo 09:00-17:00',
  ])('cannot be %p', (hours) => {
    expect(() => officeHours(hours)).toThrow(/Mo-Fr 09:00-17:00/);
  });
});
