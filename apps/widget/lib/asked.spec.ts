import { checkAsked, profileOf } from './asked';

const nobody = { name: '', email: '', consent: false };

describe('the form before the chat', () => {
  it('misses only what the connection requires', () => {
    expect(checkAsked(nobody, { name: 'optional', email: 'optional', consent: null })).toEqual({});
    expect(checkAsked(nobody, { name: 'required', email: 'required', consent: 'I agree.' })).toEqual({
      name: 'fillIn',
      email: 'fillIn',
      consent: 'consentNeeded',
    });
  });
  it('wants an address to answer to when nobody is there', () =>
    expect(checkAsked(nobody, { name: 'off', email: 'off', consent: null }, { needsEmail: true })).toEqual({
      email: 'fillIn',
    }));
  it.each(['sam', 'sam@', '@example.com', 'sam@example', 'a b@example.com'])('knows that %s is no address', (email) =>
    expect(checkAsked({ ...nobody, email }, { name: 'off', email: 'optional', consent: null })).toEqual({
      email: 'badEmail',
    }),
  );
  it('sends only what was given', () => {
    expect(profileOf({ name: ' Sam ', email: '', consent: false })).toEqual({ name: 'Sam' });
    expect(profileOf({ name: '', email: 'sam@example.com', consent: true })).toEqual({
      email: 'sam@example.com',
      consent: true,
    });
  });
});
