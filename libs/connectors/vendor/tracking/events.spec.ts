import { newestFirst, placeIn, promisedIn, timeIn } from './events';

describe('timeIn', () => {
  it.each([
    ['2026-11-20T07:13:56+01:00', undefined, '2026-11-20T06:13:56.000Z'],
    ['2026-11-20T07:13:56Z', undefined, '2026-11-20T07:13:56.000Z'],
    ['2026-11-20T07:13:56-0500', undefined, '2026-11-20T12:13:56.000Z'],
    ['2026-11-20T07:13:56', '-05:00', '2026-11-20T12:13:56.000Z'],
    ['2026-11-20T07:13:56', undefined, '2026-11-20T07:13:56'],
    ['2026-11-20 07:13', undefined, '2026-11-20T07:13:00'],
    ['2026-11-20T07:13:56', 'CET', '2026-11-20T07:13:56'],
    ['2026-11-20', undefined, '2026-11-20'],
    ['2026-13-40', undefined, null],
    ['2026-11-20T27:00:00', undefined, null],
    ['yesterday', undefined, null],
    [undefined, undefined, null],
    [20_261_120, undefined, null],
  ])('reads %p with %p as %p', (text, offset, at) => expect(timeIn(text, offset)).toBe(at));
});

describe('promisedIn', () => {
  it('takes midnight for the whole day, and no zone moves it to another', () => {
    expect(promisedIn('2026-11-22T00:00:00-05:00')).toBe('2026-11-22');
    expect(promisedIn('2026-11-22T20:00:00-05:00')).toBe('2026-11-23T01:00:00.000Z');
  });
});

describe('newestFirst', () => {
  const sorted = (...times: (string | null)[]) =>
    newestFirst(times.map((at) => ({ at, description: '', location: null }))).map((one) => one.at);

  it('sorts, and leaves out what has no time', () => {
    expect(sorted('2026-11-18T10:00:00', null, '2026-11-20', '2026-11-19T10:00:00')).toEqual([
      '2026-11-20',
      '2026-11-19T10:00:00',
      '2026-11-18T10:00:00',
    ]);
  });

  it("keeps the carrier's order where one clock cannot be held against another", () => {
    const told = ['2026-11-20T17:00:00.000Z', '2026-11-20T18:30:00', '2026-11-19T10:00:00.000Z'];
    expect(sorted(...told)).toEqual(told);
  });
});

it('names a place by what is told of it', () => {
  expect([placeIn('Köln', '', 'DE'), placeIn('', '')]).toEqual(['Köln, DE', null]);
});
