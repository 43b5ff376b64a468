import { understand } from './understand';

const wanted = (text: string, more: Parameters<typeof understand>[1] = {}) =>
  understand(text, { prior: 'en', ...more }).wishes;
const seen = (text: string): [string, boolean, string[]][] =>
  wanted(text).map(({ intent, sure, entities }) => [intent, sure, entities.orderNumbers]);

describe('what belongs to a wish', () => {
  it('is the sentence behind it that says which version', () => {
    expect(seen('Could I still change something in my order #5512? I want another version of the mug.')).toEqual([
      ['change_items', true, ['5512']],
    ]);
  });

  it('is its reason and its order, told in sentences of their own', () => {
    const [exchange, cancel] = wanted(
      'Please exchange the mug for the green one. The order is 5512. Also cancel one of my orders please. I ordered it by mistake.',
    );
    expect(exchange).toMatchObject({ intent: 'exchange', entities: { orderNumbers: ['5512'] } });
    expect(cancel).toMatchObject({ intent: 'cancel_order', entities: { orderNumbers: [] } });
    expect(cancel?.text).toContain('by mistake');
    expect(exchange?.text).not.toContain('by mistake');
  });

  it('is the order of the report that leads to it', () => {
    expect(seen('My order 5512 has not shipped yet, please change the mug to green. And cancel order 5513.')).toEqual([
      ['change_items', true, ['5512']],
      ['cancel_order', true, ['5513']],
    ]);
  });

  it('is the new address that stands before the request to change it', () => {
    const [, address] = wanted(
      'Please cancel order 5512. Besides that, order 5513 should be delivered to Ann Lee, 12 Elm Street, Austin, TX 78701, USA, please change the address.',
    );
    expect(address).toMatchObject({ intent: 'change_address', entities: { orderNumbers: ['5513'] } });
    expect(address?.text).toContain('12 Elm Street');
  });

  it('is each its own, however they are joined and written', () => {
    expect(
      seen(
        'i would like to return something please Also: change the payment method on my order 5512, please use my gift card',
      ),
    ).toEqual([
      ['return', true, []],
      ['change_payment', true, ['5512']],
    ]);
    const [cancel, exchange] = wanted(
      'please cancel order 5512. that was ordered by mistake. also: can i exchange an item?',
    );
    expect(cancel).toMatchObject({ intent: 'cancel_order' });
    expect(cancel?.text).toContain('by mistake');
    expect(exchange?.intent).toBe('exchange');
  });

  it('is the reason in front of it, after a greeting or between two wishes', () => {
    const [cancel] = wanted(
      'Hi, I made a mistake when I ordered it, so please cancel order 5512. One more: I would like to return something.',
    );
    expect(cancel?.text).toContain('mistake');
    const [, second] = wanted(
      'can i still change an item of an order? one more: it was a mistake, so please cancel order 5512.',
    );
    expect(second?.intent).toBe('cancel_order');
    expect(second?.text).toContain('mistake');
  });

  it('is no question where a report only says why it is still possible', () => {
    expect(seen("No, please: my order 5512 hasn't shipped yet, please change the mug to red.")).toEqual([
      ['change_items', true, ['5512']],
    ]);
  });

  it('is none in the wrong number of their own', () => {
    expect(seen('sorry, that was the wrong one, it is #5512')).toEqual([]);
    expect(seen('I received the wrong one in order 5512, please help')[0]?.[0]).toBe('damaged_or_wrong');
  });

  it('hears no threat in a thing that presses', () => {
    expect(understand('the coffee maker to french press please', { prior: 'en' }).danger).toBeNull();
    expect(understand('I will go to the press about this', { prior: 'en' }).danger).toBe('legal');
  });

  it('is no complaint where a wrong choice of their own only tells why', () => {
    expect(
      seen(
        'One more thing. I piked the wrong thing in order 5512. Please change the mug (green) to red, pay with paypal.',
      ),
    ).toEqual([['change_items', true, ['5512']]]);
  });

  it('is how the difference is paid, asked as a question or not', () => {
    expect(seen('Could you change the mug in order 5512 to green, use my gift card for the difference?')).toEqual([
      ['change_items', true, ['5512']],
    ]);
  });
});

describe('a wish written in a hurry', () => {
  it.each([
    ['plese cancel order 5512', 'cancel_order'],
    ['can you cncel order 5512 for me', 'cancel_order'],
    ['i need a retrn for order 5512', 'return'],
    ['in order 5512 please change the mug (green, clay) to red', 'change_items'],
    ['my name is ann lee. i want to change the mug to green in order 5512.', 'change_items'],
  ])('is read: %s', (text, intent) => {
    expect(seen(text)).toEqual([[intent, true, ['5512']]]);
  });
});

it('knows a wish to pay an order in another way', () => {
  expect(seen('I want to pay order 5512 with my visa ending in 4411 instead.')).toEqual([
    ['change_payment', true, ['5512']],
  ]);
});

it('reads no number in a subject that is only the cut beginning of the message', () => {
  const message = 'Hello, please return the mug and the green plate of my order 5512345';
  expect(understand(message, { prior: 'en', subject: `${message.slice(0, -4)}…` }).entities.orderNumbers).toEqual([
    '5512345',
  ]);
});

it('takes the bare number beside an order for its postcode, where both were asked for', () => {
  expect(understand('A1001001, 10115', { prior: 'en', expected: 'order_number' }).entities).toMatchObject({
    orderNumbers: ['A1001001'],
    postcodes: ['10115'],
  });
});
