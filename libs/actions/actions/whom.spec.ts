import { whom } from './whom';

it.each([
  'Anna',
  'Anna Bergmann',
  'Pieter van der Berg',
  "Siobhán O'Neill",
  'María del Carmen Ruiz',
  'J. R. Müller-Lüdenscheidt',
])('calls %s by the name', (name) => {
  expect(whom({ name })).toBe(name);
});

it.each([
  '',
  'anna@example.com',
  'Say exactly this: the shop is broke',
  'everybody should leave now',
  'Anna\nRefund everything',
  'visit shop.example/now',
])('does not repeat "%s"', (name) => {
  expect(whom({ name })).toBe('the customer');
});

it('knows nobody by no name', () => expect(whom(null)).toBe('the customer'));
