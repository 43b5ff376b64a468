import { withoutSettlement } from './settlement';
import { mended } from './spelling';
import { understand } from './understand';

const wants = (text: string): string[] =>
  understand(text, { prior: 'en' }).wishes.map(({ intent, sure }) => (sure ? intent : `${intent}?`));

describe('words with a slip in them', () => {
  it('reads a keyword with one slip in it, and leaves words alone', () => {
    expect(mended('please cancle and retrun the exchagne')).toBe('please cancel and return the exchange');
    expect(mended('you charge me for orders, i retain a charger')).toBe('you charge me for orders, i retain a charger');
  });

  it.each([
    ['i want to retrun the mug from order 4412', ['return']],
    ['could you canecl order 4412', ['cancel_order']],
    ['i want to change the mug to blue in my order4412', ['change_items']],
  ])('%s', (text, intents) => {
    expect(wants(text)).toEqual(intents);
  });
});

describe('what is said beside a wish', () => {
  it.each([
    ['Take back the mug from order 4412 please, I want to send it back, money back to my visa card 1111.', ['return']],
    ["Order 4412 hasn't left yet, please change the mug to blue.", ['change_items']],
    ['Please exchange the mug for a blue one. The order number is 4412.', ['exchange']],
  ])('%s', (text, intents) => {
    expect(wants(text)).toEqual(intents);
  });

  it('takes a way to pay for no wish, unless it is the wish', () => {
    expect(withoutSettlement('swap the mug to blue, use my gift card for the difference')).toBe('swap the mug to blue');
    expect(withoutSettlement('refund to my gift card')).toBe('refund to my gift card');
    expect(wants('I want to change the payment of order 4412 to my gift card')).toEqual(['change_payment']);
  });

  it('keeps two wishes that are two', () => {
    expect(wants('My parcel 4412 never arrived. And cancel order 5512.')).toHaveLength(2);
  });
});
