import { rangeOf } from './byte-range';

it.each([
  [undefined, null],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-5', { start: 2, end: 5 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=8-99', { start: 8, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', null],
  ['bytes=0-1,3-4', null],
  ['lines=1-2', null],
])('%p of ten bytes is %p', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range);
});

it('has no part in an empty file', () => {
  expect(rangeOf('bytes=0-', 0)).toBe('unsatisfiable');
});
