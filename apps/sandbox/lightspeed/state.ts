import type { World } from '../seed/world';
import type { Customer, ShopOrder } from '../seed/world.types';
import { iso, type Fields } from './wire';

export interface CreditNote {
  id: number;
  orderId: number;
  createdAt: Date;
  status: string;
  pieces: { lineId: number; quantity: number }[];
  shipping: boolean;
  payment: boolean;
  amount: number;
}

export interface Settings {
  /** Requests in five minutes, an hour, a day. */
  limits: [number, number, number];
  /** Whether `POST /returns.json` is there. */
  returns: boolean;
  /** Whether a single order brings its parts along. */
  embed: boolean;
  /** How many questions after a part of an order are still answered 404. */
  notYet: number;
  maxWebhooks: number;
  languages: string[];
  permissions: Record<string, { read: boolean; write: boolean }>;
}

const usual = (): Settings => ({
  limits: [1_000, 12_000, 288_000],
  returns: false,
  embed: true,
  notYet: 0,
  maxWebhooks: 10,
  languages: ['nl', 'en'],
  permissions: Object.fromEntries(
    ['content', 'products', 'customers', 'orders', 'settings', 'tracking'].map((group) => [
      group,
      { read: true, write: true },
    ]),
  ),
});

/** A record that the shop keeps as it was sent, with id and times. */
export interface Kept extends Fields {
  id: number;
  createdAt: string;
  updatedAt: string;
}

/** What Lightspeed keeps besides the world: notes, statuses of the shop's own, credit notes, web hooks, scripts. */
export class ShopState {
  settings = usual();
  readonly memos = new Map<number, string>();
  readonly statuses = new Map<number, string>();
  readonly customStatusOf = new Map<number, number>();
  readonly metafields = new Map<number, Kept[]>();
  readonly returnTexts = new Map<number, Fields>();
  customStatuses: Kept[] = [];
  webhooks: Kept[] = [];
  scripts: Kept[] = [];
  startedAt = new Date(0);
  private notes: CreditNote[] | null = null;
  private lastId = 0;
  private orderIds = new Map<ShopOrder, number>();
  private ordersById = new Map<number, ShopOrder>();

  constructor(
    readonly world: World,
    private readonly now: () => Date,
  ) {
    this.reset();
  }

  reset(): void {
    this.settings = usual();
    for (const map of [this.memos, this.statuses, this.customStatusOf, this.metafields, this.returnTexts]) map.clear();
    this.lastId = 24_000;
    this.webhooks = [];
    this.scripts = [this.kept({ url: 'https://counter.example/pixel.js', body: null, location: 'head' })];
    this.notes = null;
    this.orderIds = new Map();
    this.ordersById = new Map();
    this.startedAt = this.now();
    this.customStatuses = [];
    for (const [title, color] of [
      ['Engraving', '#f00095'],
      ['Return requested', '#3d7ea6'],
    ])
      this.customStatuses.push(this.kept({ title, color }));
  }

  id(): number {
    this.lastId += 7;
    return this.lastId;
  }

  kept(fields: Fields): Kept {
    const at = iso(this.now());
    return { id: this.id(), createdAt: at, updatedAt: at, ...fields };
  }

  /** By rising id, which is by age as in any shop. */
  orders(): ShopOrder[] {
    if (this.orderIds.size !== this.world.orders.length) {
      const fresh = this.world.orders.filter((order) => !this.orderIds.has(order));
      for (const order of fresh.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())) {
        const id = 1_620_000 + this.orderIds.size * 13;
        this.orderIds.set(order, id);
        this.ordersById.set(id, order);
      }
    }
    return [...this.orderIds.keys()];
  }

  orderId(order: ShopOrder): number {
    this.orders();
    return this.orderIds.get(order) ?? 0;
  }

  order(id: number): ShopOrder | undefined {
    this.orders();
    return this.ordersById.get(id);
  }

  /** Some bought without an account. */
  isGuest(order: ShopOrder): boolean {
    return order.number > 1_060 && order.number % 9 === 4;
  }

  customerId(customer: Customer): number {
    return 2_026_000 + customer.serial;
  }

  creditsOf(order: ShopOrder): CreditNote[] {
    const id = this.orderId(order);
    return this.credits.filter((one) => one.orderId === id);
  }

  /** Drawn up when somebody first asks: the world's year is not filled in before either. */
  get credits(): CreditNote[] {
    this.notes ??= this.pastCredits();
    return this.notes;
  }

  /** What was paid back before the sandbox started was credited, too. */
  private pastCredits(): CreditNote[] {
    return this.orders().flatMap((order) => {
      const past = order.refunds.filter((one) => one.status !== 'failed' && one.createdAt <= this.startedAt);
      return past.map((refund): CreditNote => {
        const whole = refund.lines.length === 0;
        const lines = whole ? order.lines.map((line) => ({ line, quantity: line.quantity })) : refund.lines;
        return {
          id: this.id(),
          orderId: this.orderId(order),
          createdAt: refund.createdAt,
          status: 'paid',
          pieces: lines.map(({ line, quantity }) => ({ lineId: line.id, quantity })),
          shipping: refund.shipping > 0,
          payment: false,
          amount: refund.amount,
        };
      });
    });
  }
}
