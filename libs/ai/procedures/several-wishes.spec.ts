import { NO_MEMORY } from '../conversation/memory';
import type { VariantFacts } from '../tools/tool-data';
import { problemsOf } from './grounded.fixture';
import { aLine, anOrder, aParcel, Conversation, euro, FakeHouse, type Said } from './toolbox.fixture';

const variant = (variantId: string, options: Record<string, string>, available = true): VariantFacts => ({
  variantId,
  title: Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', '),
  options,
  price: null,
  available,
});
const tent = [
  variant('T1', { room: '2-person', colour: 'olive', 'floor cloth': 'yes', poles: 'aluminium' }),
  variant('T2', { room: '4-person', colour: 'olive', 'floor cloth': 'yes', poles: 'aluminium' }),
  variant('T3', { room: '4-person', colour: 'sand', 'floor cloth': 'none', poles: 'fibreglass' }),
];
const stove = [
  variant('S1', { fuel: 'gas', burners: '1', finish: 'brushed steel' }),
  variant('S2', { fuel: 'petrol', burners: '2', finish: 'brushed steel' }),
];

/** Two orders on the shelf and one that has arrived; what is sold has options with names. */
function camp(): FakeHouse {
  const made = new FakeHouse();
  const arrived = { fulfilment: 'fulfilled' as const, shipments: [aParcel({ status: 'delivered' })] };
  made.orders = [anOrder('#1001'), anOrder('#1002'), anOrder('#0900', arrived)];
  for (const { orderNumber } of made.orders)
    made.lines[orderNumber] = [
      aLine('L1', 'Ridge Tent', tent[0]?.title ?? '', { variants: tent.slice(1), own: tent[0] }),
      aLine('L2', 'Camp Stove', stove[0]?.title ?? '', { variants: stove.slice(1), own: stove[0] }),
    ];
  made.amounts = { cancel_order: euro(12950) };
  return made;
}

/** Says one thing after the other; what the gate holds against any of the replies. */
function blocked(talk: Conversation, said: readonly [string, Said][]): string[] {
  let wrote = '';
  let memory = NO_MEMORY;
  return said.flatMap(([text, understood]) => {
    wrote += `\n${text}`;
    const reply = talk.says(text, understood);
    const problems = problemsOf(reply, wrote, memory);
    memory = talk.memory;
    return problems.map((problem) => `${problem} in ${JSON.stringify(reply.text)}`);
  });
}
const number = (...orderNumbers: string[]): Said['entities'] => ({ orderNumbers });

describe('what is put before them when several things are wanted', () => {
  it('may list every line with all of its options', () => {
    const talk = new Conversation(camp());
    expect(
      blocked(talk, [
        ['I want to change an item of order 1001', { wants: ['change_items'], entities: number('1001') }],
        ['the ridge tent', {}],
      ]),
    ).toEqual([]);
  });

  it.each<[string, [string, Said][]]>([
    [
      'one cancellation behind the other',
      [
        [
          'cancel 1001 and cancel 1002',
          {
            wants: [
              { intent: 'cancel_order', entities: number('1001') },
              { intent: 'cancel_order', entities: number('1002') },
            ],
          },
        ],
        ['yes', { answer: 'yes' }],
        ['yes', { answer: 'yes' }],
      ],
    ],
    [
      'a cancellation whose order is not known yet behind an exchange',
      [
        [
          'exchange the stove of 0900 for petrol, and cancel an order',
          {
            wants: [
              { intent: 'exchange', text: 'exchange the stove of 0900 for petrol', entities: number('0900') },
              { intent: 'cancel_order', text: 'cancel an order', entities: {} },
            ],
          },
        ],
        ['yes', { answer: 'yes' }],
        ['1002', { entities: number('1002') }],
      ],
    ],
    [
      'a return behind a cancellation',
      [
        [
          'cancel 1001, and return the tent of 0900',
          {
            wants: [
              { intent: 'cancel_order', text: 'cancel 1001', entities: number('1001') },
              { intent: 'return', text: 'return the ridge tent of 0900', entities: number('0900') },
            ],
          },
        ],
        ['yes', { answer: 'yes' }],
        ['it is faulty', {}],
        ['yes', { answer: 'yes' }],
      ],
    ],
    [
      'a return of no known order behind a cancellation',
      [
        [
          'cancel 1001, and I want to send something back',
          {
            wants: [
              { intent: 'cancel_order', text: 'cancel 1001', entities: number('1001') },
              { intent: 'return', text: 'I want to send something back', entities: {} },
            ],
          },
        ],
        ['yes', { answer: 'yes' }],
      ],
    ],
  ])('is known to the gate: %s', (_, said) => {
    expect(blocked(new Conversation(camp()), said)).toEqual([]);
  });
});

describe('one wish behind the other', () => {
  it('takes up what was refused once, and does not take its order for the next one', () => {
    const talk = new Conversation(camp());
    talk.says('change the stove of 1001 to petrol, and exchange something', {
      wants: [
        { intent: 'change_items', text: 'change the camp stove of 1001 to petrol', entities: number('1001') },
        { intent: 'exchange', text: 'exchange something', entities: {} },
      ],
    });
    talk.house.orders.push(anOrder('#0901', { fulfilment: 'fulfilled' }));
    const which = talk.says('no', { answer: 'no' });
    expect(which.text).toContain('Which one do you mean?');
    const again = talk.says('on second thought, change the camp stove of 1001 to petrol', {
      wants: [{ intent: 'change_items', entities: number('1001') }],
      entities: number('1001'),
    });
    expect(again.text).toContain('#1001');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toMatchObject([{ action: 'change_items', args: { order: '#1001' } }]);
    const back = talk.says('0900', { entities: number('0900') });
    expect(back.text).toContain('#0900');
  });

  it('does first what was refused before, and puts the next one to them again', () => {
    const talk = new Conversation(camp());
    talk.says('cancel 1002, and change the stove of 1001 to petrol', {
      wants: [
        { intent: 'cancel_order', text: 'cancel 1002', entities: number('1002') },
        { intent: 'change_items', text: 'change the camp stove of 1001 to petrol', entities: number('1001') },
      ],
    });
    expect(talk.says('no', { answer: 'no' }).text).toContain('#1001');
    const first = talk.says('actually I do want that, cancel 1002', {
      wants: [{ intent: 'cancel_order', entities: number('1002') }],
      correction: true,
      entities: number('1002'),
    });
    expect(first.text).toContain('cancel order #1002');
    expect(talk.says('yes', { answer: 'yes' }).text).toContain('#1001');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toMatchObject([
      { action: 'cancel_order', args: { order: '#1002' } },
      { action: 'change_items', args: { order: '#1001' } },
    ]);
  });

  it('takes up a refused wish of the same kind for another order, whatever was asked meanwhile', () => {
    const talk = new Conversation(camp());
    talk.says('change the stove of 1001 to petrol, and change something in 1002', {
      wants: [
        { intent: 'change_items', text: 'change the camp stove of 1001 to petrol', entities: number('1001') },
        { intent: 'change_items', text: 'change something', entities: number('1002') },
      ],
    });
    expect(talk.says('no', { answer: 'no' }).text).toContain('#1002');
    const again = talk.says('actually I want it, change the camp stove of 1001 to petrol', {
      wants: [{ intent: 'change_items', entities: number('1001') }],
      correction: true,
      entities: number('1001'),
    });
    expect(again.text).toContain('#1001');
    expect(again.text).toContain('Shall I go ahead?');
    expect(talk.says('yes', { answer: 'yes' }).text).toContain('Which item of order #1002');
    expect(talk.house.happened).toMatchObject([{ action: 'change_items', args: { order: '#1001' } }]);
  });

  it('does not take a wish for another order as the answer to why something goes back', () => {
    const talk = new Conversation(camp());
    talk.says('return the ridge tent of 0900', { wants: ['return'], entities: number('0900') });
    const reply = talk.says('wait, actually cancel 1002', {
      wants: [{ intent: 'cancel_order', entities: number('1002') }],
      correction: true,
      entities: number('1002'),
    });
    expect(reply.text).toContain('cancel order #1002');
    expect(talk.says('yes', { answer: 'yes' }).text).toContain('Why does it go back?');
    expect(talk.says('it is faulty').text).toContain('#0900');
  });

  it('leaves what was misunderstood for what they say instead', () => {
    const talk = new Conversation(camp());
    talk.says('cancel 1001', { wants: ['cancel_order'], entities: number('1001') });
    const reply = talk.says('no, that is wrong: change the camp stove of 1001 to petrol', {
      wants: [{ intent: 'change_items', entities: number('1001') }],
      correction: true,
      entities: number('1001'),
    });
    expect(reply.text).toContain('change items Camp Stove');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened.map(({ action }) => action)).toEqual(['change_items']);
  });

  it('says of a message without a code that the code is still needed, and not that it is wrong', () => {
    const made = camp();
    made.needs.cancel_order = 3;
    const talk = new Conversation(made);
    talk.says('cancel 1001', { wants: ['cancel_order'], entities: number('1001') });
    expect(talk.says('as I said, cancel 1001', { wants: ['cancel_order'], entities: number('1001') }).text).toContain(
      'six digits',
    );
    expect(talk.says('111111', { entities: { oneTimeCodes: ['111111'] } }).text).toContain('does not fit');
  });

  it('says that a gift card does not cover it, and goes on', () => {
    const made = camp();
    made.verdicts.change_payment = () => ({
      state: 'cannot',
      action: 'change_payment',
      code: 'not_enough',
      reason: 'Gift card holds less than #1001 costs.',
    });
    const talk = new Conversation(made);
    const reply = talk.says('pay 1001 with my gift card, and cancel 1002', {
      wants: [
        { intent: 'change_payment', text: 'pay 1001 with my gift card', entities: number('1001') },
        { intent: 'cancel_order', text: 'cancel 1002', entities: number('1002') },
      ],
    });
    const next = reply.text.includes('Which payment method') ? talk.says('my gift card') : reply;
    expect(next.text).toContain('does not cover the amount');
    expect(next.text).toContain('cancel order #1002');
    expect(next.handedOver).toBeNull();
  });

  it('tries the order that they meant instead of the one that had left', () => {
    const talk = new Conversation(camp());
    expect(talk.says('cancel 0900', { wants: ['cancel_order'], entities: number('0900') }).text).toContain(
      'has left us',
    );
    const reply = talk.says('sorry, that was the wrong one, it is 1001', {
      correction: true,
      entities: number('1001'),
    });
    expect(reply.text).toContain('cancel order #1001');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toMatchObject([{ action: 'cancel_order', args: { order: '#1001' } }]);
  });

  it('reads a reason that sounds like a no, and one with a slip in it', () => {
    for (const [said, understood] of [
      ['I changed my mind', { answer: 'no' }],
      ["I changed my mind, that's all", { answer: null, correction: true }],
      ['i just chnaged my mind', {}],
    ] as [string, Said][]) {
      const talk = new Conversation(camp());
      talk.says('return the ridge tent of 0900', { wants: ['return'], entities: number('0900') });
      const reply = talk.says(said, understood);
      expect(reply.text).toContain('Shall I go ahead?');
      talk.says('yes', { answer: 'yes' });
      expect(talk.house.happened).toMatchObject([
        { action: 'start_return', args: { lines: [{ orderLineId: 'L1', reason: 'changed_mind' }] } },
      ]);
      expect((talk.house.happened[0]?.args.lines as unknown[]).length).toBe(1);
    }
  });

  it('hears no wish for the account in the name of who says who they are', () => {
    const made = camp();
    made.assurance = 0;
    made.proofs = { '1001': '10115' };
    const talk = new Conversation(made);
    talk.says('cancel 1001', { wants: ['cancel_order'], entities: number('1001') });
    const reply = talk.says('1001, my name is Ann Lee, 10115', {
      wants: [{ intent: 'account', entities: number('1001') }],
      entities: { orderNumbers: ['1001'], postcodes: ['10115'] },
    });
    expect(reply.text).toContain('cancel');
    expect(reply.text).toContain('Shall I go ahead?');
  });
});
