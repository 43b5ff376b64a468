import { shownName, tidyName } from './customer-name';

it.each([
  ['  Anna\t Bergmann \r\n', 'Anna Bergmann'],
  [undefined, ''],
  ['x'.repeat(300), 'x'.repeat(200)],
])('the name %p is stored as %p', (given, stored) => {
  expect(tidyName(given)).toBe(stored);
});

it('shows the address of a customer who told no name', () => {
  expect(shownName('Anna', { kind: 'email', value: 'a@x.example' })).toBe('Anna');
  expect(shownName('', { kind: 'email', value: 'a@x.example' })).toBe('a@x.example');
  expect(shownName('', { kind: 'visitor', value: '019a' })).toBe('Visitor');
  expect(shownName('', undefined)).toBe('Visitor');
});
