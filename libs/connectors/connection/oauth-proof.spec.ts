import { createHmac } from 'node:crypto';
import { challengeOf, newVerifier, readState, sessionOf, stateOf } from './oauth-proof';

const signer = (key: string) => (purpose: string, text: string) =>
  createHmac('sha256', key).update(`${purpose}:${text}`).digest('hex');
const sign = signer('ours');
const ID = '01980000-0000-7000-8000-000000000001';

describe('the proof key', () => {
  it('has the challenge that RFC 7636 works out in its appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });
  it('is as long as it must be, of the letters that are allowed, and never the same', () => {
    expect(newVerifier()).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
    expect(newVerifier()).not.toBe(newVerifier());
  });
});

describe('the state', () => {
  it('comes back as the sign-in that it names', () => expect(readState(sign, stateOf(sign, ID))).toBe(ID));
  it.each([
    ['another id', stateOf(sign, ID).replace('0001.', '0002.')],
    ['another key', stateOf(signer('theirs'), ID)],
    ['no signature', ID],
    ['something else', ['a']],
    ['nothing', undefined],
  ])('is none of ours with %s', (_, state) => expect(readState(sign, state)).toBeNull());
});

describe('the session', () => {
  it('is found among other cookies, and only under its whole name', () => {
    expect(sessionOf('a=1; satchel_session=the-token; b=2')).toBe('the-token');
    expect(sessionOf('x_satchel_session=theirs')).toBeNull();
    expect(sessionOf(undefined)).toBeNull();
  });
});
