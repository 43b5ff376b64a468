import { methodsIn } from './slot-method';

describe('where money goes, as a customer says it', () => {
  it.each([
    ['send the lamp back, refund to my visa ending in 4411', ['visa 4411']],
    ['swap it for the oak one and use my paypal for the rest', ['paypal']],
    ['the difference goes to the gift card on my account', ['gift card']],
    ['bitte auf meine Kreditkarte', ['card']],
    ['please pay it back as I paid', ['original']],
    ['I want to return the gift card holder', []],
    ['from order 1001, thanks', []],
  ])('%s', (text, found) => {
    expect(methodsIn(text)).toEqual(found);
  });

  it('takes two methods in one breath for no choice', () => {
    expect(methodsIn('refund to my visa 4411 or to paypal, to paypal if you can')).toHaveLength(2);
  });

  it('reads a bare name where it was asked for', () => {
    expect(methodsIn('visa 4411', true)).toEqual(['visa 4411']);
    expect(methodsIn('visa 4411')).toEqual([]);
  });
});
