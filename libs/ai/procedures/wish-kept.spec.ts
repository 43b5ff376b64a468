import { aLine, anOrder, aParcel, Conversation, FakeHouse } from './toolbox.fixture';

function strangerHouse(): FakeHouse {
  const made = new FakeHouse();
  made.assurance = 0;
  made.proofs = { '1001': '10115' };
  made.orders = [
    anOrder('#1001', { fulfilment: 'fulfilled', shipments: [aParcel({ status: 'delivered' })] }),
    anOrder('#1002', { fulfilment: 'fulfilled' }),
  ];
  const red = {
    variantId: 'V3',
    title: 'Red / M',
    options: { Colour: 'Red', Size: 'M' },
    price: null,
    available: true,
  };
  const blue = { ...red, variantId: 'V2', title: 'Blue / L', options: { Colour: 'Blue', Size: 'L' } };
  made.lines['#1001'] = [
    aLine('L1', 'Alpine Jacket', 'Blue / M', { variants: [red, blue] }),
    aLine('L2', 'Trail Boots', '42'),
  ];
  return made;
}

it('still knows what was wanted once they have shown who they are, and where the money goes', () => {
  const talk = new Conversation(strangerHouse());
  talk.says('exchange the alpine jacket for the red one in M from 1001, refund to my visa 4411', {
    wants: ['exchange'],
    entities: { orderNumbers: ['1001'] },
  });
  const told = talk.says('1001, 10115', { entities: { orderNumbers: ['1001'], postcodes: ['10115'] } });
  expect(told.text).toContain('Shall I go ahead?');
  talk.says('yes', { answer: 'yes' });
  expect(talk.house.happened).toMatchObject([
    {
      action: 'exchange',
      args: { lines: [{ orderLineId: 'L1' }], wanted: [{ variantId: 'V3' }], refundTo: 'visa 4411' },
    },
  ]);
});
