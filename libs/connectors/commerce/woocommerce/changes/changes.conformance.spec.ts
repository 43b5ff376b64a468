import type { AdapterOf, Change, DiscountWish, RefundWish, ShopOrder } from '../../../port';
import { changeConformance, type ChangeCase } from '../../../vendor/change.conformance';
import { connected, failureOf } from '../../../vendor/conformance-deps';
import { woocommerceTwin, type WoocommerceTwin } from '../conformance-twin';

process.env.SANDBOX_ORDERS = '60';

type Shop = AdapterOf['commerce'];

/** What the adapter must have. */
function part<T>(value: T | undefined): T {
  if (!value) throw new Error('the adapter should have this part');
  return value;
}

const orderOf = async (twin: WoocommerceTwin, number: string, shop = connected<'commerce'>(twin).adapter) => {
  const [order] = await shop.orders.byNumber(number);
  if (!order) throw new Error(`the twin should know ${number}`);
  return order;
};

function held<A, R>(
  name: string,
  pick: (shop: Shop) => Change<A, R> | undefined,
  one: (twin: () => WoocommerceTwin) => Omit<ChangeCase<'commerce', A, R>, 'of'>,
  more: object = {},
): void {
  let twin: WoocommerceTwin;
  const start = async () => (twin = await woocommerceTwin(more));
  const of = (shop: Shop) => part(pick(shop));
  changeConformance<'commerce', A, R>(name, start, { of, ...one(() => twin) });
}

const twoSocks = async (twin: WoocommerceTwin): Promise<RefundWish> => {
  const order = await orderOf(twin, '1001');
  const line = order.lines.find((each) => each.quantity === 2);
  const lines = [{ orderLineId: line?.id ?? '', quantity: 1 }];
  return { orderId: order.externalId, lines, reason: 'Too small', restock: true, notify: false };
};

for (const refunds of ['gateway', 'record'] as const) {
  held<RefundWish, unknown>(
    `WooCommerce's refund (${refunds})`,
    (shop) => shop.refund,
    (twin) => ({
      args: () => twoSocks(twin()),
      effects: async () => (await twin().effects('refund', '#1001')).length,
      refused: (wish) => ({ ...wish, amount: { amount: 10_000_000, currency: 'EUR' } }),
    }),
    { refunds },
  );
}

type CancelArgs = { orderId: string; reason: string | null; restock: boolean; notify: boolean };
held<CancelArgs, unknown>(
  "WooCommerce's cancelling",
  (shop) => shop.cancel,
  (twin) => ({
    args: async () => {
      const orderId = (await orderOf(twin(), '1002')).externalId;
      return { orderId, reason: null, restock: true, notify: false };
    },
    effects: async () => (await twin().effects('cancel', '#1002')).length,
    refused: (args) => ({ ...args, orderId: '424242424242' }),
  }),
);

for (const status of ['on-hold', 'engraving']) {
  held<{ orderId: string; status: string }, unknown>(
    `WooCommerce's status ${status}`,
    (shop) => shop.status,
    (twin) => ({
      args: async () => ({ orderId: (await orderOf(twin(), '1002')).externalId, status }),
      effects: async () => (await twin().effects('status', '#1002')).length,
      refused: (args) => ({ ...args, status: 'refunded' }),
    }),
  );
}

held(
  "WooCommerce's address",
  (shop) => shop.address,
  (twin) => ({
    args: async () => ({
      orderId: (await orderOf(twin(), '1002')).externalId,
      address: {
        name: 'Marco Rossi',
        lines: ['Via Nuova 5', '2. piano'],
        city: 'Milano',
        postcode: '20121',
        country: 'IT',
      },
    }),
    effects: async () => (await twin().effects('address', '#1002')).length,
    refused: (args) => ({ ...args, address: { ...args.address, lines: [] } }),
  }),
);

held<DiscountWish, unknown>(
  "WooCommerce's coupon",
  (shop) => shop.discounts?.create,
  (twin) => ({
    args: async () => ({
      code: 'SORRY-7F3K',
      amount: { amount: 1_050, currency: 'EUR' },
      usageLimit: 1,
      endsAt: new Date('2027-01-31T23:00:00Z'),
      minimum: { amount: 2_000, currency: 'EUR' },
      customerId: null,
    }),
    effects: async () => (await twin().effects('discount', 'sorry-7f3k')).length,
    refused: (wish) => ({ ...wish, code: 'WELCOME10' }),
  }),
);

describe('What a change does to a WooCommerce order', () => {
  let twin: WoocommerceTwin;
  beforeAll(async () => (twin = await woocommerceTwin()));
  beforeEach(() => twin.reset());
  afterAll(() => twin?.stop());
  const shop = (credentials: object = twin.good): Shop => connected<'commerce'>(twin, credentials).adapter;
  const refund = () => part(shop().refund);
  const write = (key: string) => ({ key, beforeCommit: async () => undefined });
  const wishOf = (order: ShopOrder): RefundWish => ({
    orderId: order.externalId,
    reason: null,
    restock: false,
    notify: false,
  });

  it('refunds what it foretold, and the order says so', async () => {
    const before = await orderOf(twin, '1001');
    const amount = { amount: 1_234, currency: 'EUR' };
    expect(await refund().preview({ ...wishOf(before), amount })).toEqual({
      amount,
      most: before.total,
      to: expect.stringMatching(/stripe|paypal/i),
    });
    const made = await refund().perform({ ...wishOf(before), amount, reason: 'Too late' }, write('k-1'));
    expect(made).toMatchObject({ amount, reason: 'Too late', status: 'succeeded' });
    expect(await orderOf(twin, '1001')).toMatchObject({
      payment: 'partially_refunded',
      refunded: amount,
      refunds: [made],
    });
    const rest = await refund().perform(wishOf(before), write('k-2'));
    expect(rest.amount.amount).toBe(before.total.amount - amount.amount);
    expect(await orderOf(twin, '1001')).toMatchObject({ payment: 'refunded', refunded: before.total });
  });

  it('refunds a line at what was paid for it, once for each key, and counts its pieces', async () => {
    const wish = await twoSocks(twin);
    const line = (await orderOf(twin, '1001')).lines.find((each) => each.id === wish.lines?.[0]?.orderLineId);
    const made = await refund().perform(wish, write('k-3'));
    expect(made.amount).toEqual(line?.unitPrice);
    expect(await refund().perform(wish, write('k-3'))).toEqual(made);
    expect(await twin.effects('refund', '#1001')).toMatchObject([{ key: 'k-3', amount: made.amount.amount }]);
    const after = (await orderOf(twin, '1001')).lines.find((each) => each.id === line?.id);
    expect(after?.refundable).toBe((line?.quantity ?? 0) - 1);
    const three = { ...wish, lines: [{ orderLineId: line?.id ?? '', quantity: 2 }] };
    const { error } = await failureOf(() => refund().preview(three));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('not left to refund') });
  });

  it("tells the payment service's refusal, although WooCommerce answers 500", async () => {
    await twin.settings({ gatewayRefuses: 'Charge ch_1 has been disputed.' });
    const wish = wishOf(await orderOf(twin, '1001'));
    const { error } = await failureOf(() => refund().perform(wish, write('k-4')));
    expect(error).toMatchObject({
      code: 'rejected',
      retryable: false,
      message: 'WooCommerce made no refund: Charge ch_1 has been disputed.',
    });
    expect(await twin.effects('refund', '#1001')).toEqual([]);
  });

  it('moves no money when it is only to be written down', async () => {
    await twin.settings({ gatewayRefuses: 'no' });
    const change = part(shop({ ...twin.good, refunds: 'record' }).refund);
    expect(change.movesMoney).toBe(false);
    const amount = { amount: 500, currency: 'EUR' };
    const made = await change.perform({ ...wishOf(await orderOf(twin, '1001')), amount }, write('k-5'));
    expect(made).toMatchObject({ amount, status: 'unknown' });
  });

  it('does not guess about a refund without a mark, nor take another action’s for its own', async () => {
    const amount = { amount: 500, currency: 'EUR' };
    const wish = { ...wishOf(await orderOf(twin, '1001')), amount };
    await refund().perform(wish, write('theirs'));
    expect(await refund().find(wish, 'ours')).toBe('not_done');
    await twin.sandbox.control('orders/1001/refund', { amount: '5.00' });
    expect(await refund().find(wish, 'ours')).toBe('unknown');
    expect(await refund().find({ ...wish, amount: { ...amount, amount: 700 } }, 'ours')).toBe('not_done');
  });

  it('cancels without paying back, and not what has left', async () => {
    const cancel = part(shop().cancel);
    const args = (order: ShopOrder): CancelArgs => ({ ...wishOf(order), restock: true });
    const done = await cancel.perform(args(await orderOf(twin, '1002')), write('k-6'));
    expect(done).toMatchObject({ fulfilment: 'cancelled', payment: 'paid', refunded: { amount: 0 } });
    expect(done.cancelledAt).not.toBeNull();
    expect(await cancel.find(args(done), 'somebody else')).toBe('not_done');
    const { error } = await failureOf(async () => cancel.perform(args(await orderOf(twin, '1001')), write('k-7')));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('has left') });
  });

  it("sets and tells a status of the shop's own, and says when somebody has changed it again", async () => {
    const status = part(shop().status);
    expect(await status.choices()).toContainEqual({ id: 'engraving', label: 'At the engraver' });
    const args = { orderId: (await orderOf(twin, '1002')).externalId, status: 'engraving' };
    const done = await status.perform(args, write('k-8'));
    expect(done).toMatchObject({ customStatus: 'At the engraver', payment: 'paid', fulfilment: 'unfulfilled' });
    await status.perform({ ...args, status: 'on-hold' }, write('k-9'));
    expect(await status.find(args, 'k-8')).toBe('unknown');
  });

  it('writes a remark that customers do not see, once', async () => {
    const { externalId } = await orderOf(twin, '1002');
    const remark = part(shop().remark);
    for (let time = 0; time < 2; time += 1)
      await remark(externalId, 'Ticket 12: https://desk/t/12?a=1&b=2', write('k'));
    expect(await twin.effects('note', '#1002')).toHaveLength(1);
  });

  it('makes a code for one customer alone', async () => {
    const [anna] = await part(shop().customers).byEmail('anna.bergmann@example.com');
    const create = part(shop().discounts?.create);
    const wish = { code: 'Anna-10', percent: 10, usageLimit: 1, endsAt: null, customerId: anna?.externalId ?? '' };
    const made = await create.perform(wish, write('k'));
    expect(made).toMatchObject({
      code: 'anna-10',
      percent: 10,
      amount: null,
      conditions: ['for certain customers only'],
    });
    expect(await shop().discounts?.byCode('ANNA-10')).toEqual(made);
  });

  it('is `auth` in words when the key may only read', async () => {
    await twin.settings({ permissions: 'read' });
    const wish = wishOf(await orderOf(twin, '1001'));
    const { error } = await failureOf(() => refund().perform(wish, write('k')));
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('Read/Write') });
  });
});
