import type { RehearsedCommerce, RehearsedSystem } from '@satchel/actions';
import type { Change, CommerceAdapter, LoyaltyAdapter, ShopOrder } from '@satchel/connectors';
import { ConnectorError } from '@satchel/connectors';
import type { ConnectionBody, OrderBody, ProductBody, ShipmentBody, SimulationWorld } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';

const SHOP = '00000000-0000-7000-8000-000000000001';
const PROGRAMME = '00000000-0000-7000-8000-000000000002';

/** A shop in memory: what is changed is changed there, and is gone with it. */
export class SimulatedShop implements RehearsedCommerce {
  private readonly orders: OrderBody[];
  private readonly changes = new Map<string, unknown>();

  constructor(
    private readonly world: SimulationWorld,
    private readonly email: string | null,
  ) {
    this.orders = structuredClone(world.orders).map((order) => ({ ...order, connectionId: SHOP, stale: false }));
  }

  get systems(): RehearsedSystem[] {
    const shop = { connection: connection(SHOP, 'commerce', 'Shop'), adapter: this.adapter() };
    const programme = { connection: connection(PROGRAMME, 'loyalty', 'Points'), adapter: this.programme() };
    return [shop, ...(this.world.points ? [programme] : [])];
  }

  async findOrders(_ctx: Ctx, { number, email }: { number?: string; email?: string }) {
    const wanted = bare(number);
    const orders = this.orders.filter(
      (order) =>
        (wanted === undefined || bare(order.number) === wanted) &&
        (email === undefined || order.email?.toLowerCase() === email.trim().toLowerCase()),
    );
    return { orders: structuredClone(orders), problems: [] };
  }

  async order(_ctx: Ctx, id: string): Promise<OrderBody | null> {
    return structuredClone(this.orders.find((order) => order.id === id) ?? null);
  }

  async products(): Promise<ProductBody[]> {
    return [];
  }

  async track(_ctx: Ctx, trackingNumber: string): Promise<ShipmentBody | null> {
    const same = (text: string | null): string => (text ?? '').replace(/[\s-]/g, '').toUpperCase();
    const all = this.orders.flatMap(({ shipments }) => shipments);
    return structuredClone(all.find((one) => same(one.trackingNumber) === same(trackingNumber)) ?? null);
  }

  private adapter(): CommerceAdapter {
    const at = this.world.at;
    return {
      check: async () => ({ can: CAN, cannot: [], account: null }),
      orders: {
        byNumber: async (number) => this.orders.filter((one) => bare(one.number) === bare(number)).map(shopOrder),
        byEmail: async (email) => this.orders.filter((one) => one.email === email).map(shopOrder),
        byId: async (id) => this.orders.filter((one) => one.externalId === id).map(shopOrder)[0] ?? null,
      },
      refund: {
        ...this.change<Parameters<NonNullable<CommerceAdapter['refund']>['perform']>[0], OrderBody['refunds'][number]>(
          (order, wish, key) => {
            const amount = wish.amount ?? this.amountOf(order, wish);
            order.refunded = { ...order.refunded, amount: order.refunded.amount + amount.amount };
            order.payment = order.refunded.amount >= order.total.amount ? 'refunded' : 'partially_refunded';
            const refund = {
              externalId: key,
              amount,
              status: 'succeeded' as const,
              createdAt: at,
              reference: null,
              reason: wish.reason,
            };
            order.refunds.push(refund);
            return refund;
          },
        ),
        movesMoney: true,
        preview: async (wish) => {
          const order = this.byId(wish.orderId);
          const most = { ...order.total, amount: order.total.amount - order.refunded.amount };
          return { amount: wish.amount ?? this.amountOf(order, wish), most, to: null };
        },
      },
      returns: this.change((order, { lines }, key) => {
        const told = lines.map(({ orderLineId, quantity }) => ({
          orderLineId,
          quantity,
          title: order.lines.find(({ id }) => id === orderLineId)?.title ?? '',
        }));
        const back: OrderBody['returns'][number] = {
          externalId: key,
          number: `R-${order.returns.length + 1}`,
          status: 'requested',
          reason: lines[0]?.reason ?? null,
          lines: told,
          requestedAt: at,
          instructionsUrl: null,
        };
        order.returns.push(back);
        return back;
      }),
      cancel: this.change((order) => {
        if (order.fulfilment !== 'unfulfilled') throw new ConnectorError('rejected', 'The order has left already.');
        order.cancelledAt = at;
        return shopOrder(order);
      }),
      address: this.change((order, { address }) => {
        if (order.fulfilment !== 'unfulfilled') throw new ConnectorError('rejected', 'The order has left already.');
        order.shippingAddress = address;
        return shopOrder(order);
      }),
      confirmation: this.change((order) => ({ sentTo: order.email ?? '' })),
    };
  }

  private programme(): LoyaltyAdapter {
    const pointsLabel = { one: 'point', other: 'points' };
    const { points } = this.world;
    const member = points && {
      externalId: 'member',
      state: 'member' as const,
      points: points.points,
      pointsLabel,
      tier: points.tier,
      nextTier: null,
      referralUrl: null,
    };
    return {
      check: async () => ({ can: ['members'], cannot: [], account: null }),
      pointsLabel: async () => pointsLabel,
      tiers: async () => [],
      rewards: async () => [],
      member: async (email) => (email.toLowerCase() === this.email?.toLowerCase() ? member : null),
      byId: async () => member,
      history: async () => [],
      redemptions: async () => [],
    };
  }

  private amountOf(
    order: OrderBody,
    { lines }: { lines?: { orderLineId: string; quantity: number }[] },
  ): OrderBody['total'] {
    const left = order.total.amount - order.refunded.amount;
    if (!lines) return { ...order.total, amount: left };
    const sum = lines.reduce((all, { orderLineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === orderLineId);
      return all + (line?.unitPrice.amount ?? 0) * quantity;
    }, 0);
    return { ...order.total, amount: Math.min(sum, left) };
  }

  private byId(id: string): OrderBody {
    const order = this.orders.find((one) => one.externalId === id);
    if (!order) throw new ConnectorError('rejected', 'There is no such order.');
    return order;
  }

  /** Found again by its key, as the engine looks for it. */
  private change<A extends { orderId: string }, R>(apply: (order: OrderBody, args: A, key: string) => R): Change<A, R> {
    return {
      perform: async (args, { key, beforeCommit }) => {
        const order = this.byId(args.orderId);
        await beforeCommit();
        const result = apply(order, args, key);
        this.changes.set(key, structuredClone(result));
        return result;
      },
      find: async (_args, key) => (this.changes.has(key) ? (this.changes.get(key) as R) : 'not_done'),
    };
  }
}

const CAN = ['orders', 'refund', 'returns', 'cancel', 'address', 'confirmation'];

const bare = (number: string | undefined): string | undefined => number?.trim().replace(/^#/, '').toLowerCase();

/** Without what the house adds to it. */
function shopOrder(order: OrderBody): ShopOrder {
  const { customStatus, discountCodes, externalId, fulfilment, lines, number, payment, payments } =
    structuredClone(order);
  const { refunded, refunds, returns, shipments, shippingAddress, total, email, phone, adminUrl } =
    structuredClone(order);
  const placedAt = new Date(order.placedAt);
  return {
    ...{ customStatus, discountCodes, externalId, fulfilment, lines, number, payment, payments },
    ...{ refunded, refunds, returns, shipments, shippingAddress, total, email, phone, adminUrl },
    placedAt,
    updatedAt: placedAt,
    cancelledAt: order.cancelledAt ? new Date(order.cancelledAt) : null,
    customerId: order.email,
    customerName: null,
  };
}

const connection = (id: string, kind: string, label: string): ConnectionBody => ({
  id,
  kind,
  connectorId: 'simulation',
  label,
  address: null,
  enabled: true,
  health: { state: 'ok', message: null, checkedAt: null },
  traits: null,
  hookUrl: null,
  capabilities: { can: kind === 'commerce' ? CAN : ['members'], cannot: [], account: null },
});
