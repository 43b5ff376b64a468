import { slugOf } from './slug';

it.each([
  ['Fernhill Outfitters', 'fernhill-outfitters'],
  ['Café Über & Co.', 'cafe-uber-co'],
  ['北京', 'workspace'],
  ['-- a --', 'a'],
  ['x'.repeat(39) + ' y', 'x'.repeat(39)],
])('the short name of %p', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
