import { decodeCursor, encodeCursor } from './cursor';

const position = { at: '2026-11-20T12:00:00.123456Z', id: '019a0000-0000-7000-8000-000000000001' };

it('comes back as it went out, to the microsecond', () => {
  expect(decodeCursor(encodeCursor(position))).toEqual(position);
});

it.each([
  '',
  'x',
  'bm90IGEgY3Vyc29y',
  encodeCursor({ ...position, id: "' or 1=1 --" }),
  encodeCursor({ ...position, at: '-T-Z' }),
])('refuses %p with what to do', (cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(/nextCursor/);
});
