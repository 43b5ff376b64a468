import { DAY, HOUR, MINUTE } from '../clock';
import { codeText } from '../gateway-ids';
import { addPoints, pointsFor, redeemReward, rewards } from '../loyalty';
import { isPaid, paidFor, total } from '../order-sums';
import { deliveredAt } from '../parcels';
import { Random } from '../random';
import type { Charge, Customer, Discount, ShopOrder, Subscription } from '../world.types';
import type { Builder, Item, OrderFields, Shipment } from './builder';
import { amountOff, holds } from './discounts';
import { carrierFor, plannedJourney, trackingNumber } from './journeys';
import { allOf, payFor } from './payments';
import { justAsked, planFor, stays, type Plan } from './plans';
import { payBack, sendBack } from './returns';
import type { Due } from './subscriptions';

const FIRST_NUMBER = 2001;
const YEAR = 365 * DAY;
const DEAR_SHIPPING: Record<string, number> = { US: 1_995, GB: 1_295 };
const REDEEM_SHARE = 0.35;
const CODE_SHARE = 0.12;
/** Above the serials of what was sent out. */
const RETURN_SERIALS = 50_000;

interface Moment {
  at: Date;
  customer: Customer;
  due: { subscription: Subscription; charge: Charge } | null;
}

/** When somebody bought something: what the subscriptions charged, and the rest evenly over the year. */
function moments(count: number, customers: Customer[], due: Due[], now: Date, random: Random): Moment[] {
  const list: Moment[] = due
    .slice(0, count)
    .map(({ at, subscription, charge }) => ({ at, customer: subscription.customer, due: { subscription, charge } }));
  const free = count - list.length;
  for (let index = 0; index < free; index++) {
    const back = ((index + random.next()) / free) * (YEAR - 4 * HOUR) + 2 * HOUR;
    const at = new Date(Math.floor((now.getTime() - back) / 1000) * 1000);
    // Few buy often, most once or twice.
    const customer = customers[Math.floor(customers.length * random.next() ** 1.7)];
    if (customer) list.push({ at, customer, due: null });
  }
  return list.sort((a, b) => a.at.getTime() - b.at.getTime());
}

export interface Buyers {
  customers: Customer[];
  due: Due[];
  /** The shop's codes. */
  codes: Discount[];
}

/** Adds `count` orders, from the oldest on, with all that hangs on them. */
export function pastYear(build: Builder, count: number, { customers, due, codes }: Buyers): void {
  const random = new Random(90_210);
  const list = moments(count, customers, due, build.now, random);
  const year = new Year(build, random, codes);
  for (const [index, moment] of list.entries()) year.buy(moment, FIRST_NUMBER + index, list.length - index);
}

class Year {
  private labels = 0;

  constructor(
    private readonly build: Builder,
    private readonly random: Random,
    private readonly codes: Discount[],
  ) {}

  buy({ at, customer, due }: Moment, number: number, fromNewest: number): void {
    const { build, random } = this;
    const { store, now } = build;
    const drawn = planFor(now.getTime() - at.getTime(), fromNewest, random);
    // What a subscription charged is paid.
    const plan = due && stays(drawn) ? 'shipped' : drawn;
    const items = due ? [{ ...due.subscription, quantity: due.subscription.quantity }] : this.basket(plan);
    const fields = this.money(plan, at, customer, items, due !== null);
    if (due) Object.assign(fields, { subscriptionId: due.subscription.id, tags: ['Subscription'] });
    const order = build.order(number, customer, at, items, {
      ...fields,
      shipments: this.shipments(plan, at, customer, items.length),
    });
    if (due) due.charge.order = order;
    payFor(store, order, random, due?.subscription.gateway);
    if (plan === 'unpaid' && number % 3 === 0) order.payment.status = 'failed';
    const member = store.memberOf(customer);
    if (member && isPaid(order)) {
      const points = pointsFor(order, member.tier);
      if (points > 0)
        addPoints(store, member, { points, kind: 'order', note: `Order #${number}`, at, orderNumber: number });
    }
    this.afterwards(plan, order, justAsked(fromNewest));
  }

  private basket(plan: Plan): Item[] {
    const { random } = this;
    const { products } = this.build.store;
    const most = plan === 'partly_shipped' ? 3 : random.pick([1, 1, 1, 2, 2, 3, 4]);
    const items = new Map<number, Item>();
    while (items.size < most) {
      const product = random.pick(products);
      const quantity = product.price < 5_000 ? random.between(1, 3) : 1;
      items.set(product.id, { variant: random.pick(product.variants), quantity });
    }
    return [...items.values()];
  }

  /** Shipping, codes and the state of the money. */
  private money(plan: Plan, at: Date, customer: Customer, items: Item[], renewal: boolean): OrderFields {
    const sum = items.reduce((before, { variant, quantity, price = variant.price }) => before + price * quantity, 0);
    const fields: OrderFields = {};
    if (plan === 'unpaid') fields.financial = 'PENDING';
    if (plan === 'authorised') fields.financial = 'AUTHORIZED';
    if (plan === 'on_hold') Object.assign(fields, { onHold: true, tags: ['check address'] });
    if (plan === 'voided') {
      const cancelledAt = new Date(Math.min(at.getTime() + 3 * DAY, this.build.now.getTime()));
      Object.assign(fields, { financial: 'VOIDED', cancelledAt, cancelReason: 'DECLINED', updatedAt: cancelledAt });
    }
    const dear = DEAR_SHIPPING[customer.address.countryCode];
    if (dear !== undefined) Object.assign(fields, { shipping: dear, shippingTitle: 'International' });
    const discount = renewal ? null : this.codeFor(customer, at, sum);
    if (discount) {
      const amount = amountOff(discount, sum);
      if (discount.kind === 'free_shipping') fields.shipping = 0;
      discount.used += 1;
      discount.updatedAt = at;
      Object.assign(fields, { discounted: amount, discounts: [{ discount, amount }] });
    }
    return fields;
  }

  /** A member's own code, bought with points for this order, or one of the shop's. */
  private codeFor(customer: Customer, at: Date, sum: number): Discount | null {
    const { random } = this;
    const { store } = this.build;
    const [wantsPoints, wantsCode] = [random.next() < REDEEM_SHARE, random.next() < CODE_SHARE];
    const member = store.memberOf(customer);
    if (member && wantsPoints && member.joinedAt < at) {
      const reward = rewards
        .filter((one) => one.points <= member.points && one.minimum <= sum && one.points > 250)
        .at(-1);
      if (reward) {
        const redemption = redeemReward(
          store,
          member,
          reward,
          `CLUB-${codeText(random, 8)}`,
          new Date(at.getTime() - 10 * MINUTE),
        );
        redemption.usedAt = at;
        return redemption.discount;
      }
    }
    const open = this.codes.filter((code) => holds(code, at, sum));
    return wantsCode && open.length > 0 ? random.pick(open) : null;
  }

  private shipments(plan: Plan, at: Date, customer: Customer, lines: number): Shipment[] {
    const { random } = this;
    const { now } = this.build;
    const urgent = plan === 'exception' ? 4 : random.between(7, 30);
    const labelAt = new Date(at.getTime() + urgent * HOUR);
    if (stays(plan) || labelAt > now) return [];
    const carrier = carrierFor(customer.address, random);
    this.labels += 1;
    const tracking = trackingNumber(carrier, this.labels);
    const hitch = plan === 'exception' ? 'exception' : random.next() < 0.06 ? 'attempted' : 'none';
    const journey = plannedJourney(labelAt, customer.address, random, hitch);
    const last = journey.at(-1)?.at;
    const stuck = journey.findIndex((scan) => scan.step === 'exception');
    if (plan === 'exception' && stuck > 0) holdUp(journey, stuck, now);
    return [
      {
        tracking,
        carrier,
        labelAt,
        journey,
        estimated: last,
        ...(plan === 'partly_shipped' ? { lines: lines > 1 ? [0] : undefined } : {}),
      },
    ];
  }

  private afterwards(plan: Plan, order: ShopOrder, fresh: boolean): void {
    const { build, random } = this;
    const now = build.now.getTime();
    if (plan === 'cancelled') {
      const at = new Date(Math.min(order.createdAt.getTime() + random.between(1, 20) * HOUR, now));
      payBack(build, order, { at, ...allOf(order, true), reason: 'cancelled' }, random);
      const cancelReason = random.pick(['CUSTOMER', 'CUSTOMER', 'INVENTORY', 'FRAUD'] as const);
      Object.assign(order, { cancelledAt: at, cancelReason });
    }
    const parcel = build.store.parcel(order.fulfilments[0]?.trackingNumber ?? null);
    const arrived = parcel ? deliveredAt(parcel) : null;
    if (plan === 'returned' && arrived)
      sendBack(build, order, { deliveredAt: arrived, serial: RETURN_SERIALS + order.number, fresh }, random);
    const at = new Date((arrived ?? order.createdAt).getTime() + random.between(2, 60) * HOUR);
    if (at.getTime() > now) return;
    if (plan === 'refunded') payBack(build, order, { at, ...allOf(order, false), reason: 'lost in transit' }, random);
    if (plan === 'partly_refunded') {
      const line = random.pick(order.lines);
      const one = paidFor(order, line, 1);
      const bare = random.next() < 0.5;
      const amount = bare ? Math.max(100, Math.round(one * 0.2)) : Math.min(one, total(order));
      payBack(
        build,
        order,
        {
          at,
          amount,
          lines: bare ? [] : [{ line, quantity: 1, restock: false }],
          reason: bare ? 'goodwill' : 'damaged',
        },
        random,
      );
    }
  }
}

/** Moves the hitch into the past and all that comes after it into the future. */
function holdUp(journey: { at: Date }[], stuck: number, now: Date): void {
  const scan = journey[stuck];
  if (!scan) return;
  const before = journey[stuck - 1]?.at ?? scan.at;
  scan.at = new Date(Math.min(scan.at.getTime(), Math.max(now.getTime() - HOUR, before.getTime() + MINUTE)));
  const late = Math.max(0, now.getTime() + 12 * HOUR - (journey[stuck + 1]?.at.getTime() ?? now.getTime()));
  for (const later of journey.slice(stuck + 1)) later.at = new Date(later.at.getTime() + late);
}
