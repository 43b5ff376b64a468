import { searchTerm } from './search-term';

describe('searchTerm', () => {
  it.each([
    ['1001', 'name:"1001"'],
    ['eu-1001', 'name:"eu-1001"'],
    ['1001" OR email:"a@b.c', 'name:"1001\\" OR email\\:\\"a@b.c"'],
    ['1001\\', 'name:"1001\\\\"'],
  ])('keeps %s a value', (typed, expected) => expect(searchTerm('name', typed)).toBe(expected));
});
