import type { AdapterOf, Change, DiscountWish, RefundWish, ReturnWish } from '../../../port';
import { changeConformance, type ChangeCase } from '../../../vendor/change.conformance';
import { connected } from '../../../vendor/conformance-deps';
import { lightspeedTwin, type LightspeedTwin } from '../conformance-twin';

/** What an adapter of these credentials must have. */
function part<T>(value: T | undefined): T {
  if (!value) throw new Error('the adapter should have this part');
  return value;
}

function held<A, R>(
  name: string,
  more: object,
  one: (twin: () => LightspeedTwin) => ChangeCase<'commerce', A, R>,
  settings: object = {},
): void {
  let twin: LightspeedTwin;
  const start = async () => {
    twin = await lightspeedTwin(more);
    const reset = async () => {
      await twin.reset();
      await twin.settings(settings);
    };
    return { ...twin, reset };
  };
  changeConformance<'commerce', A, R>(
    name,
    start,
    one(() => twin),
  );
}

const orderOf = async (twin: LightspeedTwin, number: string) => {
  const [order] = await connected<'commerce'>(twin).adapter.orders.byNumber(number);
  if (!order) throw new Error(`the twin should know ${number}`);
  return order;
};
const adapterPart =
  <A, R>(pick: (adapter: AdapterOf['commerce']) => Change<A, R> | undefined) =>
  (adapter: AdapterOf['commerce']) =>
    part(pick(adapter));

held<RefundWish, unknown>("Lightspeed's credit note", {}, (twin) => ({
  of: adapterPart((adapter) => adapter.refund as Change<RefundWish, unknown>),
  args: async () => {
    const order = await orderOf(twin(), 'ORD01001');
    const line = order.lines.find((each) => each.quantity === 2);
    const lines = [{ orderLineId: line?.id ?? '', quantity: 1 }];
    return { orderId: order.externalId, lines, reason: 'Too small', restock: true, notify: false };
  },
  effects: () => twin().effects('refund', '#1001'),
  refused: (wish) => ({ ...wish, lines: [{ orderLineId: wish.lines?.[0]?.orderLineId ?? '', quantity: 3 }] }),
}));

held<{ orderId: string; reason: string | null; restock: boolean; notify: boolean }, unknown>(
  "Lightspeed's cancelling",
  {},
  (twin) => ({
    of: adapterPart((adapter) => adapter.cancel as never),
    args: async () => {
      const { externalId } = await orderOf(twin(), 'ORD01002');
      return { orderId: externalId, reason: null, restock: true, notify: true };
    },
    effects: () => twin().effects('cancel', '#1002'),
    refused: (args) => ({ ...args, orderId: '424242424242' }),
  }),
);

for (const status of ['on_hold', 'custom:24014']) {
  held<{ orderId: string; status: string }, unknown>(`Lightspeed's status ${status}`, {}, (twin) => ({
    of: adapterPart((adapter) => adapter.status as never),
    args: async () => ({ orderId: (await orderOf(twin(), 'ORD01002')).externalId, status }),
    effects: () => twin().effects('status', '#1002'),
    refused: (args) => ({ ...args, status: 'custom:1' }),
  }));
}

const returnOf = async (twin: LightspeedTwin): Promise<ReturnWish> => {
  const order = await orderOf(twin, 'ORD01003');
  const orderLineId = order.lines[0]?.id ?? '';
  return {
    orderId: order.externalId,
    lines: [{ orderLineId, quantity: 1, reason: 'too_small', note: 'A size up, please' }],
    exchange: [],
  };
};
const tooMany = (wish: ReturnWish): ReturnWish => ({
  ...wish,
  lines: wish.lines.map((line) => ({ ...line, quantity: 9 })),
});

held<ReturnWish, unknown>(
  "Lightspeed's return by its API",
  { returns: 'api' },
  (twin) => ({
    of: adapterPart((adapter) => adapter.returns as Change<ReturnWish, unknown>),
    args: () => returnOf(twin()),
    effects: () => twin().effects('return_requested', '#1003'),
    refused: tooMany,
  }),
  { returns: true },
);

held<ReturnWish, unknown>("Lightspeed's return as a note", { returnStatus: 'return requested' }, (twin) => ({
  of: adapterPart((adapter) => adapter.returns as Change<ReturnWish, unknown>),
  args: () => returnOf(twin()),
  effects: () => twin().effects('note', '#1003'),
  refused: tooMany,
}));

held<DiscountWish, unknown>("Lightspeed's discount code", {}, (twin) => ({
  of: adapterPart((adapter) => adapter.discounts?.create as Change<DiscountWish, unknown>),
  args: async () => ({
    code: 'SORRY-7F3K',
    amount: { amount: 1_050, currency: 'EUR' },
    usageLimit: 1,
    endsAt: new Date('2027-01-31T23:00:00Z'),
    minimum: { amount: 2_000, currency: 'EUR' },
    customerId: null,
  }),
  effects: () => twin().effects('discount', 'SORRY-7F3K'),
  refused: (wish) => ({ ...wish, code: 'WELCOME10' }),
}));
