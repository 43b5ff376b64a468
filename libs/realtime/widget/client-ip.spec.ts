import { clientIp } from './client-ip';

describe('whose request it is', () => {
  it.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.9', '198.51.100.1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['10.0.0.2', 'nonsense', 'nonsense'],
    ['fd00::1', '2001:db8::7', '2001:db8::7'],
  ])('from %p, forwarded for %p, is of %p', (remote, forwarded, ip) => {
    expect(clientIp(remote, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })).toBe(ip);
  });
});
