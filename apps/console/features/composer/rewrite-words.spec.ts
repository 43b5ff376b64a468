import { translateWords } from './rewrite-words';

it('names the language that a customer writes in', () => {
  expect(translateWords('de')).toBe('Translate to German');
  expect(translateWords('nl')).toBe('Translate to Dutch');
});
