import { isPaid, stateOfOrder, total, World } from './world';
import { refund, ship } from './changes';
import type { OrderState } from './world.types';

const now = new Date('2026-11-20T12:00:00Z');
const sum = (amounts: number[]) => amounts.reduce((before, amount) => before + amount, 0);

describe('the world', () => {
  const world = new World(() => now);

  it('is a whole store', () => {
    expect(world.products.length).toBeGreaterThanOrEqual(60);
    expect(world.customers).toHaveLength(400);
    expect(world.orders).toHaveLength(1_500);
    expect(world.subscriptions.rows).toHaveLength(40);
    expect(world.members.rows.length / world.customers.length).toBeCloseTo(0.6, 1);
    const names = world.customers.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(names.filter((name) => name === 'Laura Schmidt').length).toBeGreaterThanOrEqual(2);
    expect(new Set(world.customers.map(({ email }) => email)).size).toBe(400);
    expect(new Set(world.customers.map(({ address }) => address.countryCode)).size).toBeGreaterThan(10);
  });

  it('is the same every time', () => {
    const told = (one: World) =>
      one.orders.map((order) => [order.id, order.number, order.customer.email, total(order), order.payment.reference]);
    const other = new World(() => now);
    expect(told(other)).toEqual(told(world));
    other.reset();
    expect(told(other)).toEqual(told(world));
  });

  it('tells the same year, whatever was written to the well-known orders before', () => {
    const written = new World(() => now);
    refund(written, written.order(1001)!, { amount: 500 });
    ship(written, written.order(1002)!);
    const year = (one: World) =>
      one.orders.filter(({ number }) => number > 2000).map(({ id, payment }) => [id, payment.id]);
    expect(year(written)).toEqual(year(world));
    expect(written.refunds.rows.at(-1)?.order.number).toBe(1001);
  });

  it('has orders, returns and refunds in every state', () => {
    const states: Record<OrderState, true> = {
      unpaid: true,
      authorised: true,
      paid: true,
      on_hold: true,
      partly_shipped: true,
      shipped: true,
      delivered: true,
      exception: true,
      returned: true,
      cancelled: true,
      partly_refunded: true,
      refunded: true,
    };
    for (const hour of ['00:05', '12:00', '23:55']) {
      const one = new World(() => new Date(`2026-11-20T${hour}:00Z`));
      const seen = new Set(one.orders.map((order) => stateOfOrder(one, order)));
      expect([...seen].sort()).toEqual(Object.keys(states).sort());
      const returns = new Set(one.returns.rows.map(({ status }) => status));
      expect([...returns].sort()).toEqual(['approved', 'declined', 'received', 'refunded', 'requested']);
      expect(new Set(one.refunds.rows.map(({ status }) => status)).size).toBe(3);
    }
  });

  it('adds the money up', () => {
    for (const order of world.orders) {
      const { number, refunds, payment, discounts, lines } = order;
      expect([number, order.refunded]).toEqual([
        number,
        sum(refunds.filter((one) => one.status !== 'failed').map((one) => one.amount)),
      ]);
      expect([number, payment.amount]).toEqual([number, total(order)]);
      expect([number, order.discounted]).toEqual([number, sum(discounts.map(({ amount }) => amount))]);
      expect([number, payment.status === 'captured']).toEqual([number, isPaid(order)]);
      expect(order.refunded <= total(order)).toBe(true);
      if (order.financial === 'REFUNDED') expect([number, order.refunded]).toEqual([number, total(order)]);
      expect(lines.filter((line) => line.currentQuantity < 0 || line.currentQuantity > line.quantity)).toEqual([]);
      for (const refund of refunds) {
        expect(refund.arrivalReference !== null).toBe(refund.status === 'succeeded');
        expect(refund.status === 'pending' ? refund.settlesAt! > now : refund.settledAt! <= now).toBe(true);
      }
    }
  });

  it('keeps every balance of points equal to its history', () => {
    for (const member of world.members.rows) {
      const email = member.customer.email;
      expect([email, member.points]).toEqual([email, sum(member.history.map(({ points }) => points))]);
      const times = member.history.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const earned = sum(member.history.filter(({ kind }) => kind !== 'redemption').map(({ points }) => points));
      expect([email, member.earned, member.points >= 0]).toEqual([email, earned, true]);
      for (const { orderNumber } of member.history)
        if (orderNumber !== null) expect(world.order(orderNumber)?.customer).toBe(member.customer);
    }
  });

  it('has a parcel for every shipment, whose scans are of the past and in order', () => {
    const numbers = world.orders.flatMap((order) => order.fulfilments.map(({ trackingNumber }) => trackingNumber));
    expect(numbers.length).toBeGreaterThan(1_200);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !world.parcel(number))).toEqual([]);
    for (const { number, scans, ahead, orderNumber } of world.parcels.values()) {
      const times = [...scans, ...ahead].map(({ at }) => at.getTime());
      expect([number, times]).toEqual([number, [...times].sort((a, b) => a - b)]);
      expect([number, scans.at(-1)!.at <= now, !ahead[0] || ahead[0].at > now]).toEqual([number, true, true]);
      expect(world.order(orderNumber!)).toBeDefined();
    }
    for (const one of world.returns.rows)
      expect(['requested', 'declined'].includes(one.status)).toBe(world.parcel(one.trackingNumber) === undefined);
  });

  it('charges every active subscription next, and has the orders of those that went before', () => {
    for (const one of world.subscriptions.rows) {
      const queued = one.charges.filter(({ status }) => status === 'queued');
      expect([one.id, queued.length]).toEqual([one.id, one.status === 'active' ? 1 : 0]);
      expect([one.id, one.nextChargeAt]).toEqual([one.id, queued[0]?.scheduledAt ?? null]);
      for (const { status, order, amount } of one.charges)
        if (status === 'success')
          expect([order?.subscriptionId, order?.customer, order!.lines[0]!.price * order!.lines[0]!.quantity]).toEqual([
            one.id,
            one.customer,
            amount,
          ]);
    }
  });

  it('gives the people of the demo something to talk about', () => {
    const member = (email: string) => world.memberOf(world.customerByEmail(email)!);
    expect([member('anna.bergmann@example.com')?.points, member('anna.bergmann@example.com')?.tier.name]).toEqual([
      1_240,
      'Gold',
    ]);
    expect(world.order(1003)?.returns).toEqual([]);
    expect(world.order(1005)?.refunds).toMatchObject([{ status: 'pending', amount: 18_950 }]);
    const [coffee] = world.subscriptionsOf(world.customerByEmail('marco.rossi@example.com')!);
    expect(coffee).toMatchObject({ status: 'active', product: { title: 'Hill Roast Coffee' } });
  });

  it('grows to the size that was asked for', () => {
    const large = new World(() => now, { orders: 4_000 });
    expect([large.orders.length, large.customers.length > 1_000]).toEqual([4_000, true]);
    expect(large.order(1001)?.customer.email).toBe('anna.bergmann@example.com');
  });
});
