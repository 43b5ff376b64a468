import { linkParts, safeHref } from './link-parts';

const links = (text: string): string[] => linkParts(text).flatMap(({ href }) => (href ? [href] : []));

describe('links in a text', () => {
  it.each([
    ['see https://shop.example/a?b=c#d.', ['https://shop.example/a?b=c#d']],
    ['(https://en.example/wiki/Boot_(shoe))', ['https://en.example/wiki/Boot_(shoe)']],
    ['http://one.example, https://two.example!', ['http://one.example/', 'https://two.example/']],
    ['HTTPS://SHOP.example', ['https://shop.example/']],
    ['javascript:alert(1) data:text/html,x ftp://a.example file:///etc', []],
    ['https:// and http://', []],
    ['<a href="https://shop.example/x">', ['https://shop.example/x']],
  ])('%s', (text, found) => expect(links(text)).toEqual(found));

  it('loses no sign of the text', () => {
    const text = '1 https://a.example. 2 (https://b.example/c), 3\nhttps://d.example';
    expect(
      linkParts(text)
        .map(({ text: part }) => part)
        .join(''),
    ).toBe(text);
  });

  it('lets no other scheme into an address', () => {
    expect(safeHref('https://desk.example/f/1')).toBe('https://desk.example/f/1');
    expect(['javascript:alert(1)', 'data:text/html,x', '/relative', ''].map(safeHref)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
