import { searchTerm, searchWords } from './search-term';

describe('searchTerm', () => {
  it.each([
    ['1001', 'name:"1001"'],
    ['eu-1001', 'name:"eu-1001"'],
    ['1001" OR email:"a@b.c', 'name:"1001\\" OR email\\:\\"a@b.c"'],
    ['1001\\', 'name:"1001\\\\"'],
  ])('keeps %s a value', (typed, expected) => expect(searchTerm('name', typed)).toBe(expected));
});

describe('searchWords', () => {
  it.each([
    ['Ridge Jacket', 'ridge jacket'],
    ['jacket OR id:*', 'jacket or id'],
    ['"-sku:x\\', 'sku x'],
    ['été 42', 'été 42'],
    [' * ', ''],
  ])('leaves nothing but words of %s', (typed, expected) => expect(searchWords(typed)).toBe(expected));
});
