import { AsyncLocalStorage } from 'node:async_hooks';
import { ConnectorError, type Connector, type RefundWish, type ShopOrder } from '@satchel/connectors';
import type { Money, RefundBody } from '@satchel/contracts';

/** What goes wrong with one request. The process dies in the last three: it never comes back from them by itself. */
export const FAULTS = [
  'lost_answer',
  'error_before',
  'error_after',
  'no_effect',
  'refused',
  'slow_down',
  'crash_before',
  'crash_after_left',
  'crash_after',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Plan {
  /** For the next requests, first to last; afterwards all is well. */
  faults: (Fault | null)[];
  /** How long a change is not shown after it was made; the engine counts on less than a minute. */
  lagMs: number;
  /** How many reads fail. */
  silent: number;
  slowMs: number;
}

interface Order extends Plan {
  effects: { key: string; amount: Money; at: number }[];
  /** Processes that died, to be woken when all is over: what they do then must do no harm. */
  dead: (() => void)[];
}

export const CURRENCY = 'EUR';
const PAID = 100_000;
const PLACED = new Date('2026-01-02T10:00:00Z');
/** The process that asks: what it does when it dies. */
export const lives = new AsyncLocalStorage<{ die(): void }>();
class NoCredentials {}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A shop in this process that does whatever reaches it, twice if it is asked twice, and tells what was done under a key. */
export class ToyShop {
  private readonly orders = new Map<string, Order>();

  constructor(private readonly now: () => Date) {}

  plan(id: string, plan: Plan): void {
    this.orders.set(id, { ...plan, effects: [], dead: [] });
  }

  of(id: string): Order {
    const order = this.orders.get(id);
    if (!order) throw new Error(`the toy shop has no order ${id}`);
    return order;
  }

  forget(id: string): void {
    this.orders.delete(id);
  }

  /** The dead wake up, and go on where they stopped. */
  wake(id: string): void {
    for (const wake of this.of(id).dead.splice(0)) wake();
  }

  readonly connector: Connector<'commerce'> = {
    id: 'toy-money',
    kind: 'commerce',
    label: 'Toy shop',
    credentials: NoCredentials,
    connect: () => ({
      check: async () => ({ can: ['orders', 'refund'], cannot: [], account: null }),
      orders: {
        byNumber: async (number) => {
          const id = number.replace('#', '');
          return this.orders.has(id) ? [orderOf(id)] : [];
        },
        byEmail: async () => [],
        byId: async (id) => (this.orders.has(id) ? orderOf(id) : null),
      },
      refund: {
        movesMoney: true,
        preview: async ({ amount }) => ({ amount: amount ?? eur(PAID), most: eur(PAID), to: 'the card' }),
        perform: (wish, { key, beforeCommit }) => this.perform(wish, key, beforeCommit),
        find: async ({ orderId }, key) => {
          const order = this.of(orderId);
          if (order.silent-- > 0) throw new ConnectorError('unavailable', 'The toy shop does not answer.');
          const found = order.effects.find((effect) => effect.key === key);
          return found && this.now().getTime() - found.at >= order.lagMs ? refundOf(found) : 'not_done';
        },
      },
    }),
  };

  private async perform(wish: RefundWish, key: string, beforeCommit: () => Promise<void>): Promise<RefundBody> {
    const order = this.of(wish.orderId);
    const fault = order.faults.shift() ?? null;
    const died = (): Promise<void> => {
      lives.getStore()?.die();
      return new Promise((resolve) => order.dead.push(resolve));
    };
    if (fault === 'crash_before') await died();
    await beforeCommit();
    if (order.slowMs > 0) await pause(order.slowMs);
    if (fault === 'crash_after_left') {
      await died();
      throw new ConnectorError('uncertain', 'The line died.');
    }
    if (fault === 'refused') throw new ConnectorError('rejected', 'The toy shop refused it.');
    if (fault === 'slow_down') throw new ConnectorError('rate_limited', 'The toy shop asks us to slow down.');
    if (fault === 'error_before') throw new ConnectorError('uncertain', 'The toy shop had trouble.');
    const effect = { key, amount: wish.amount ?? eur(PAID), at: this.now().getTime() };
    if (fault !== 'no_effect') order.effects.push(effect);
    if (fault === 'crash_after') await died();
    if (fault === 'lost_answer' || fault === 'error_after') throw new ConnectorError('uncertain', 'No answer came.');
    return refundOf(effect);
  }
}

export const eur = (amount: number): Money => ({ amount, currency: CURRENCY });

const refundOf = ({ key, amount }: { key: string; amount: Money }): RefundBody => ({
  externalId: key,
  amount,
  status: 'succeeded',
  createdAt: PLACED.toISOString(),
  reference: null,
  reason: null,
});

const orderOf = (id: string): ShopOrder => ({
  externalId: id,
  number: `#${id}`,
  customerId: null,
  email: 'anna@example.com',
  phone: null,
  customerName: 'Anna Bergmann',
  placedAt: PLACED,
  updatedAt: PLACED,
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'unfulfilled',
  customStatus: null,
  total: eur(PAID),
  refunded: eur(0),
  lines: [],
  shippingAddress: null,
  shipments: [],
  payments: [],
  refunds: [],
  returns: [],
  discountCodes: [],
  adminUrl: null,
});
