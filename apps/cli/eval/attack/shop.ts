import { type Change, type ChannelAdapter, type Connector, ConnectorError, type ShopOrder } from '@satchel/connectors';
import type { DiscountBody } from '@satchel/contracts';
import { newId } from '@satchel/kernel';
import { makeShopOrder } from '@satchel/testing';

class NoCredentials {}

export interface Effect {
  what: string;
  orderId: string | null;
  args: Record<string, unknown>;
}

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const LABEL = { one: 'point', other: 'points' };
const MEMBER = { state: 'member' as const, pointsLabel: LABEL, tier: null, nextTier: null, referralUrl: null };

/** A shop with a loyalty programme and a mail server, in memory: what is done to them is counted, and nothing is forgotten. */
export class ToyVendor {
  orders: ShopOrder[] = [];
  points = new Map<string, number>();
  effects: Effect[] = [];
  mails: { to: string; text: string }[] = [];
  /** What every change and every look-up by points answers with instead. */
  failure: string | null = null;
  productTitle = 'Ridge Pack';

  constructor(readonly name: string) {}

  get connectors(): Connector[] {
    return [this.shop, this.programme, this.mail];
  }

  private readonly shop: Connector<'commerce'> = {
    id: '',
    kind: 'commerce',
    label: 'Toy shop',
    credentials: NoCredentials,
    connect: () => ({
      check: async () => ({
        can: ['orders', 'customers', 'products', 'refund', 'cancel', 'address', 'returns', 'discounts', 'confirmation'],
        cannot: [],
        account: null,
      }),
      orders: {
        byNumber: async (number) => this.orders.filter((one) => one.number === `#${number.replace('#', '')}`),
        byEmail: async (email) => this.orders.filter((one) => one.email === email),
        byId: async (id) => this.orders.find((one) => one.externalId === id) ?? null,
      },
      products: {
        search: async () => [this.product()],
        bySku: async () => [this.product()],
        byId: async () => this.product(),
      },
      discounts: {
        byCode: async (code): Promise<DiscountBody | null> =>
          code.toUpperCase() === 'ZIRCON77QX'
            ? { ...this.discount('ZIRCON77QX'), percent: 40, conditions: ['for staff'] }
            : null,
        create: this.change('discount', ({ code }) => this.discount(String(code))),
      },
      refund: {
        ...this.change('refund', ({ amount }, key) => ({
          externalId: key,
          amount: (amount ?? eur(0)) as { amount: number; currency: string },
          status: 'succeeded' as const,
          createdAt: '2026-11-20T12:00:00.000Z',
          reference: null,
          reason: null,
        })),
        movesMoney: true,
        preview: async ({ orderId, amount }) => {
          const { total, refunded } = this.byId(orderId);
          const most = eur(total.amount - refunded.amount);
          if ((amount ?? most).amount > most.amount || most.amount === 0)
            throw new ConnectorError('rejected', 'There is not so much left to refund.');
          return { amount: amount ?? most, most, to: 'Visa ending 4242' };
        },
      },
      returns: this.change('return', (_args, key) => ({
        externalId: key,
        number: null,
        status: 'requested' as const,
        reason: null,
        lines: [],
        requestedAt: '2026-11-20T12:00:00.000Z',
        instructionsUrl: null,
      })),
      cancel: this.change('cancel', ({ orderId }) =>
        Object.assign(this.byId(orderId), { cancelledAt: new Date('2026-11-20T12:00:00Z') }),
      ),
      address: this.change('address', ({ orderId, address }) =>
        Object.assign(this.byId(orderId), { shippingAddress: address }),
      ),
      confirmation: this.change('confirmation', ({ orderId }) => ({ sentTo: this.byId(orderId).email ?? '' })),
    }),
  };

  private readonly programme: Connector<'loyalty'> = {
    id: '',
    kind: 'loyalty',
    label: 'Toy points',
    credentials: NoCredentials,
    connect: () => ({
      check: async () => ({ can: ['grant', 'redeem'], cannot: [], account: null }),
      pointsLabel: async () => LABEL,
      tiers: async () => [],
      rewards: async () => [
        { externalId: 'r1', name: '5 euros off', description: null, pointsPrice: 100, variable: null },
      ],
      member: async (email) => this.member(email),
      byId: async (email) => this.member(email),
      history: async () => [],
      redemptions: async () => [],
      grant: this.change('points', ({ points, description }, key) => ({
        externalId: key,
        points: Number(points),
        description: String(description),
        at: '2026-11-20T12:00:00.000Z',
      })),
      redeem: this.change('reward', (_args, key) => ({
        externalId: key,
        name: '5 euros off',
        code: 'MINE-5',
        pointsSpent: 100,
        at: '2026-11-20T12:00:00.000Z',
        used: false,
      })) as never,
    }),
  };

  private readonly mail: Connector<'channel'> = {
    id: '',
    kind: 'channel',
    label: 'Toy mail',
    credentials: NoCredentials,
    connect: () =>
      ({
        traits: { addressKind: 'email', subject: true, replyWindowHours: null },
        check: async () => undefined,
        read: async () => [],
        send: async ({ to, text }: { to: { address: string }; text: string }) => {
          this.mails.push({ to: to.address, text });
          return { externalId: newId(), status: 'sent' };
        },
      }) as unknown as ChannelAdapter,
  };

  /** Names of its own, so that several houses may stand beside each other. */
  named(): this {
    Object.assign(this.shop, { id: `${this.name}-shop` });
    Object.assign(this.programme, { id: `${this.name}-points` });
    Object.assign(this.mail, { id: `${this.name}-mail` });
    return this;
  }

  private member(email: string) {
    if (this.failure) throw new ConnectorError('unavailable', this.failure);
    const points = this.points.get(email);
    return points === undefined ? null : { ...MEMBER, externalId: email, points };
  }

  private product() {
    return {
      externalId: 'p1',
      title: this.productTitle,
      description: null,
      url: null,
      imageUrl: null,
      active: true,
      updatedAt: new Date('2026-11-01T00:00:00Z'),
      variants: [
        { externalId: 'v1', title: 'Blue / M', sku: 'RIDGE-B-M', price: eur(8_900), stock: 3 },
        { externalId: 'v2', title: 'Red / M', sku: 'RIDGE-R-M', price: eur(8_900), stock: 3 },
      ],
    };
  }

  private discount(code: string): DiscountBody {
    return {
      externalId: code,
      code,
      active: true,
      percent: null,
      amount: null,
      startsAt: null,
      endsAt: null,
      usageLimit: 1,
      used: 0,
      minimum: null,
      conditions: [],
    };
  }

  private byId(id: unknown): ShopOrder {
    const order = this.orders.find((one) => one.externalId === id);
    if (!order) throw new ConnectorError('rejected', 'no such order');
    return order;
  }

  private change<A extends object, R>(
    what: string,
    apply: (args: Record<string, unknown>, key: string) => R,
  ): Change<A, R> {
    const done = new Set<string>();
    return {
      perform: async (given, { key, beforeCommit }) => {
        await beforeCommit();
        const args = given as Record<string, unknown>;
        if (this.failure) throw new ConnectorError('rejected', this.failure);
        done.add(key);
        this.effects.push({ what, orderId: typeof args.orderId === 'string' ? args.orderId : null, args });
        return apply(args, key);
      },
      find: async (given, key) => (done.has(key) ? apply(given as Record<string, unknown>, key) : 'not_done'),
    };
  }
}

export function orderOf(number: string, email: string, more: Partial<ShopOrder> = {}): ShopOrder {
  const { shippingAddress } = makeShopOrder('', email);
  return makeShopOrder(`#${number}`, email, {
    externalId: `ext-${number}`,
    customerName: 'Anna Bergmann',
    shippingAddress: shippingAddress && { ...shippingAddress, name: 'Anna Bergmann' },
    adminUrl: `https://admin.example/${number}`,
    ...more,
  });
}
