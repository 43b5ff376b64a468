import { isSameOrigin, isWrite } from './same-origin';

describe('a write by session cookie', () => {
  const own = 'https://desk.example';
  const host = 'desk.example';

  it.each([
    ['the browser says same-origin', { host, 'sec-fetch-site': 'same-origin' }, true],
    ['the browser says cross-site', { host, 'sec-fetch-site': 'cross-site', origin: own }, false],
    ['a sibling host of the same site', { host, 'sec-fetch-site': 'same-site' }, false],
    ['the origin is this host', { host, origin: 'https://desk.example' }, true],
    ['the origin is this host and port', { host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
    ['the origin is another port', { host: 'localhost:3000', origin: 'http://localhost:3001' }, false],
    ['a proxy renamed the host', { host: '10.0.0.5:3000', origin: own }, true],
    ['another site', { host, origin: 'https://evil.example' }, false],
    ['a page without an origin', { host, origin: 'null' }, false],
    ['no word about where it came from', { host }, false],
  ])('%s', (_, headers, passes) => {
    expect(isSameOrigin(headers, own)).toBe(passes);
  });

  it('is anything but a read', () => {
    expect(['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'PUT', 'DELETE'].filter(isWrite)).toEqual([
      'POST',
      'PATCH',
      'PUT',
      'DELETE',
    ]);
  });
});
