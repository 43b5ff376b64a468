import { aLine, anOrder, aParcel, Conversation, euro, FakeHouse } from './toolbox.fixture';

const house = (change: (house: FakeHouse) => void = () => undefined): FakeHouse => {
  const made = new FakeHouse();
  made.orders = [anOrder('#1001')];
  change(made);
  return made;
};
const sent = { fulfilment: 'fulfilled' as const, shipments: [aParcel({ status: 'delivered' })] };

describe('cancelling an order', () => {
  it('puts it before the customer, does it on their yes, and says so', () => {
    const talk = new Conversation(house((shop) => (shop.amounts.cancel_order = euro(12950))));
    const asked = talk.says('Please cancel order 1001', {
      wants: ['cancel_order'],
      entities: { orderNumbers: ['1001'] },
    });
    expect(asked.text).toContain('cancel order #1001');
    expect(asked.text).toContain('Shall I go ahead?');
    expect(talk.house.happened).toEqual([]);
    const done = talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toMatchObject([{ action: 'cancel_order', args: { order: '#1001' } }]);
    expect(done.text).toContain('Your order #1001 is cancelled.');
    expect(done.text).toContain('EUR 129.50');
    expect(talk.memory.done).toEqual([{ procedure: 'cancel-order', outcome: 'done' }]);
    expect(talk.memory.frame).toBeNull();
  });

  it('leaves everything as it is on a no', () => {
    const talk = new Conversation(house());
    talk.says('cancel my order', { wants: ['cancel_order'] });
    const no = talk.says('no', { answer: 'no' });
    expect(no.text).toContain('Nothing was changed');
    expect(no.handedOver).toBeNull();
    expect(talk.house.happened).toEqual([]);
  });

  it('never guesses which: two that can be cancelled are listed, and the second one is taken', () => {
    const talk = new Conversation(house((shop) => shop.orders.push(anOrder('#1002'), anOrder('#0900', { ...sent }))));
    const which = talk.says('cancel my order', { wants: ['cancel_order'] });
    expect(which.text).toMatch(/#1001.*#1002.*Which one/);
    expect(which.text).not.toContain('#0900');
    expect(talk.says('the second one').text).toContain('#1002');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toMatchObject([{ args: { order: '#1002' } }]);
  });

  it('says why when it has left, and is done with it', () => {
    const talk = new Conversation(house((shop) => (shop.orders = [anOrder('#1001', sent)])));
    const reply = talk.says('cancel it', { wants: ['cancel_order'] });
    expect(reply.text).toContain('cannot be stopped any more');
    expect(reply.calls.map(({ name }) => name)).not.toContain('cancel_order');
  });

  it('takes a corrected number before the yes: the first proposal is void', () => {
    const talk = new Conversation(house((shop) => shop.orders.push(anOrder('#1004'))));
    talk.says('cancel order 1001', { wants: ['cancel_order'], entities: { orderNumbers: ['1001'] } });
    const again = talk.says('sorry, order 1004', { correction: true, entities: { orderNumbers: ['1004'] } });
    expect(again.text).toContain('#1004');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toMatchObject([{ args: { order: '#1004' } }]);
  });

  it('asks again for a number that leads nowhere, and gives it to a person after two questions', () => {
    const talk = new Conversation(house());
    const number = (orderNumber: string) => ({ entities: { orderNumbers: [orderNumber] } });
    expect(talk.says('cancel 7777', { wants: ['cancel_order'], ...number('7777') }).text).toContain(
      'could not find an order',
    );
    expect(talk.says('8888', number('8888')).text).toContain('could not find an order');
    expect(talk.says('9999', number('9999')).handedOver).toBe('order_not_found');
    expect(talk.house.happened).toEqual([]);
  });

  it('hands over with the facts when the shop cannot cancel from here', () => {
    const talk = new Conversation(house((shop) => shop.missing.push('cancel_order')));
    const reply = talk.says('cancel my order', { wants: ['cancel_order'] });
    expect(reply.handedOver).toBe('cancel');
    expect(reply.text).toContain('#1001');
  });

  it('says what the policy says, in its own words', () => {
    const talk = new Conversation(
      house((shop) => {
        shop.verdicts.cancel_order = () => ({
          state: 'denied',
          action: 'cancel_order',
          reason: 'too late',
          rule: 'cancel.window',
          customerText: 'An order can be cancelled on the day it is placed.',
          needs: null,
          offer: null,
        });
      }),
    );
    const reply = talk.says('cancel my order', { wants: ['cancel_order'] });
    expect(reply.text).toContain('on the day it is placed');
    expect(reply.handedOver).toBeNull();
    expect(talk.memory.done).toEqual([{ procedure: 'cancel-order', outcome: 'denied' }]);
  });

  it('tells of an approval without a word of success', () => {
    const talk = new Conversation(
      house((shop) => {
        shop.verdicts.cancel_order = () => ({
          state: 'awaiting_approval',
          action: 'cancel_order',
          summary: 'Cancel #1001',
          reason: 'large',
          amount: null,
        });
      }),
    );
    const reply = talk.says('cancel my order', { wants: ['cancel_order'] });
    expect(reply.text).toContain('A colleague has to look at this first. Nothing was changed yet');
  });

  it.each(['uncertain', 'cannot'] as const)('gives what is %s to a person', (state) => {
    const talk = new Conversation(
      house((shop) => {
        shop.verdicts.cancel_order = () =>
          state === 'uncertain'
            ? { state, action: 'cancel_order', summary: 'Cancel #1001' }
            : { state, action: 'cancel_order', code: 'not_possible', reason: 'gone' };
      }),
    );
    const reply = talk.says('cancel my order', { wants: ['cancel_order'] });
    expect(reply.handedOver).toBe('cancel');
    expect(reply.text).toMatch(/A colleague (?:checks|looks)/);
  });
});

describe('sending something back', () => {
  const shop = (change: (house: FakeHouse) => void = () => undefined) =>
    house((made) => {
      made.orders = [anOrder('#1001', sent)];
      made.lines['#1001'] = [
        aLine('L1', 'Alpine Jacket', 'Blue / M', {
          variants: [
            {
              variantId: 'V1',
              title: 'Blue / M',
              options: { Colour: 'Blue', Size: 'M' },
              price: null,
              available: true,
            },
            {
              variantId: 'V2',
              title: 'Blue / L',
              options: { Colour: 'Blue', Size: 'L' },
              price: null,
              available: true,
            },
            { variantId: 'V3', title: 'Red / M', options: { Colour: 'Red', Size: 'M' }, price: null, available: true },
            { variantId: 'V4', title: 'Red / L', options: { Colour: 'Red', Size: 'L' }, price: null, available: false },
          ],
        }),
        aLine('L2', 'Trail Boots', '42'),
      ];
      change(made);
    });

  it('finds the item by its words and the reason in them, asks, opens it', () => {
    const talk = new Conversation(shop());
    const asked = talk.says('I want to return the jackt, it is too small', { wants: ['return'] });
    expect(asked.text).toContain('Alpine Jacket');
    expect(asked.text).not.toContain('Trail Boots');
    const done = talk.says('yes please', { answer: 'yes' });
    expect(talk.house.happened).toEqual([
      {
        action: 'start_return',
        args: { order: '#1001', lines: [{ orderLineId: 'L1', quantity: 1, reason: 'too_small' }] },
      },
    ]);
    expect(done.text).toContain('The return of Alpine Jacket from order #1001 is open.');
  });

  it('lists what it cannot tell apart, and asks for the reason when none is given', () => {
    const talk = new Conversation(shop());
    expect(talk.says('I want to send something back', { wants: ['return'] }).text).toContain(
      'Alpine Jacket (Blue / M) or Trail Boots (42)',
    );
    expect(talk.says('the boots').text).toContain('Why does it go back?');
    expect(talk.says('changed my mind').text).toContain('Trail Boots');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened[0]?.args.lines).toEqual([{ orderLineId: 'L2', quantity: 1, reason: 'changed_mind' }]);
  });

  it('puts the corrected item before them instead of the first one', () => {
    const talk = new Conversation(shop());
    talk.says('return the jacket, too small', { wants: ['return'] });
    const again = talk.says('no, the boots', { correction: true });
    expect(again.text).toContain('Trail Boots');
    expect(again.text).not.toContain('Jacket');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened[0]?.args.lines).toMatchObject([{ orderLineId: 'L2' }]);
  });

  it('exchanges for another size, and keeps the colour that was not spoken of', () => {
    const talk = new Conversation(shop());
    const asked = talk.says('Can I exchange the jacket for a size L? It is too small', { wants: ['exchange'] });
    expect(asked.text).toContain('exchange');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened[0]).toMatchObject({
      action: 'exchange',
      args: { lines: [{ orderLineId: 'L1', reason: 'too_small' }], wanted: [{ variantId: 'V2', quantity: 1 }] },
    });
  });

  it('exchanges two items at once, each for its own, and asks about the one that was left open', () => {
    const sizes = ['42', '43'].map((title) => ({
      variantId: `S${title}`,
      title,
      options: { Size: title },
      price: null,
      available: true,
    }));
    const two = shop((made) => {
      made.lines['#1001']?.splice(
        1,
        1,
        aLine('L2', 'Trail Boots', '42', {
          variants: [...sizes, { ...sizes[0]!, variantId: 'S44', title: '44', options: { Size: '44' } }],
        }),
      );
    });
    const talk = new Conversation(two);
    const asked = talk.says('exchange the jacket for the red one in M, and the boots as well', { wants: ['exchange'] });
    expect(asked.text).toContain('instead of Trail Boots (42) from #1001: 43 or 44?');
    expect(talk.says('43').text).toContain('Shall I go ahead?');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened[0]?.args).toMatchObject({
      lines: [{ orderLineId: 'L1' }, { orderLineId: 'L2' }],
      wanted: [{ variantId: 'V3' }, { variantId: 'S43' }],
    });
  });

  it('says that a variant is gone and lists those that are there', () => {
    const talk = new Conversation(shop());
    const reply = talk.says('exchange the jacket for the red one in L', { wants: ['exchange'] });
    expect(reply.text).toContain('Red / L is not available');
    expect(reply.text).toContain('Blue / L or Red / M');
    expect(talk.says('then red in M').text).toContain('exchange');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened[0]?.args.wanted).toEqual([{ variantId: 'V3', quantity: 1 }]);
  });
});

describe('another address', () => {
  const where = 'Anna Berg\nHauptstraße 5\n10115 Berlin\nGermany';
  const careful = (shop: FakeHouse): void => {
    shop.needs.change_address = 3;
  };

  it('asks for it, proves who writes by a code, reads it back and changes it', () => {
    const talk = new Conversation(house(careful));
    expect(talk.says('I moved, new address please', { wants: ['change_address'] }).text).toContain('whole new address');
    expect(talk.says(where).text).toContain('a...a@e...e.com');
    const asked = talk.says('482913', { entities: { oneTimeCodes: ['482913'] } });
    expect(asked.text).toContain('#1001');
    expect(talk.house.happened).toEqual([]);
    const done = talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened[0]?.args).toEqual({
      order: '#1001',
      address: { name: 'Anna Berg', lines: ['Hauptstraße 5'], city: 'Berlin', postcode: '10115', country: 'DE' },
    });
    expect(done.text).toContain('Anna Berg, Hauptstraße 5, 10115 Berlin, DE');
  });

  it('asks once more for half an address, then gives it to a person', () => {
    const talk = new Conversation(house(careful));
    talk.says('new address please', { wants: ['change_address'] });
    expect(talk.says('Hauptstraße 5').text).toContain('could not read the whole address');
    expect(talk.says('Berlin').handedOver).toBe('change_order');
  });

  it('gives a wrong code to a person in the end', () => {
    const talk = new Conversation(house(careful));
    talk.says('new address please', { wants: ['change_address'] });
    talk.says(where);
    expect(talk.says('111111', { entities: { oneTimeCodes: ['111111'] } }).text).toContain('does not fit');
    expect(talk.says('222222', { entities: { oneTimeCodes: ['222222'] } }).handedOver).toBe('change_order');
    expect(talk.house.happened).toEqual([]);
  });
});

describe('a stranger', () => {
  it('shows who they are by order number and postcode, then gets their answer', () => {
    const talk = new Conversation(
      house((shop) => {
        shop.assurance = 0;
        shop.proofs = { '1001': '10115' };
        shop.orders = [anOrder('#1001', { fulfilment: 'fulfilled', shipments: [aParcel()] })];
      }),
    );
    expect(talk.says('where is my order?', { wants: ['where_is_my_order'] }).text).toContain(
      'order number together with',
    );
    const told = talk.says('1001, 10115', { entities: { orderNumbers: ['1001'], postcodes: ['10115'] } });
    expect(told.text).toContain('your order #1001 is on its way');
  });

  it('learns nothing from wrong details', () => {
    const talk = new Conversation(
      house((shop) => {
        shop.assurance = 0;
        shop.proofs = { '1001': '10115' };
      }),
    );
    const details = { entities: { orderNumbers: ['1001'], postcodes: ['99999'] } };
    talk.says('where is my order?', { wants: ['where_is_my_order'] });
    expect(talk.says('1001, 99999', details).text).toContain('do not fit together');
    const over = talk.says('1001, 99998', details);
    expect(over.handedOver).toBe('other');
    expect(over.text).not.toContain('#1001');
  });
});

describe('a refund on its way', () => {
  it('tells each with its state and day', () => {
    const talk = new Conversation(
      house((shop) => {
        shop.orders = [anOrder('#1001', { cancelledAt: '2026-11-16T08:00:00Z', refunded: euro(12950) })];
        shop.refunds = [
          {
            amount: euro(12950),
            status: 'pending',
            createdAt: '2026-11-17T08:00:00Z',
            reference: '74521',
            reason: null,
          },
        ];
      }),
    );
    const { text } = talk.says('where is my refund', { wants: ['refund_status'] });
    expect(text).toContain('A refund of EUR 129.50 for order #1001 is on its way.');
    expect(text).toContain('Tuesday 17 November');
    expect(text).toContain('74521');
  });

  it('says so when there is none', () => {
    expect(new Conversation(house()).says('where is my refund', { wants: ['refund_status'] }).text).toContain(
      'I see no refund for order #1001',
    );
  });
});

describe('several wishes', () => {
  it('works them one after the other', () => {
    const talk = new Conversation(
      house((shop) => shop.orders.push(anOrder('#1002', { fulfilment: 'fulfilled', shipments: [aParcel()] }))),
    );
    const first = talk.says('Cancel 1001, and where is 1002?', {
      wants: [
        { intent: 'cancel_order', text: 'Cancel 1001', entities: { orderNumbers: ['1001'] } },
        { intent: 'where_is_my_order', text: 'where is 1002?', entities: { orderNumbers: ['1002'] } },
      ],
      entities: { orderNumbers: ['1001', '1002'] },
    });
    expect(first.text).toContain('cancel order #1001');
    expect(first.text).toContain('Your other request comes right after that.');
    const second = talk.says('yes', { answer: 'yes' });
    expect(second.text).toContain('Your order #1001 is cancelled.');
    expect(second.text).toContain('order #1002 is on its way');
  });

  it('answers a question in between, and comes back to its own', () => {
    const talk = new Conversation(
      house((shop) =>
        shop.orders.push(anOrder('#1002'), anOrder('#1003', { fulfilment: 'fulfilled', shipments: [aParcel()] })),
      ),
    );
    talk.says('cancel my order', { wants: ['cancel_order'] });
    const reply = talk.says('where is 1003?', {
      wants: [{ intent: 'where_is_my_order', entities: { orderNumbers: ['1003'] } }],
    });
    expect(reply.text).toContain('order #1003 is on its way');
    expect(reply.text).toMatch(/#1001.*#1002.*Which one/);
  });

  it('drops what waits for a yes when they want something else', () => {
    const talk = new Conversation(house((shop) => (shop.orders[0] = anOrder('#1001'))));
    talk.says('cancel my order', { wants: ['cancel_order'] });
    const reply = talk.says('where is it actually?', { wants: ['where_is_my_order'] });
    expect(reply.text).toContain('Nothing was changed so far.');
    expect(reply.text).toContain('has not been shipped yet');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toEqual([]);
  });

  it('gives a condition, anger and a danger to a person', () => {
    const says = (said: Parameters<Conversation['says']>[1]) => new Conversation(house()).says('message', said);
    expect(says({ wants: [{ intent: 'cancel_order', conditional: true }] }).handedOver).toBe('condition');
    expect(says({ wants: ['cancel_order'], heat: 0.9 }).handedOver).toBe('complaint');
    expect(says({ wants: ['cancel_order'], danger: 'legal' })).toMatchObject({ handedOver: 'legal', text: '' });
    expect(says({ wants: [{ intent: 'cancel_order', sure: false }] }).handedOver).toBe('cancel');
    expect(says({ nothingToAnswer: true }).handedOver).toBe('no_reply_needed');
  });
});
