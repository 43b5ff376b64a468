import type { RunResult } from '../run/run.service';
import { toyOrder, toyShop, toyWorld } from '../run/toy-connectors.fixture';
import { done, ToyHouse } from '../run/toy-house.fixture';
import { Availability } from '../action/availability.service';
import { ActionRuns } from '../run/run.service';

const line = {
  id: 'l-1',
  title: 'Jacket',
  variant: 'Red, M',
  sku: null,
  quantity: 2,
  unitPrice: { amount: 5_000, currency: 'EUR' },
  shipped: 0,
  refundable: 2,
  returnable: 2,
};
const swap = { order: '#1003', lines: [{ orderLineId: 'l-1', variantId: 'Blue, L', quantity: 1 }] };

describe('an order that was not sent yet', () => {
  let house: ToyHouse;

  beforeAll(async () => (house = await ToyHouse.start()));
  beforeEach(async () => {
    await house.fresh([toyShop]);
    toyWorld.order = toyOrder({ lines: [line] });
  });
  afterAll(() => house?.stop());

  const why = (result: RunResult): string => (result.ok ? `done: ${result.run.summary}` : result.message);
  const sent = () => house.vendor.effects.map(({ what, body }) => ({ what, ...body }));

  it('has its items swapped once, with the difference told before', async () => {
    const run = done(await house.ask(house.ctx, 'change_items', swap));
    expect(run).toMatchObject({
      state: 'done',
      summary: 'Changed #1003: 1 x Jacket (Red, M) to Blue, L',
      amount: { amount: 500, currency: 'EUR' },
    });
    expect(sent()).toMatchObject([{ what: 'items', orderId: '4711', lines: swap.lines }]);
  });

  it.each([
    ['more of a line than there is', { lines: [{ ...swap.lines[0], quantity: 3 }] }, 'has 2 of "Jacket", not 3'],
    ['a line of another order', { lines: [{ ...swap.lines[0], orderLineId: 'l-9' }] }, 'has no line l-9'],
    ['a line twice', { lines: [swap.lines[0], swap.lines[0]] }, 'Each line is named once'],
  ])('keeps %s', async (_what, args, reason) => {
    expect(why(await house.ask(house.ctx, 'change_items', { ...swap, ...args }))).toContain(reason);
    expect(sent()).toEqual([]);
  });

  it.each(['change_items', 'change_payment'])('is left as it is by %s once something was sent', async (action) => {
    toyWorld.order = toyOrder({ lines: [line], fulfilment: 'partial' });
    const args = action === 'change_items' ? swap : { order: '#1003', paymentMethodId: 'm-visa' };
    expect(done(await house.ask(house.ctx, action, args))).toMatchObject({ state: 'denied' });
    expect(sent()).toEqual([]);
  });

  it.each([
    ['m-visa', 'm-visa'],
    ['my visa card', 'm-visa'],
    ['the card ending in 1881', 'm-master'],
    ['GIFT CARD', 'm-gift'],
  ])('is paid with what "%s" means', async (said, id) => {
    const run = done(await house.ask(house.ctx, 'change_payment', { order: '#1003', paymentMethodId: said }));
    expect(run.state).toBe('done');
    expect(sent()).toMatchObject([{ what: 'order-payment', paymentMethodId: id }]);
  });

  it('is not paid with a gift card that holds less than it costs', async () => {
    toyWorld.order = toyOrder({ lines: [line], total: { amount: 40_001, currency: 'EUR' } });
    expect(
      why(await house.ask(house.ctx, 'change_payment', { order: '#1003', paymentMethodId: 'gift card' })),
    ).toContain('holds less than');
    expect(sent()).toEqual([]);
  });

  it.each([
    ['card ending 4242 or 1881', 'not among the payment methods on file. On file: Visa ending 4242, Mastercard'],
    ['the one ending 9999', 'not among'],
    ['credit', 'may mean several'],
    ['cash', 'not among'],
  ])('is not paid with a guess at "%s"', async (said, reason) => {
    expect(why(await house.ask(house.ctx, 'change_payment', { order: '#1003', paymentMethodId: said }))).toContain(
      reason,
    );
    expect(sent()).toEqual([]);
  });

  it('tells what its customer has on file to nobody else', async () => {
    toyWorld.order = toyOrder({ email: 'someone.else@example.com' });
    const told = why(await house.ask(house.ctx, 'change_payment', { order: '#1003', paymentMethodId: 'credit' }));
    expect(told).toContain('may mean several');
    expect(told).not.toContain('4242');
  });

  it('offers what the customer has on file', async () => {
    const scene = await house.get(ActionRuns).scene(house.ctx, { ticketId: house.ticketId });
    const { arguments: schema } = await house.get(Availability).one(scene, 'change_payment');
    expect(schema).toMatchObject({
      properties: { paymentMethodId: { oneOf: expect.arrayContaining([{ const: 'm-gift', title: 'Gift card' }]) } },
    });
  });

  it('asks the customer first when the AI does it', async () => {
    for (const [action, args] of [
      ['change_items', swap],
      ['change_payment', { order: '#1003', paymentMethodId: 'm-visa' }],
    ] as const)
      expect(done(await house.ask(house.ai, action, args)).state).toBe('awaiting_confirmation');
    expect(sent()).toEqual([]);
  });
});

describe('what goes back', () => {
  let house: ToyHouse;

  beforeAll(async () => (house = await ToyHouse.start()));
  beforeEach(async () => {
    await house.fresh([toyShop]);
    toyWorld.order = toyOrder({ lines: [line], fulfilment: 'fulfilled' });
  });
  afterAll(() => house?.stop());

  const back = (more: object) =>
    house.ask(house.ctx, 'wanted' in more ? 'exchange' : 'start_return', {
      order: '#1003',
      lines: [{ orderLineId: 'l-1', quantity: 1, reason: 'changed_mind' }],
      ...more,
    });

  it.each([
    [undefined, undefined],
    ['original', undefined],
    ['gift card', 'm-gift'],
  ])('is paid to %s', async (refundTo, id) => {
    done(await back(refundTo ? { refundTo } : {}));
    const [effect] = house.vendor.effects;
    expect(effect?.what).toBe('return');
    expect(effect?.body.paymentMethodId).toBe(id);
  });

  it('is exchanged for something that has a name', async () => {
    toyWorld.order = toyOrder({ lines: [{ ...line, sku: 'J-1' }], fulfilment: 'fulfilled' });
    const run = done(await back({ wanted: [{ variantId: 'v-2', quantity: 1 }] }));
    expect(run.summary).toBe('Opened an exchange of 1 x Jacket from #1003 for 1 x Jacket (Blue, L)');
  });
});
