import { originList } from './origins';

describe('the sites that may show a chat', () => {
  it('are all of them when none is named', () => {
    expect(originList('')('https://anything.example')).toBe(true);
    expect(originList(undefined)('null')).toBe(true);
  });

  it.each([
    ['https://shop.example', 'https://shop.example', true],
    ['https://Shop.example/ , http://localhost:3001', 'http://localhost:3001', true],
    ['https://shop.example', 'http://shop.example', false],
    ['https://shop.example', 'https://shop.example:8443', false],
    ['https://shop.example', 'https://shop.example.evil.example', false],
    ['https://shop.example', 'https://www.shop.example', false],
    ['https://*.shop.example', 'https://www.shop.example', true],
    ['https://*.shop.example', 'https://a.b.shop.example', true],
    ['https://*.shop.example', 'https://shop.example', false],
    ['https://*.shop.example', 'https://evilshop.example', false],
    ['https://*.shop.example', 'https://evil.example/.shop.example', false],
    ['https://*.shop.example', 'https://evil.example@x.shop.example', false],
    ['https://shop.example', 'null', false],
  ])('with %p on the list, %p is allowed: %p', (list, origin, allowed) => {
    expect(originList(list)(origin)).toBe(allowed);
  });

  it.each(['shop.example', 'https://shop.example/cart', 'https://*', 'ftp://shop.example'])('cannot be %p', (entry) => {
    expect(() => originList(entry)).toThrow('is no site');
  });
});
