import { aLine, anOrder, aParcel, Conversation, FakeHouse } from './toolbox.fixture';

function outfitter(): FakeHouse {
  const made = new FakeHouse();
  const arrived = { fulfilment: 'fulfilled' as const, shipments: [aParcel({ status: 'delivered' })] };
  made.orders = [anOrder('#1001'), anOrder('#0900', arrived)];
  const bag = (variantId: string, colour: string, inside: string) => ({
    variantId,
    title: `colour: ${colour}, inside: ${inside}`,
    options: { colour, inside },
    price: null,
    available: true,
  });
  const bags = [bag('B1', 'grey', 'plain'), bag('B2', 'green', 'tripod'), bag('B3', 'green', 'plain')];
  made.lines['#1001'] = [
    aLine('L1', 'Pack', 'colour: grey, inside: plain', { variants: bags.slice(1), own: bags[0] }),
    aLine('L2', 'Tripod', null),
  ];
  made.lines['#0900'] = [
    aLine('L1', 'Flask', 'colour: green'),
    aLine('L2', 'Flask', 'colour: green'),
    aLine('L3', 'Tripod', null),
  ];
  return made;
}
const number = (orderNumber: string) => ({ entities: { orderNumbers: [orderNumber] } });

it('takes no option for the thing that has the same name', () => {
  const talk = new Conversation(outfitter());
  talk.says('change the pack to green and tripod in 1001', { wants: ['change_items'], ...number('1001') });
  talk.says('yes', { answer: 'yes' });
  expect(talk.house.happened).toMatchObject([{ args: { lines: [{ orderLineId: 'L1', variantId: 'B2' }] } }]);
});

it.each([
  ['return the flask and the tripod of 0900', ['L1', 'L3']],
  ['return the flasks of 0900', ['L1', 'L2']],
  ['return both, the flask and the other flask of 0900', ['L1', 'L2']],
])('takes as many of two that are the same as were named: %s', (text, lines) => {
  const talk = new Conversation(outfitter());
  talk.says(text, { wants: ['return'], ...number('0900') });
  talk.says('changed my mind');
  talk.says('yes', { answer: 'yes' });
  const told = talk.house.happened[0]?.args.lines as { orderLineId: string }[] | undefined;
  expect(told?.map(({ orderLineId }) => orderLineId)).toEqual(lines);
});
