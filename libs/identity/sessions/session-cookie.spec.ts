import { clearedSessionCookie, readSessionCookie, sessionCookie } from './session-cookie';

describe('the session cookie', () => {
  it('is out of reach for scripts and other sites, for 30 days', () => {
    expect(sessionCookie('abc', 'http://localhost:3000')).toBe(
      'satchel_session=abc; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  it('travels over TLS only where the site has TLS', () => {
    expect(sessionCookie('abc', 'https://desk.example')).toMatch(/; Secure$/);
  });

  it('is taken back at sign-out', () => {
    expect(clearedSessionCookie('http://x')).toContain('satchel_session=; Max-Age=0; Path=/');
  });

  it.each([
    ['satchel_session=abc', 'abc'],
    ['theme=dark; satchel_session=abc; x=y', 'abc'],
    ['other_satchel_session=abc', null],
    ['satchel_session=', null],
    ['', null],
    [undefined, null],
  ])('is read from %p', (header, token) => {
    expect(readSessionCookie(header)).toBe(token);
  });
});
