import { generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { identityCheck } from './identity-token';

const SECRET = 'a secret that the shop and we share';
const NOW = new Date('2026-11-20T10:00:00Z');
const seconds = (ahead: number): number => NOW.getTime() / 1000 + ahead;
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const anna: JWTPayload = { sub: 'anna', email: 'Anna@example.com', name: 'Anna', jti: 'j1', exp: seconds(600) };
const hs256 = (claims: JWTPayload, secret = SECRET): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(bytes(secret));
const es256 = (claims: JWTPayload, key = pair.privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(key);
const check = (given: Parameters<typeof identityCheck>[0]) => identityCheck(given, () => NOW);

describe("the shop's word on who a visitor is", () => {
  it('is believed when it is signed with the shared secret or with the private key', async () => {
    const identity = {
      sub: 'anna',
      jti: 'j1',
      name: 'Anna',
      email: 'Anna@example.com',
      emailVerified: true,
      phone: null,
    };
    expect(await check({ secret: SECRET })(await hs256(anna))).toEqual({ ok: true, identity });
    expect(await check({ publicKey: pem })(await es256(anna))).toEqual({ ok: true, identity });
    const both = check({ secret: SECRET, publicKey: pem });
    expect([await both(await hs256(anna)), await both(await es256(anna))].every(({ ok }) => ok)).toBe(true);
  });

  it('forgives clocks that differ by less than a minute', async () => {
    const verify = check({ secret: SECRET });
    expect((await verify(await hs256({ ...anna, exp: seconds(-59) }))).ok).toBe(true);
    expect((await verify(await hs256({ ...anna, exp: seconds(3_659) }))).ok).toBe(true);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['is not signed', () => new UnsecuredJWT(anna).encode()],
    ['is signed with another secret', () => hs256(anna, 'another secret that nobody gave to us')],
    ['is signed with another key', () => es256(anna, other.privateKey)],
    ['is signed with the public key as if it were a secret', () => hs256(anna, pem)],
    [
      'was changed',
      async () => (await hs256(anna)).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"eve"}').toString('base64url')}.`),
    ],
    ['is over', () => hs256({ ...anna, exp: seconds(-61) })],
    ['lives too long', () => hs256({ ...anna, exp: seconds(3_661) })],
    ['never ends', () => hs256({ sub: 'anna' })],
    ['names nobody', () => hs256({ exp: seconds(600) })],
    ['names nobody with a text', () => hs256({ ...anna, sub: '  ' })],
    ['begins later', () => hs256({ ...anna, nbf: seconds(120) })],
    ['is no token', () => 'abc'],
    ['is endless', () => 'x'.repeat(9_000)],
  ])('is refused when it %s', async (_, token) => {
    const answer = await check({ secret: SECRET, publicKey: pem })(await token());
    expect(answer).toEqual({ ok: false, reason: expect.stringContaining('cannot be used') as string });
  });

  it('is held against its own algorithm only: each key refuses what the other one signs', async () => {
    expect((await check({ publicKey: pem })(await hs256(anna, pem))).ok).toBe(false);
    expect((await check({ publicKey: pem })(await hs256(anna))).ok).toBe(false);
    expect((await check({ secret: SECRET })(await es256(anna))).ok).toBe(false);
    expect((await check({})(await hs256(anna))).ok).toBe(false);
  });

  it('may say that it does not vouch for the mail address', async () => {
    const answer = await check({ secret: SECRET })(await hs256({ ...anna, email_verified: false }));
    expect(answer).toMatchObject({ ok: true, identity: { emailVerified: false } });
  });

  it('needs a P-256 key: no other curve, no RSA', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ type: 'spki', format: 'pem' });
    for (const wrong of [rsa, p384]) expect(() => check({ publicKey: wrong.toString() })).toThrow('P-256');
  });
});
