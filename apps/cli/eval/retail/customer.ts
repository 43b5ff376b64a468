import { fits } from './judging';
import { exact, garbled, type Manner, mannerOf, type Level, orderWords, runOn } from './noise';
import {
  changedOptions,
  type Detail,
  fill,
  itemWords,
  joined,
  methodWords,
  openingWords,
  optionWords,
  reasonWords,
  SAY,
} from './phrases';
import { Random } from './random';
import { type Ask, asksIn, proposalIn, saysNo } from './reading';
import type { WireMethod, WireOrder } from './shop/wire';
import type { Customer, ShopData, Wish } from './wishes';

/** What the customer last did, for who watches over the shop. */
export type Act = 'yes' | 'no' | 'other';

const PATIENCE = 3;
const NO_MORE = 4;

interface Aim {
  wish: Wish;
  state: 'untold' | 'told' | 'done' | 'given_up';
  repeats: number;
}

/** A customer of the shop who reads what is answered and goes on until they have what they want, or lose patience. */
export class ScriptedCustomer {
  act: Act = 'other';
  readonly manner: Manner;
  private readonly random: Random;
  private readonly aims: Aim[];
  private readonly asked = new Map<string, number>();
  private refused = false;
  private corrected = 0;
  private late: string | null = null;
  private wrong: string | null = null;
  private agreed: Aim | null = null;
  private wantsHuman = false;

  constructor(
    readonly customer: Customer,
    private readonly data: Pick<ShopData, 'users' | 'orders'>,
    level: Level,
    seed: number,
    private readonly code: (email: string) => Promise<string | null> = async () => null,
  ) {
    this.random = new Random(`${customer.id} ${level} ${seed}`);
    this.manner = mannerOf(level, this.random);
    this.aims = customer.wishes.map((wish) => ({ wish, state: 'untold', repeats: 0 }));
  }

  get finished(): boolean {
    return this.aims.every(({ state }) => state === 'done');
  }

  open(): string {
    const hello = this.random.pick(SAY.hello);
    const who = this.random.chance(0.3) ? `${fill(this.random.pick(SAY.name), { name: exact(this.name) })}. ` : '';
    return this.said(`${hello} ${who}${this.next()}`);
  }

  /** Null: they leave. */
  async answer(reply: string): Promise<string | null> {
    this.act = 'other';
    const asks = asksIn(reply);
    if (this.agreed && !asks.has('code') && !asks.has('identity')) this.conclude(reply, asks);
    if (this.late) return this.said(this.take('late'));
    if (this.wrong && !asks.has('code')) return this.said(this.take('wrong'));
    if (asks.has('confirm')) return this.decide(reply);
    const aim = this.aimOf(reply);
    if (!aim) return this.leaveOrNext();
    // Who is told no, or that somebody decides about it later, and asked nothing, has no reason to say it once more.
    if (asks.size === 0 && saysNo(reply) && !/\?/.test(reply)) {
      aim.state = 'given_up';
      return this.leaveOrNext();
    }
    const words = await this.fillIn(asks, aim.wish, reply);
    if (words === null) return this.said(this.human());
    if (words !== '') return this.said(words);
    return this.leaveOrNext(aim);
  }

  private decide(reply: string): string {
    const open = this.aims.filter(({ state }) => state === 'told' || state === 'untold');
    const right = open.find(({ wish }) =>
      fits(proposalIn(reply), wish, this.order(wish), this.method(wish), this.methods()),
    );
    if (right && this.manner.refusesOnce && !this.refused) {
      this.refused = true;
      this.act = 'no';
      this.late = `${this.random.pick(SAY.mind)} ${this.request(right.wish, 'whole')}`;
      return this.random.pick(SAY.refuse);
    }
    if (right) {
      this.act = 'yes';
      this.agreed = right;
      right.state = 'told';
      return this.random.pick(SAY.yes);
    }
    this.act = 'no';
    this.corrected += 1;
    const aim = this.aimOf(reply) ?? open[0];
    if (!aim || this.corrected > PATIENCE) return `${this.random.pick(SAY.no)}. ${this.human()}`;
    return this.said(fill(this.random.pick(SAY.correct), { wish: this.request(aim.wish, 'whole') }));
  }

  /** After a yes: done, unless the shop says otherwise or asks the same again. */
  private conclude(reply: string, asks: Set<Ask>): void {
    const aim = this.agreed;
    this.agreed = null;
    if (!aim) return;
    const again =
      asks.has('confirm') &&
      fits(proposalIn(reply), aim.wish, this.order(aim.wish), this.method(aim.wish), this.methods());
    if (again) return;
    aim.state = saysNo(reply) ? 'given_up' : 'done';
  }

  /** What of the wish answers the questions. Empty: nothing was asked. Null: asked too often. */
  private async fillIn(asks: Set<Ask>, wish: Wish, reply: string): Promise<string | null> {
    const parts: string[] = [];
    for (const ask of asks) {
      // Who says who they are says the order with it.
      if (ask === 'order' && asks.has('identity')) continue;
      const part = await this.answerTo(ask, wish, reply);
      if (part === '') continue;
      const key = `${ask} ${wish.kind} ${wish.orderId}`;
      const times = (this.asked.get(key) ?? 0) + 1;
      this.asked.set(key, times);
      if (times > NO_MORE) return null;
      parts.push(part);
    }
    if (this.manner.impatient && parts.length > 0 && this.random.chance(0.3)) parts.push(this.random.pick(SAY.hurry));
    return parts.join(', ');
  }

  private async answerTo(ask: Ask, wish: Wish, reply: string): Promise<string> {
    const say = (some: readonly string[], values: Record<string, string>): string =>
      fill(this.random.pick(some), values);
    const values = this.values(wish);
    if (ask === 'code') {
      const code = await this.code(this.data.users[this.customer.userId]?.email ?? '');
      return code ? say(SAY.code, { code }) : this.random.pick(SAY.dunno);
    }
    if (ask === 'identity') return this.identity(wish, reply);
    if (ask === 'order') return say(SAY.order, values);
    if ((ask === 'items' || ask === 'variant') && wish.items.length === 0) return '';
    if (ask === 'items') return say(wish.items.some(({ want }) => want) ? SAY.swaps : SAY.items, values);
    if (ask === 'variant') return say(SAY.variant, { variant: this.variants(wish, reply) });
    if (ask === 'method') return wish.methodId ? say(SAY.method, values) : 'as I paid';
    if (ask === 'address' && wish.address) return say(SAY.address, values);
    if (ask === 'why') return wish.kind === 'cancel' ? (values.reason ?? '') : this.random.pick(SAY.why);
    return '';
  }

  /** Once as they were asked; when that does not fit, all they know. */
  private identity(wish: Wish, reply: string): string {
    const { email, zip, userId } = this.customer;
    const times = this.asked.get(`identity ${wish.kind} ${wish.orderId}`) ?? 0;
    const order = /order/i.test(reply) ? `${fill(this.random.pick(SAY.order), this.values(wish))}, ` : '';
    const atOrder = this.data.orders[wish.orderId]?.address.zip ?? zip ?? '';
    if (email) return `${order}${fill(this.random.pick(SAY.email), { email })}`;
    if (times === 0) return `${order}${fill(this.random.pick(SAY.zip), { zip: atOrder })}`;
    const known = this.data.users[userId]?.email ?? '';
    return `${order}${fill(this.random.pick(SAY.name), { name: exact(this.name) })}, ${times > 1 ? known : `zip ${zip ?? atOrder}`}`;
  }

  private next(): string {
    const [aim, second] = this.aims.filter(({ state }) => state === 'untold');
    if (!aim) return '';
    const first = this.tell(aim);
    if (!second || !this.manner.twoAtOnce) return first;
    return `${first} ${this.random.pick(SAY.and)}${this.tell(second)}`;
  }

  private tell(aim: Aim): string {
    aim.state = 'told';
    const detail = this.random.pick<Detail>(['whole', 'whole', 'whole', 'order', 'order', 'little']);
    const { wish } = aim;
    if (this.manner.wrongOrder && detail !== 'little' && this.wrong === null && this.corrected === 0) {
      const others = Object.values(this.data.orders).filter(
        ({ user_id, order_id }) => user_id === this.customer.userId && order_id !== wish.orderId,
      );
      if (others.length > 0 && !this.aims.some(({ wish: one }) => one.orderId === others[0]?.order_id)) {
        this.wrong = fill(this.random.pick(SAY.sorry), this.values(wish));
        return this.request({ ...wish, orderId: this.random.pick(others).order_id }, 'order');
      }
    }
    const slips = this.manner.lateCorrection && wish.kind === 'return' && detail === 'whole';
    const slipped = slips && this.late === null && wish.items.length === 1;
    const other = slipped && this.order(wish).items.find(({ name }) => name !== wish.items[0]?.title);
    if (other) {
      const correct = joined(wish.items.map((item) => itemWords(item, false)));
      this.late = `Sorry, not the ${other.name}, I meant ${correct}. ${this.request(wish, 'whole')}`;
      const wrong = wish.items.map((item) => ({ ...item, title: other.name }));
      return this.request({ ...wish, items: wrong }, 'whole');
    }
    return this.request(wish, detail);
  }

  private request(wish: Wish, detail: Detail): string {
    return openingWords(this.random, wish, detail, this.values(wish));
  }

  private values(wish: Wish): Record<string, string> {
    const method = this.method(wish);
    const order = this.data.orders[wish.orderId];
    const original = order?.payment_history[0]?.payment_method_id;
    const words = method ? methodWords(method, this.random) : '';
    const to = method && (method.id !== original || this.random.chance(0.2)) ? `, ${this.settle(wish, words)}` : '';
    const { address } = wish;
    const twins = (title: string): boolean => (order?.items.filter(({ name }) => name === title).length ?? 0) > 1;
    return {
      order: orderWords(wish.orderId, this.manner, this.random),
      items: joined(wish.items.map((item) => itemWords(item, twins(item.title)))),
      swaps: joined(
        wish.items.map((item) =>
          item.want?.itemId === item.itemId
            ? `${itemWords(item, twins(item.title))} for the very same one, ${optionWords(item.options)}`
            : `${itemWords(item, twins(item.title))} to ${optionWords(changedOptions(item))}`,
        ),
      ),
      method: words,
      to,
      address: address
        ? exact(
            `${this.name}, ${[address.address1, address.address2].filter(Boolean).join(', ')}, ${address.city}, ${address.state} ${address.zip}, ${address.country}`,
          )
        : '',
      ...reasonWords(this.random, wish.reason),
    };
  }

  private settle({ kind }: Wish, method: string): string {
    if (kind === 'return')
      return this.random.pick([`refund to ${method}`, `money back to ${method}`, `please refund ${method}`]);
    return this.random.pick([
      `the difference goes to ${method}`,
      `use ${method} for the difference`,
      `pay with ${method}`,
    ]);
  }

  /** Every option of what they want, of the item that was asked about when one is named. */
  private variants(wish: Wish, reply: string): string {
    const named = wish.items.filter(({ title }) => reply.toLowerCase().includes(title.toLowerCase()));
    const about = named.length === 1 ? named : wish.items;
    const words = about.map((item) => ({ title: item.title, words: optionWords(item.want?.options ?? item.options) }));
    if (words.length === 1) return words[0]?.words ?? '';
    return joined(words.map(({ title, words: options }) => `the ${title} to ${options}`));
  }

  /** Which wish a reply is about. */
  private aimOf(reply: string): Aim | null {
    const open = this.aims.filter(({ state }) => state === 'told');
    const about = open.filter(({ wish }) => reply.includes(wish.orderId.replace('#', '')));
    return about[0] ?? open[0] ?? null;
  }

  private leaveOrNext(aim?: Aim): string | null {
    if (aim) {
      aim.repeats += 1;
      if (aim.repeats < PATIENCE)
        return this.said(fill(this.random.pick(SAY.again), { wish: this.request(aim.wish, 'whole') }));
      aim.state = 'given_up';
    }
    const words = this.next();
    return words === '' ? null : this.said(`${this.random.pick(SAY.then)} ${words}`);
  }

  private human(): string {
    if (!this.wantsHuman) this.wantsHuman = true;
    return this.random.pick(SAY.human);
  }

  private take(what: 'late' | 'wrong'): string {
    const words = this[what] ?? '';
    // Said once; an empty text remembers that.
    this[what] = '';
    return words;
  }

  private said(text: string): string {
    return runOn(garbled(text.trim().replace(/ {2,}/g, ' '), this.manner, this.random), this.manner);
  }

  private get name(): string {
    return `${this.customer.firstName} ${this.customer.lastName}`;
  }

  private order(wish: Wish): WireOrder {
    const order = this.data.orders[wish.orderId];
    if (!order) throw new Error(`the shop has no order ${wish.orderId}`);
    return order;
  }

  private methods(): WireMethod[] {
    return Object.values(this.data.users[this.customer.userId]?.payment_methods ?? {});
  }

  private method(wish: Wish): WireMethod | null {
    return this.methods().find(({ id }) => id === wish.methodId) ?? null;
  }
}
